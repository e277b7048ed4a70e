package io.highfence.match;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.text.Chars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The records by what a {@link ScreeningProfile} may ask for: a compressed set of records for each list, program, country and type, and
 * the days on which each listing holds. Immutable and safe for many threads; compiling a profile allocates.
 */
final class ListingSets {
    private static final String LIST = "list ";
    private static final String PROGRAM = "program ";
    private static final String COUNTRY = "country ";
    private static final String TYPE = "type ";

    /** The records of which a country or a type is not known. */
    private static final String UNKNOWN = "?";

    private final CharBuffer keys;
    private final IntBuffer keyStarts;
    private final ByteBuffer sets;
    private final IntBuffer setStarts;

    /** First and last day of each record, by the number of days since 1970. */
    private final IntBuffer days;

    /** The sets of an index. */
    ListingSets(IndexImage.Part part) {
        keys = part.chars("keys");
        keyStarts = part.ints("key-starts");
        sets = part.bytes("sets");
        setStarts = part.ints("set-starts");
        days = part.ints("days");
        int count = keyStarts.capacity() - 1;
        part.check(count >= 0
                && setStarts.capacity() == count + 1
                && keyStarts.get(count) == keys.capacity()
                && setStarts.get(count) == sets.capacity());
    }

    /** Puts the sets of records into an index. */
    static void build(PartyList list, IndexImage.Part part) {
        Map<String, RoaringBitmap> sets = new TreeMap<>();
        int count = list.records().size();
        int[] days = new int[2 * count];
        for (int i = 0; i < count; i++) {
            ListedParty record = list.records().get(i);
            add(sets, LIST + record.list(), i);
            for (String program : record.listing().programs()) {
                add(sets, PROGRAM + program, i);
            }
            for (Country country : record.countries()) {
                add(sets, COUNTRY + country.code(), i);
            }
            if (record.countries().isEmpty()) {
                add(sets, COUNTRY + UNKNOWN, i);
            }
            add(
                    sets,
                    TYPE
                            + (record.type() == PartyType.UNKNOWN
                                    ? UNKNOWN
                                    : record.type().name()),
                    i);
            DateRange inForce = record.listing().inForce();
            days[2 * i] = day(inForce.from(), Integer.MIN_VALUE);
            days[2 * i + 1] = day(inForce.to(), Integer.MAX_VALUE);
        }
        Chars keys = new Chars();
        int[] keyStarts = new int[sets.size() + 1];
        int[] setStarts = new int[sets.size() + 1];
        int at = 0;
        for (Map.Entry<String, RoaringBitmap> set : sets.entrySet()) {
            set.getValue().runOptimize();
            keys.add(set.getKey());
            keyStarts[at + 1] = keys.length();
            setStarts[at + 1] = setStarts[at] + set.getValue().serializedSizeInBytes();
            at++;
        }
        ByteBuffer bytes = ByteBuffer.allocate(setStarts[sets.size()]);
        sets.values().forEach(set -> set.serialize(bytes));
        part.put("keys", keys);
        part.put("key-starts", keyStarts);
        part.put("sets", bytes.array());
        part.put("set-starts", setStarts);
        part.put("days", days);
    }

    private static void add(Map<String, RoaringBitmap> sets, String key, int record) {
        sets.computeIfAbsent(key, k -> new RoaringBitmap()).add(record);
    }

    private static int day(@Nullable LocalDate day, int open) {
        return day == null ? open : (int) day.toEpochDay();
    }

    /** The records that a profile looks at. */
    RoaringBitmap compile(ScreeningProfile profile) {
        RoaringBitmap all = new RoaringBitmap();
        all.add(0L, days.capacity() / 2L);
        narrow(all, LIST, profile.lists().stream().toList(), false);
        narrow(all, PROGRAM, profile.programs().stream().toList(), false);
        narrow(all, COUNTRY, profile.countries().stream().map(Country::code).toList(), true);
        narrow(all, TYPE, profile.types().stream().map(Enum::name).toList(), true);
        LocalDate inForceOn = profile.inForceOn();
        if (inForceOn != null) {
            RoaringBitmap inForce = new RoaringBitmap();
            int day = (int) inForceOn.toEpochDay();
            for (int i = 0; i < days.capacity() / 2; i++) {
                if (days.get(2 * i) <= day && day <= days.get(2 * i + 1)) {
                    inForce.add(i);
                }
            }
            all.and(inForce);
        }
        all.runOptimize();
        return all;
    }

    private void narrow(RoaringBitmap all, String kind, List<String> values, boolean unknownToo) {
        if (values.isEmpty()) {
            return;
        }
        RoaringBitmap some = new RoaringBitmap();
        values.forEach(value -> addTo(some, kind + value));
        if (unknownToo) {
            addTo(some, kind + UNKNOWN);
        }
        all.and(some);
    }

    private void addTo(RoaringBitmap some, String key) {
        for (int i = 0; i < keyStarts.capacity() - 1; i++) {
            int from = keyStarts.get(i);
            if (key.contentEquals(keys.subSequence(from, keyStarts.get(i + 1)))) {
                RoaringBitmap set = new RoaringBitmap();
                try {
                    set.deserialize(sets.slice(setStarts.get(i), setStarts.get(i + 1) - setStarts.get(i)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                some.or(set);
            }
        }
    }
}
