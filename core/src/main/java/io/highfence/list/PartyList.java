package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The listed parties of one or more loaded editions: what a screening is held against.
 *
 * <p>Loading allocates and may fail; the result is immutable and safe for many threads.
 */
public final class PartyList {
    /** The most bytes that a file may unpack to; the largest published file has some hundred million. */
    private static final long MAX_BYTES = 1L << 30;

    private static final int BUFFER = 1 << 16;

    private final List<ListedParty> records;
    private final List<Edition> editions;
    private final int[] parties;
    private final Digest digest;

    PartyList(List<ListedParty> records, List<Edition> editions) {
        this(List.copyOf(records), editions, PartyJoin.join(records));
    }

    /** The parties of records that nobody changes. */
    PartyList(List<ListedParty> records, List<Edition> editions, int[] parties) {
        this.records = records;
        this.editions = List.copyOf(editions);
        this.parties = parties;
        MessageDigest all = Digest.algorithm();
        for (Edition edition : editions) {
            all.update((edition.format() + " " + edition.digest() + " " + edition.publishedOn() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        this.digest = Digest.finish(all);
    }

    /**
     * One loaded file.
     *
     * @param label the file's name without its folders
     * @param format the word for its format
     * @param lists short codes of the lists in it, sorted
     * @param publishedOn the day of publication, or null if neither the file nor the caller says
     * @param retrievedAt the instant of retrieval as {@link Retrieval} has it, or null if that is not known
     * @param digest the SHA-256 of the unpacked bytes
     * @param recordCount how many records it holds
     * @param nameCount how many names it holds as published: primary names and aliases
     * @param sample whether it is the sample that ships with the SDK
     * @param notes what was met and not known: columns, keys, words
     */
    public record Edition(
            String label,
            String format,
            List<String> lists,
            @Nullable LocalDate publishedOn,
            @Nullable Instant retrievedAt,
            Digest digest,
            int recordCount,
            int nameCount,
            boolean sample,
            List<String> notes) {
        /**
         * Copies the lists.
         *
         * @param label the file's name
         * @param format the word for its format
         * @param lists short codes
         * @param publishedOn the day of publication, or null
         * @param retrievedAt the instant of retrieval, or null
         * @param digest the SHA-256 of the unpacked bytes
         * @param recordCount how many records
         * @param nameCount how many names as published
         * @param sample whether it is the sample
         * @param notes what was not known
         */
        public Edition {
            lists = List.copyOf(lists);
            notes = List.copyOf(notes);
        }

        Edition withNote(String note) {
            List<String> all = new ArrayList<>(notes);
            all.add(note);
            return new Edition(
                    label, format, lists, publishedOn, retrievedAt, digest, recordCount, nameCount, sample, all);
        }

        /**
         * The age on a day, counted from publication.
         *
         * @param day the day
         * @return the age in days, negative before publication; null if the day of publication is not known
         */
        public @Nullable Long age(LocalDate day) {
            return publishedOn == null ? null : ChronoUnit.DAYS.between(publishedOn, day);
        }
    }

    /**
     * Loads files, all or none.
     *
     * @param sources the files, in the order in which their records are kept
     * @return the parties of all files
     * @throws IOException if a file is missing or cannot be read
     * @throws BadInput if a file is not what it claims to be, or a row of it had to be refused; nothing is then loaded
     */
    public static PartyList load(List<ListSource> sources) throws IOException, BadInput {
        List<ListedParty> records = new ArrayList<>();
        List<Edition> editions = new ArrayList<>();
        Map<String, String> shared = new HashMap<>();
        for (ListSource source : sources) {
            Path path = source.path();
            if (source.format() == ListSource.Format.OFAC_SDN_CSV) {
                for (OfacCsvFiles files : OfacCsvFiles.find(path, source.insists())) {
                    Loading loading =
                            new Loading(files.parties().toString(), editions.size(), shared, source.insists());
                    editions.add(Retrieval.mark(load(files, source.published(), loading), files.parties()));
                    records.addAll(loading.records());
                }
                continue;
            }
            if (Files.isDirectory(path)) {
                throw new FileSystemException(path.toString(), null, "it is a folder");
            }
            Loading loading = new Loading(path.toString(), editions.size(), shared, source.insists());
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER)) {
                Edition edition = load(source.format(), label(path), in, packing(path), source.published(), loading);
                editions.add(Retrieval.mark(edition, path));
            }
            records.addAll(loading.records());
        }
        return new PartyList(records, editions);
    }

    /**
     * Loads the edition that follows one, which is refused if a list in it shrank too much.
     *
     * @param sources the files, in the order in which their records are kept
     * @param before the edition before
     * @param acceptedBy the person who accepts a list that shrank, or null if nobody does; the acceptance stands in the notes
     * @return the parties of all files
     * @throws IOException if a file is missing or cannot be read
     * @throws BadInput as {@link #load}, or if a list shrank more than {@link ListTerms#maxShrinkPercent()} and nobody accepts it
     */
    public static PartyList loadAfter(List<ListSource> sources, PartyList before, @Nullable String acceptedBy)
            throws IOException, BadInput {
        PartyList after = load(sources);
        List<Shrinkage> shrunk = Shrinkage.between(before, after);
        if (shrunk.isEmpty()) {
            return after;
        }
        String what = shrunk.stream().map(Shrinkage::toString).collect(Collectors.joining("; "));
        if (acceptedBy == null || acceptedBy.isBlank()) {
            throw new BadInput(
                    sources.get(0).path().toString(), 0, 0, what + ": refused until a named person accepts it");
        }
        List<Edition> editions = new ArrayList<>();
        for (Edition edition : after.editions) {
            editions.add(edition.withNote(acceptedBy.strip() + " accepts that " + what));
        }
        return new PartyList(after.records, editions, after.parties);
    }

    /**
     * The small list that ships with the SDK for demonstrations: well-known parties, typed in from public facts. An
     * answer that rests on it says so.
     *
     * @return the sample
     */
    public static PartyList sample() {
        String label = "sample-parties.json";
        Loading loading = new Loading(label, 0);
        try (InputStream in = PartyList.class.getResourceAsStream(label)) {
            if (in == null) {
                throw new IllegalStateException("The sample list is missing from the jar");
            }
            Edition edition = load(ListSource.Format.CSL_JSON, label, in, Packing.NONE, null, loading);
            return new PartyList(loading.records(), List.of(edition));
        } catch (IOException | BadInput e) {
            throw new IllegalStateException("The sample list in the jar is damaged", e);
        }
    }

    private static Edition load(
            ListSource.Format format,
            String label,
            InputStream in,
            Packing packing,
            @Nullable LocalDate published,
            Loading loading)
            throws IOException, BadInput {
        MessageDigest bytes = Digest.algorithm();
        try {
            read(reader(format, label), loading.file(), in, packing, bytes, loading);
        } catch (BadInput e) {
            throw loading.stoppedBy(e);
        }
        return edition(format, label, published, bytes, loading);
    }

    /** Loads a set of files that are one edition; its digest is of the bytes of all, the file of parties last. */
    private static Edition load(OfacCsvFiles files, @Nullable LocalDate published, Loading loading)
            throws IOException, BadInput {
        MessageDigest bytes = Digest.algorithm();
        OfacCsvReader reader = new OfacCsvReader(files.consolidated());
        try {
            beside(files.comments(), reader::comments, "comments", bytes, loading);
            beside(files.aliases(), reader::aliases, "aliases", bytes, loading);
            beside(files.addresses(), reader::addresses, "addresses", bytes, loading);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(files.parties()), BUFFER)) {
                read(reader, loading.file(), in, packing(files.parties()), bytes, loading);
            }
        } catch (BadInput e) {
            throw loading.stoppedBy(e);
        }
        return edition(ListSource.Format.OFAC_SDN_CSV, label(files.parties()), published, bytes, loading);
    }

    /** Reads a file that stands beside another one. */
    @FunctionalInterface
    private interface BesideReader {
        void read(InputStream in, String file, Loading loading) throws IOException, BadInput;
    }

    private static void beside(
            @Nullable Path file, BesideReader reader, String what, MessageDigest bytes, Loading loading)
            throws IOException, BadInput {
        if (file == null) {
            loading.note("there is no file with the " + what + " beside it");
            return;
        }
        String name = file.toString();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            read((from, into) -> reader.read(from, name, into), name, in, packing(file), bytes, loading);
        }
    }

    private static void read(
            ListReader reader, String file, InputStream in, Packing packing, MessageDigest bytes, Loading loading)
            throws IOException, BadInput {
        try {
            // The caller closes the stream underneath.
            @SuppressWarnings("resource")
            InputStream unpacked = new DigestInputStream(new Bounded(packing.unpack(in), MAX_BYTES), bytes);
            reader.read(unpacked, loading);
            unpacked.transferTo(OutputStream.nullOutputStream());
        } catch (EOFException e) {
            throw new BadInput(file, 0, 0, "the packed file is cut off", e);
        } catch (ZipException e) {
            throw new BadInput(file, 0, 0, "this is not a packed file, or a damaged one: " + e.getMessage(), e);
        } catch (TooLarge e) {
            throw new BadInput(file, 0, 0, "the file unpacks to more than " + MAX_BYTES + " bytes", e);
        }
    }

    private static Edition edition(
            ListSource.Format format, String label, @Nullable LocalDate published, MessageDigest bytes, Loading loading)
            throws BadInput {
        loading.finish();
        LocalDate day = loading.published() == null ? published : loading.published();
        if (day == null && loading.notBefore() != null) {
            day = loading.notBefore();
            loading.note("the file does not say when it was published; its latest entry is of " + day);
        }
        TreeSet<String> lists = new TreeSet<>();
        loading.records().forEach(record -> lists.add(record.list()));
        return new Edition(
                label,
                format.word(),
                List.copyOf(lists),
                day,
                null,
                Digest.finish(bytes),
                loading.records().size(),
                loading.names(),
                loading.isSample(),
                loading.notes());
    }

    private static ListReader reader(ListSource.Format format, String label) {
        return switch (format) {
            case CSL_JSON -> new CslJsonReader();
            case CSL_CSV -> new CslCsvReader();
            case OFAC_SDN_CSV -> new OfacCsvReader(OfacParty.isConsolidated(label));
            case OFAC_XML -> new OfacXmlReader(OfacParty.isConsolidated(label));
            case OFAC_ADVANCED_XML -> new OfacAdvancedXmlReader(OfacParty.isConsolidated(label));
            case OFAC_ENHANCED_XML -> new OfacEnhancedXmlReader();
            case UK_SL_XML -> new UkXmlReader();
            case UK_SL_CSV -> new UkCsvReader();
            case OFSI_CSV -> new OfsiCsvReader();
            case EU_FSF_XML -> new EuXmlReader();
            case EU_FSF_CSV -> new EuCsvReader();
            case CH_SECO_XML -> new ChXmlReader();
            case AU_DFAT_XLSX -> new AuXlsxReader();
            case CA_SEMA_XML -> new CaXmlReader();
            case JP_METI_JSON -> new JpMetiReader();
            case BIS_DPL_TXT -> new BisDplReader();
            case UN_XML -> new UnXmlReader();
            case CUSTOM_CSV -> new CustomCsvReader();
        };
    }

    private static String label(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** How a file is packed, by the ending of its name. */
    private enum Packing {
        NONE,
        GZIP,
        ZIP;

        InputStream unpack(InputStream in) throws IOException {
            return switch (this) {
                case NONE -> in;
                case GZIP -> new PackedStream(in, BUFFER);
                case ZIP -> new ZippedStream(in);
            };
        }
    }

    private static Packing packing(Path path) {
        String name = label(path).toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? Packing.GZIP : name.endsWith(".zip") ? Packing.ZIP : Packing.NONE;
    }

    /**
     * Every record.
     *
     * @return the records in the order of the files; cannot be changed
     */
    public List<ListedParty> records() {
        return records;
    }

    /**
     * The files that were loaded.
     *
     * @return the editions in the order of loading
     */
    public List<Edition> editions() {
        return editions;
    }

    /**
     * Which party a record belongs to. Records of one party have equal numbers: they share a number of their publisher, an
     * identifier and a name, or a primary name with a country or a birth date. What may be two parties is two. Allocates nothing.
     *
     * @param record an index into {@link #records()}
     * @return the number of the party, counted from 0
     */
    public int party(int record) {
        return parties[record];
    }

    /**
     * The digest of everything loaded: formats, bytes and dates of publication, in their order.
     *
     * @return the same digest for the same files
     */
    public Digest digest() {
        return digest;
    }

    /**
     * Whether the bundled sample is part of this list, so that answers must say so.
     *
     * @return true if any edition is the sample
     */
    public boolean isSample() {
        return editions.stream().anyMatch(Edition::sample);
    }

    /** The bytes of a file passed their bound. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A stream that ends in an error when more bytes come than expected, as from a gzip bomb. */
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }
    }
}
