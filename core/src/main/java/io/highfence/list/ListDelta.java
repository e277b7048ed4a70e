package io.highfence.list;

import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two editions of lists, by content: records that were added, removed or changed.
 *
 * <p>A record is the same party's in both editions if its publisher's number is the same. Where the publisher gives no number
 * that lasts, {@link ListedParty#entry()} is a digest or a place in the file; two records are then held to be one that changed
 * only if their entry is the same and they share a name, or if each is the only one that is left of its list and primary name.
 * Everything else is told as removed and added. Making a delta allocates; it is immutable and safe for many threads.
 */
public final class ListDelta {
    private final Digest from;
    private final Digest to;
    private final List<PartyList.Edition> editions;
    private final List<Change> changes;
    private final List<ListedParty> fresh;

    /** For each later record the number of the equal earlier one, or -1 less its number among the fresh ones. */
    private final int[] origin;

    private ListDelta(Pairing pairing, PartyList before, PartyList after) {
        from = before.digest();
        to = after.digest();
        editions = after.editions();
        changes = pairing.changes();
        origin = pairing.kept;
        fresh = new ArrayList<>();
        for (int i = 0; i < origin.length; i++) {
            if (origin[i] < 0) {
                origin[i] = -1 - fresh.size();
                fresh.add(after.records().get(i));
            }
        }
    }

    /** What became of a record. */
    public enum Kind {
        /** Only the later edition has it. */
        ADDED,
        /** Only the earlier edition has it. */
        REMOVED,
        /** Both have it, and it says something else. */
        CHANGED
    }

    /**
     * What became of one record.
     *
     * @param kind whether it was added, removed or changed
     * @param before the record of the earlier edition, or null if it was added
     * @param after the record of the later edition, or null if it was removed
     * @param differences what changed, field by field; empty unless it was changed
     */
    public record Change(
            Kind kind,
            @Nullable ListedParty before,
            @Nullable ListedParty after,
            List<Difference> differences) {
        /**
         * Copies the differences.
         *
         * @param kind whether it was added, removed or changed
         * @param before the earlier record, or null
         * @param after the later record, or null
         * @param differences what changed
         */
        public Change {
            differences = List.copyOf(differences);
        }

        /**
         * The record that stands for this change.
         *
         * @return the later record, or the earlier one if it was removed
         */
        public ListedParty record() {
            return Objects.requireNonNull(after == null ? before : after);
        }
    }

    /**
     * What changed in one field of a record.
     *
     * @param field the field, such as {@code names} or {@code programs}
     * @param gone the values that only the earlier record has, for people; blank values are left out
     * @param come the values that only the later record has; where both are empty the order of the values changed
     */
    public record Difference(String field, List<String> gone, List<String> come) {
        /**
         * Copies the values.
         *
         * @param field the field
         * @param gone earlier values
         * @param come later values
         */
        public Difference {
            gone = List.copyOf(gone);
            come = List.copyOf(come);
        }
    }

    /**
     * What became of the records of one edition in another.
     *
     * @param before the earlier edition
     * @param after the later edition
     * @return the delta
     */
    public static ListDelta between(PartyList before, PartyList after) {
        return new ListDelta(new Pairing(before.records(), after.records()), before, after);
    }

    /**
     * The records by which alone an answer about a party can differ between two editions: what was added, removed or changed, in its
     * old and in its new form, and what is joined with other records or stands in another order. Whoever matches none of them has the
     * same answer from both editions, since a score depends on nothing but the two parties; {@code docs/rescreening.md} argues it.
     *
     * @param before the earlier edition
     * @param after the later edition
     * @return each such record once and as a party of its own; empty if the editions say the same
     */
    public static PartyList touched(PartyList before, PartyList after) {
        return TouchedRecords.between(before, after);
    }

    /**
     * Every change.
     *
     * @return first what was added or changed in the order of the later edition, then what was removed in that of the earlier
     */
    public List<Change> changes() {
        return changes;
    }

    /**
     * How many records were added, removed or changed.
     *
     * @param kind which
     * @return their number
     */
    public int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    /**
     * How many records say the same in both editions.
     *
     * @return their number
     */
    public int unchanged() {
        return origin.length - fresh.size();
    }

    /**
     * The digest of the edition that this delta starts from.
     *
     * @return what {@link PartyList#digest()} says of it
     */
    public Digest from() {
        return from;
    }

    /**
     * The digest of the edition that this delta leads to.
     *
     * @return what {@link PartyList#digest()} says of it
     */
    public Digest to() {
        return to;
    }

    /**
     * Brings the earlier edition to the later one: the same records in the same order, with the same digest, as if the later
     * one had been loaded.
     *
     * @param before the earlier edition
     * @return the later edition
     * @throws IllegalArgumentException if the list is not the one that this delta starts from
     */
    public PartyList applyTo(PartyList before) {
        if (!before.digest().equals(from)) {
            throw new IllegalArgumentException("This delta starts from the list set " + from.brief() + ", and this is "
                    + before.digest().brief());
        }
        List<ListedParty> records = new ArrayList<>(origin.length);
        int edition = -1;
        int left = 0;
        for (int place : origin) {
            while (left == 0) {
                edition++;
                left = editions.get(edition).recordCount();
            }
            left--;
            ListedParty record =
                    place < 0 ? fresh.get(-1 - place) : before.records().get(place);
            records.add(record.inEdition(edition));
        }
        return new PartyList(records, editions);
    }

    /** Which earlier record belongs to which later one. */
    private static final class Pairing {
        private static final int NONE = -1;

        private final List<ListedParty> before;
        private final List<ListedParty> after;

        /** For each later record the earlier one of the same content. */
        private final int[] kept;

        /** For each later record the earlier one from which it changed. */
        private final int[] changed;

        private final boolean[] taken;

        Pairing(List<ListedParty> before, List<ListedParty> after) {
            this.before = before;
            this.after = after;
            kept = new int[after.size()];
            changed = new int[after.size()];
            taken = new boolean[before.size()];
            Arrays.fill(kept, NONE);
            Arrays.fill(changed, NONE);
            pair(kept, record -> record, (one, other) -> true);
            pair(changed, ListedParty::key, (one, other) -> hasLastingNumber(one) || shareName(one, other));
            pairTheOnlyOnes();
        }

        /** Whether an earlier and a later record that look alike are one. */
        @FunctionalInterface
        private interface Judge {
            boolean same(ListedParty earlier, ListedParty later);
        }

        private boolean isOpen(int later) {
            return kept[later] == NONE && changed[later] == NONE;
        }

        /** Pairs what is alike; of several, the first with the first. */
        private void pair(int[] pairs, Function<ListedParty, Object> likeness, Judge judge) {
            Map<Object, Deque<Integer>> earlier = openBefore(likeness);
            for (int i = 0; i < pairs.length; i++) {
                if (isOpen(i)) {
                    ListedParty record = after.get(i);
                    Deque<Integer> alike = earlier.get(likeness.apply(record));
                    Integer first = alike == null ? null : alike.peek();
                    if (alike != null && first != null && judge.same(before.get(first), record)) {
                        alike.remove();
                        pairs[i] = first;
                        taken[first] = true;
                    }
                }
            }
        }

        private Map<Object, Deque<Integer>> openBefore(Function<ListedParty, Object> likeness) {
            Map<Object, Deque<Integer>> open = new HashMap<>();
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    open.computeIfAbsent(likeness.apply(before.get(i)), k -> new ArrayDeque<>())
                            .add(i);
                }
            }
            return open;
        }

        /** Pairs records without a lasting number by their primary name, where each is the only one that is left with it. */
        private void pairTheOnlyOnes() {
            Function<ListedParty, Object> name = record -> List.of(record.source(), record.primaryName());
            Map<Object, Deque<Integer>> earlier = openBefore(name);
            Map<Object, List<Integer>> later = new HashMap<>();
            for (int i = 0; i < changed.length; i++) {
                if (isOpen(i)) {
                    later.computeIfAbsent(name.apply(after.get(i)), k -> new ArrayList<>())
                            .add(i);
                }
            }
            later.forEach((key, places) -> {
                Deque<Integer> alike = earlier.get(key);
                int place = places.get(0);
                if (alike != null
                        && places.size() == 1
                        && alike.size() == 1
                        && !hasLastingNumber(after.get(place))
                        && !hasLastingNumber(before.get(alike.element()))) {
                    changed[place] = alike.element();
                    taken[changed[place]] = true;
                }
            });
        }

        private static boolean hasLastingNumber(ListedParty record) {
            return PublisherNumber.of(record) != null;
        }

        private static boolean shareName(ListedParty one, ListedParty other) {
            Set<String> names = new HashSet<>();
            one.names().forEach(name -> names.add(name.text()));
            return other.names().stream().anyMatch(name -> names.contains(name.text()));
        }

        List<Change> changes() {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < changed.length; i++) {
                if (changed[i] != NONE) {
                    ListedParty earlier = before.get(changed[i]);
                    changes.add(new Change(Kind.CHANGED, earlier, after.get(i), Differences.of(earlier, after.get(i))));
                } else if (kept[i] == NONE) {
                    changes.add(new Change(Kind.ADDED, null, after.get(i), List.of()));
                }
            }
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    changes.add(new Change(Kind.REMOVED, before.get(i), null, List.of()));
                }
            }
            return List.copyOf(changes);
        }
    }

    /** What two records of one party say differently, field by field. */
    private static final class Differences {
        private final ListedParty before;
        private final ListedParty after;
        private final List<Difference> found = new ArrayList<>();

        private Differences(ListedParty before, ListedParty after) {
            this.before = before;
            this.after = after;
        }

        static List<Difference> of(ListedParty before, ListedParty after) {
            Differences all = new Differences(before, after);
            all.one("entry", ListedParty::entry);
            all.one("type", ListedParty::type);
            all.many("names", ListedParty::names, Differences::words);
            all.many("addresses", ListedParty::addresses, Differences::words);
            all.many("countries", ListedParty::countries, Object::toString);
            all.many("identifiers", ListedParty::identifiers, Differences::words);
            all.many("birthDates", ListedParty::birthDates, Object::toString);
            all.many("programs", record -> record.listing().programs(), program -> program);
            all.one("licenseRequirement", record -> record.listing().licenseRequirement());
            all.one("licensePolicy", record -> record.listing().licensePolicy());
            all.many("footnotes", record -> List.copyOf(record.listing().footnotes()), Object::toString);
            all.one("citation", record -> record.listing().citation());
            all.one("inForce", record -> record.listing().inForce());
            all.one("standardOrder", record -> record.listing().standardOrder());
            all.one("url", record -> record.listing().url());
            all.many("links", ListedParty::links, link -> link.relation() + ": " + link.name());
            all.one("title", ListedParty::title);
            all.one("remarks", ListedParty::remarks);
            all.one("vessel", record -> words(record.vessel()));
            all.many("extras", ListedParty::extras, extra -> extra.key() + ": " + extra.value());
            return all.found;
        }

        private void one(String field, Function<ListedParty, @Nullable Object> value) {
            Object earlier = value.apply(before);
            Object later = value.apply(after);
            if (!Objects.equals(earlier, later)) {
                found.add(new Difference(field, said(earlier), said(later)));
            }
        }

        private static List<String> said(@Nullable Object value) {
            String words = value == null ? "" : value.toString();
            return words.isBlank() ? List.of() : List.of(words);
        }

        private <T> void many(String field, Function<ListedParty, List<T>> values, Function<T, String> words) {
            List<T> earlier = values.apply(before);
            List<T> later = values.apply(after);
            if (!earlier.equals(later)) {
                found.add(new Difference(field, only(earlier, later, words), only(later, earlier, words)));
            }
        }

        private static <T> List<String> only(List<T> some, List<T> others, Function<T, String> words) {
            Map<T, Integer> counts = new HashMap<>();
            others.forEach(value -> counts.merge(value, 1, Integer::sum));
            List<String> only = new ArrayList<>();
            for (T value : some) {
                if (counts.merge(value, -1, Integer::sum) < 0) {
                    only.add(words.apply(value));
                }
            }
            return only;
        }

        private static String words(ListedParty.Name name) {
            String quality = name.quality() == ListedParty.Quality.UNKNOWN ? "" : ", " + lower(name.quality());
            return name.text() + " (" + lower(name.role()) + quality + ")";
        }

        private static String words(ListedParty.Address address) {
            return address.country() == null ? address.text() : address.text() + " [" + address.country() + "]";
        }

        private static String words(ListedParty.Identifier identifier) {
            String issuer = identifier.country() == null ? "" : " [" + identifier.country() + "]";
            String validity = identifier.validity().equals(DateRange.ALWAYS) ? "" : " " + identifier.validity();
            return identifier.kind().word() + ":" + identifier.value() + issuer + validity;
        }

        private static String words(ListedParty.@Nullable Vessel ship) {
            return ship == null
                    ? ""
                    : Stream.of(ship.kind(), ship.flag(), ship.callSign(), ship.owner(), ship.tonnage())
                            .filter(word -> !word.isBlank())
                            .collect(Collectors.joining(", "));
        }

        private static String lower(Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
