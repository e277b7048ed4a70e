package io.highfence.match;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.StoredParties;
import io.highfence.text.NameReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Listed parties prepared for matching: every name in its canonical forms, identifiers by their value, addresses in canonical form.
 *
 * <p>It is one flat image outside of the heap, either built from a {@link PartyList} or mapped from a file that {@link #save} wrote; the
 * answers are the same. Building and opening allocate; the index is immutable and safe for many threads.
 */
public final class PartyIndex {
    private final PartyList list;
    private final IndexImage image;
    private final NameIndex names;
    private final RecordFacts facts;
    private final Identifiers identifiers;
    private final ListingSets sets;
    private final ListedAddresses addresses;

    private PartyIndex(PartyList list, IndexImage image) {
        this.list = list;
        this.image = image;
        names = new NameIndex(image.part("names"));
        facts = new RecordFacts(image.part("records"));
        identifiers = new Identifiers(image.part("identifiers"));
        sets = new ListingSets(image.part("sets"));
        addresses = new ListedAddresses(image.part("addresses"));
    }

    /**
     * Prepares a list.
     *
     * @param list the listed parties
     * @return the index, without {@linkplain #withNeighbours neighbours}
     */
    public static PartyIndex of(PartyList list) {
        IndexImage image = new IndexImage();
        NameIndex.Builder names = new NameIndex.Builder();
        NameReader reader = new NameReader();
        for (int i = 0; i < list.records().size(); i++) {
            ListedParty record = list.records().get(i);
            for (int name = 0; name < record.names().size(); name++) {
                ListedParty.Name published = record.names().get(name);
                reader.read(published.text());
                for (int reading = 0; reading < reader.count(); reading++) {
                    names.add(i, name, published.quality() == ListedParty.Quality.WEAK, reader.form(reading));
                }
            }
        }
        names.build(image.part("names"));
        RecordFacts.build(list, image.part("records"));
        Identifiers.build(list, image.part("identifiers"));
        ListingSets.build(list, image.part("sets"));
        ListedAddresses.build(list, image.part("addresses"));
        return new PartyIndex(list, image);
    }

    /**
     * This index with the words that are alike to each listed word found beforehand: a query then takes about half the time. Finding
     * them takes longer than building the index. {@link #save} does it too, so an index that was opened has them.
     *
     * @return an index that gives the same answers; this one if it has them
     */
    public PartyIndex withNeighbours() {
        if (names.neighbours.areKnown()) {
            return this;
        }
        IndexImage more = new IndexImage();
        image.sections().forEach(more::put);
        Neighbours.build(names, more.part("names.words.neighbours"));
        return new PartyIndex(list, more);
    }

    /**
     * Maps an index that {@link #save} wrote. Its head, its directory and every section are checked first.
     *
     * <p>The file must not be written into while it is mapped; replace it by another one under its name, as {@link #save} does. It
     * stays mapped until this index and all matchers of it have been collected.
     *
     * @param path the file
     * @return the index
     * @throws IOException if it is missing or cannot be read
     * @throws BadInput if it is no index, is damaged, or is of another version of this SDK
     */
    public static PartyIndex open(Path path) throws IOException, BadInput {
        IndexImage image = ImageFile.map(path).image();
        try {
            String engine = StandardCharsets.US_ASCII
                    .decode(image.part("engine").bytes("digest"))
                    .toString();
            if (!engine.equals(PartyMatcher.engine().hex())) {
                throw new BadInput(
                        path.toString(), 0, 0, "the index was built with other tables of names; build it again");
            }
            IndexImage.Part stored = image.part("list");
            PartyList list = new StoredParties(
                            stored.bytes("records"),
                            stored.bytes("starts"),
                            stored.bytes("parties"),
                            stored.bytes("editions"))
                    .list(path.toString());
            return new PartyIndex(list, image);
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            throw new BadInput(path.toString(), 0, 0, "the index does not fit together: " + e.getMessage(), e);
        }
    }

    /**
     * Checks every byte of an index file against the digest that it holds.
     *
     * @param path the file
     * @return the digest of all its sections
     * @throws IOException if it is missing or cannot be read
     * @throws BadInput if it is no index or is damaged
     */
    public static Digest verify(Path path) throws IOException, BadInput {
        ImageFile file = ImageFile.map(path);
        file.image();
        return file.verify();
    }

    /**
     * Writes the index to a file that {@link #open} maps. It is written beside its place and then moved there: who has mapped a file
     * of this name goes on reading the old one.
     *
     * @param path the file; what is there is replaced
     * @throws IOException if it cannot be written
     */
    public void save(Path path) throws IOException {
        StoredParties stored = StoredParties.of(list);
        IndexImage whole = new IndexImage();
        withNeighbours().image.sections().forEach((name, bytes) -> {
            if (!name.startsWith("list.") && !name.startsWith("engine.")) {
                whole.put(name, bytes);
            }
        });
        whole.put("list.records", stored.records());
        whole.put("list.starts", stored.starts());
        whole.put("list.parties", stored.parties());
        whole.put("list.editions", stored.editions());
        whole.put("engine.digest", ByteBuffer.wrap(PartyMatcher.engine().hex().getBytes(StandardCharsets.US_ASCII)));
        ImageFile.save(whole, path);
    }

    /**
     * The listed parties that this index was built from.
     *
     * @return the list; that of a mapped index reads a record from the file each time that it is asked for
     */
    public PartyList list() {
        return list;
    }

    NameIndex names() {
        return names;
    }

    RecordFacts facts() {
        return facts;
    }

    Identifiers identifiers() {
        return identifiers;
    }

    ListingSets sets() {
        return sets;
    }

    ListedAddresses addresses() {
        return addresses;
    }
}
