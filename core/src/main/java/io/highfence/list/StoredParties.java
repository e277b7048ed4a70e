package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.Citation;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of a {@link PartyList} as bytes, each read when it is asked for: how an index keeps what it shows beside what it searches.
 *
 * <p>Storing and reading a record allocate. The bytes are little-endian and belong to this version of the SDK. Safe for many threads
 * where nobody changes the buffers.
 *
 * @param records all records, one behind the other
 * @param starts where each record begins in them, and behind the last one where that ends, as {@code int}s
 * @param parties the number of the party of each record, as {@code int}s
 * @param editions the editions
 */
public record StoredParties(ByteBuffer records, ByteBuffer starts, ByteBuffer parties, ByteBuffer editions) {
    /**
     * Stores a list.
     *
     * @param list the list
     * @return its bytes
     */
    public static StoredParties of(PartyList list) {
        int count = list.records().size();
        Encoder records = new Encoder();
        ByteBuffer starts = ByteBuffer.allocate((count + 1) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer parties = ByteBuffer.allocate(count * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            write(list.records().get(i), records);
            starts.putInt((i + 1) * Integer.BYTES, records.size());
            parties.putInt(i * Integer.BYTES, list.party(i));
        }
        Encoder editions = new Encoder();
        editions.all(list.editions(), StoredParties::write);
        return new StoredParties(records.bytes(), starts, parties, editions.bytes());
    }

    /**
     * The list, whose records are read from the bytes each time that they are asked for.
     *
     * @param file what the bytes were read from
     * @return the list
     * @throws BadInput if the parts do not fit together
     */
    public PartyList list(String file) throws BadInput {
        IntBuffer ends = starts.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        IntBuffer numbers = parties.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int count = ends.capacity() - 1;
        boolean fits = numbers.capacity() == count && ends.get(count) == records.capacity();
        for (int i = 0; fits && i < count; i++) {
            fits = ends.get(i) <= ends.get(i + 1) && ends.get(i) >= 0;
        }
        if (!fits) {
            throw new BadInput(file, 0, 0, "the records of the index do not fit together; build it again");
        }
        int[] all = new int[count];
        numbers.get(all);
        try {
            List<PartyList.Edition> known = new Decoder(editions.duplicate()).all(StoredParties::edition);
            return new PartyList(new Records(records, ends), known, all);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new BadInput(file, 0, 0, "the editions in the index cannot be read; build it again", e);
        }
    }

    private static final class Records extends AbstractList<ListedParty> implements RandomAccess {
        private final ByteBuffer records;
        private final IntBuffer starts;

        Records(ByteBuffer records, IntBuffer starts) {
            this.records = records;
            this.starts = starts;
        }

        @Override
        public ListedParty get(int index) {
            Objects.checkIndex(index, size());
            int from = starts.get(index);
            try {
                return read(new Decoder(records.slice(from, starts.get(index + 1) - from)));
            } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new IllegalStateException(
                        "the record " + index + " of the index cannot be read; build it again", e);
            }
        }

        @Override
        public int size() {
            return starts.capacity() - 1;
        }
    }

    /** The digest of what a record says, whichever edition it is of. */
    static Digest content(ListedParty record) {
        Encoder out = new Encoder();
        write(record.inEdition(0), out);
        return Digest.of(out.bytes().array());
    }

    private static void write(ListedParty record, Encoder out) {
        out.text(record.source());
        out.text(record.list());
        out.number(record.edition());
        out.text(record.entry());
        out.word(record.type());
        out.all(record.names(), (name, to) -> {
            to.text(name.text());
            to.word(name.role());
            to.word(name.quality());
        });
        out.all(record.addresses(), (address, to) -> {
            to.text(address.text());
            to.text(address.street());
            to.text(address.city());
            to.text(address.state());
            to.text(address.postcode());
            to.country(address.country());
            to.text(address.countryText());
        });
        out.all(record.countries(), (country, to) -> to.country(country));
        out.all(record.identifiers(), (identifier, to) -> {
            to.word(identifier.kind());
            to.text(identifier.value());
            to.text(identifier.publishedType());
            to.country(identifier.country());
            to.range(identifier.validity());
        });
        out.all(record.birthDates(), (range, to) -> to.range(range));
        write(record.listing(), out);
        out.all(record.links(), (link, to) -> {
            to.text(link.relation());
            to.text(link.name());
        });
        out.text(record.title());
        out.text(record.remarks());
        ListedParty.Vessel vessel = record.vessel();
        out.number(vessel == null ? 0 : 1);
        if (vessel != null) {
            out.text(vessel.callSign());
            out.text(vessel.kind());
            out.text(vessel.flag());
            out.text(vessel.owner());
            out.text(vessel.tonnage());
        }
        out.all(record.extras(), (extra, to) -> {
            to.text(extra.key());
            to.text(extra.value());
        });
    }

    private static ListedParty read(Decoder in) {
        ListedParty.Builder record = new ListedParty.Builder(in.text(), in.text(), in.number());
        record.entry(in.text()).type(in.word(PartyType.class));
        in.each(from ->
                record.name(from.text(), from.word(ListedParty.Role.class), from.word(ListedParty.Quality.class)));
        in.each(from -> record.address(new ListedParty.Address(
                from.text(), from.text(), from.text(), from.text(), from.text(), from.country(), from.text())));
        in.each(from -> record.country(from.country()));
        in.each(from -> record.identifier(new ListedParty.Identifier(
                from.word(ListedParty.Identifier.Kind.class), from.text(), from.text(), from.country(), from.range())));
        in.each(from -> record.birthDate(from.range()));
        record.listing(listing(in));
        in.each(from -> record.link(new ListedParty.Link(from.text(), from.text())));
        record.title(in.text()).remarks(in.text());
        if (in.number() != 0) {
            record.vessel(new ListedParty.Vessel(in.text(), in.text(), in.text(), in.text(), in.text()));
        }
        in.each(from -> record.extra(new ListedParty.Extra(from.text(), from.text())));
        return record.build();
    }

    private static void write(ListedParty.Listing listing, Encoder out) {
        out.all(listing.programs(), (program, to) -> to.text(program));
        out.text(listing.licenseRequirement());
        out.text(listing.licensePolicy());
        out.all(listing.footnotes(), (footnote, to) -> to.number(footnote));
        Citation citation = listing.citation();
        out.text(citation == null ? "" : citation.text());
        out.range(listing.inForce());
        Boolean standard = listing.standardOrder();
        out.number(standard == null ? 0 : standard ? 2 : 1);
        out.text(listing.url());
    }

    private static ListedParty.Listing listing(Decoder in) {
        List<String> programs = in.all(Decoder::text);
        String requirement = in.text();
        String policy = in.text();
        Set<Integer> footnotes = new TreeSet<>(in.all(Decoder::number));
        String citation = in.text();
        DateRange inForce = in.range();
        int standard = in.number();
        return new ListedParty.Listing(
                programs,
                requirement,
                policy,
                footnotes,
                citation.isEmpty() ? null : new Citation(citation),
                inForce,
                standard == 0 ? null : standard == 2,
                in.text());
    }

    private static void write(PartyList.Edition edition, Encoder out) {
        out.text(edition.label());
        out.text(edition.format());
        out.all(edition.lists(), (list, to) -> to.text(list));
        out.day(edition.publishedOn());
        Instant retrieved = edition.retrievedAt();
        out.text(retrieved == null ? "" : retrieved.toString());
        out.text(edition.digest().hex());
        out.number(edition.recordCount());
        out.number(edition.nameCount());
        out.number(edition.sample() ? 1 : 0);
        out.all(edition.notes(), (note, to) -> to.text(note));
    }

    private static PartyList.Edition edition(Decoder in) {
        String label = in.text();
        String format = in.text();
        List<String> lists = in.all(Decoder::text);
        LocalDate published = in.day();
        String retrieved = in.text();
        return new PartyList.Edition(
                label,
                format,
                lists,
                published,
                retrieved.isEmpty() ? null : Instant.parse(retrieved),
                new Digest(in.text()),
                in.number(),
                in.number(),
                in.number() != 0,
                in.all(Decoder::text));
    }
}
