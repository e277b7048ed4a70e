package io.highfence.match;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.text.Chars;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the matcher weighs of each record beside its names, and which records are of one party. Immutable and safe for many threads;
 * looking up allocates nothing.
 */
final class RecordFacts {
    private static final List<PartyType> TYPES = List.of(PartyType.values());
    private static final int CODE = 2;

    private final ByteBuffer types;

    /** The place of each record in the order of sources and entries, by which equal hits stand. */
    private final IntBuffer places;

    private final IntBuffer countryStarts;
    private final CharBuffer countries;
    private final IntBuffer birthStarts;

    /** First and last day of each birth date that says something, by the number of days since 1970. */
    private final IntBuffer births;

    private final IntBuffer partyStarts;
    private final IntBuffer partyRecords;

    /** The facts of an index. */
    RecordFacts(IndexImage.Part part) {
        types = part.bytes("types");
        places = part.ints("places");
        countryStarts = part.ints("country-starts");
        countries = part.chars("countries");
        birthStarts = part.ints("birth-starts");
        births = part.ints("births");
        partyStarts = part.ints("party-starts");
        partyRecords = part.ints("party-records");
    }

    /** Puts what is known of records into an index. */
    static RecordFacts build(PartyList list, IndexImage.Part part) {
        List<ListedParty> records = list.records();
        int count = records.size();
        byte[] types = new byte[count];
        int[] countryStarts = new int[count + 1];
        Chars countries = new Chars();
        int[] birthStarts = new int[count + 1];
        IntStream.Builder births = IntStream.builder();
        int birthCount = 0;
        int parties = 0;
        for (int i = 0; i < count; i++) {
            ListedParty record = records.get(i);
            types[i] = (byte) TYPES.indexOf(record.type());
            for (Country country : record.countries()) {
                countries.add(country.code());
            }
            countryStarts[i + 1] = countries.length() / CODE;
            for (DateRange birth : record.birthDates()) {
                // A date of which nothing is known says nothing.
                if (!birth.equals(DateRange.ALWAYS)) {
                    births.add(first(birth)).add(last(birth));
                    birthCount++;
                }
            }
            birthStarts[i + 1] = birthCount;
            parties = Math.max(parties, list.party(i) + 1);
        }
        part.put("types", types);
        part.put("places", places(records));
        part.put("country-starts", countryStarts);
        part.put("countries", countries);
        part.put("birth-starts", birthStarts);
        part.put("births", births.build().toArray());
        putParties(list, parties, part);
        return new RecordFacts(part);
    }

    private static int[] places(List<ListedParty> records) {
        int[] order = IntStream.range(0, records.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> records.get(i).source())
                        .thenComparing(i -> records.get(i).entry()))
                .mapToInt(i -> i)
                .toArray();
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    private static void putParties(PartyList list, int parties, IndexImage.Part part) {
        int count = list.records().size();
        int[] starts = new int[parties + 1];
        for (int i = 0; i < count; i++) {
            starts[list.party(i) + 1]++;
        }
        for (int i = 0; i < parties; i++) {
            starts[i + 1] += starts[i];
        }
        int[] records = new int[count];
        int[] next = starts.clone();
        for (int i = 0; i < count; i++) {
            records[next[list.party(i)]++] = i;
        }
        part.put("party-starts", starts);
        part.put("party-records", records);
    }

    private static int first(DateRange range) {
        LocalDate day = range.from();
        return day == null ? Integer.MIN_VALUE : (int) day.toEpochDay();
    }

    private static int last(DateRange range) {
        LocalDate day = range.to();
        return day == null ? Integer.MAX_VALUE : (int) day.toEpochDay();
    }

    PartyType type(int record) {
        return TYPES.get(types.get(record));
    }

    /** Whether a record stands before another one where nothing else orders them. */
    boolean isBefore(int record, int other) {
        return places.get(record) < places.get(other);
    }

    /** Whether a country agrees with those of a record: nothing is said where either side has none. */
    int countryFact(@Nullable Country country, int record) {
        int from = countryStarts.get(record);
        int to = countryStarts.get(record + 1);
        if (country == null || from == to) {
            return 0;
        }
        String code = country.code();
        for (int i = from; i < to; i++) {
            if (countries.get(CODE * i) == code.charAt(0) && countries.get(CODE * i + 1) == code.charAt(1)) {
                return Matches.Fact.COUNTRY_AGREES.bit();
            }
        }
        return Matches.Fact.COUNTRY_DIFFERS.bit();
    }

    /** Whether a birth date agrees with those of a record. A date of which nothing is known is neither agreement nor contradiction. */
    int birthDateFact(@Nullable DateRange birth, int record) {
        int from = birthStarts.get(record);
        int to = birthStarts.get(record + 1);
        if (birth == null || birth.equals(DateRange.ALWAYS) || from == to) {
            return 0;
        }
        int first = first(birth);
        int last = last(birth);
        for (int i = from; i < to; i++) {
            if (births.get(2 * i) <= last && first <= births.get(2 * i + 1)) {
                return Matches.Fact.BIRTH_DATE_AGREES.bit();
            }
        }
        return Matches.Fact.BIRTH_DATE_DIFFERS.bit();
    }

    /** How many records a party has. */
    int recordsOf(int party) {
        return partyStarts.get(party + 1) - partyStarts.get(party);
    }

    int recordOf(int party, int which) {
        return partyRecords.get(partyStarts.get(party) + which);
    }
}
