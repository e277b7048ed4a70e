package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import io.highfence.input.XmlElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The loading of one file: what a reader has found so far. Rows that were refused end in an error, never in silence. */
final class Loading {
    /** The most different notes that are kept; a file that is strange throughout says the same thing with a few hundred. */
    private static final int MOST_NOTES = 500;

    private final String file;
    private final int edition;
    private final Map<String, String> shared;
    private final boolean insists;
    private final List<ListedParty> records = new ArrayList<>();
    private final Map<String, Integer> notes = new TreeMap<>();
    private int names;
    private int refused;
    private @Nullable BadInput firstFault;
    private @Nullable LocalDate published;
    private @Nullable LocalDate notBefore;
    private boolean sample;

    Loading(String file, int edition, Map<String, String> shared, boolean insists) {
        this.file = file;
        this.edition = edition;
        this.shared = shared;
        this.insists = insists;
    }

    Loading(String file, int edition) {
        this(file, edition, new HashMap<>(), false);
    }

    /** Whether the caller wants a file although it is closed or not whole. */
    boolean insists() {
        return insists;
    }

    String file() {
        return file;
    }

    int edition() {
        return edition;
    }

    /** One object for texts that thousands of records repeat. */
    String share(String text) {
        String known = shared.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** Takes a record and how many names it has as published, the primary one included. */
    void add(ListedParty record, int publishedNames) {
        records.add(record);
        names += publishedNames;
    }

    void refuse(BadInput fault) {
        if (firstFault == null) {
            firstFault = fault;
        }
        refused++;
    }

    /** Refuses what an element says. */
    void refuse(XmlElement place, String reason) {
        refuse(new BadInput(file(), place.line(), place.column(), reason));
    }

    /** Refuses a row for what stands in a column. */
    void refuse(CsvInput.Row row, String column, String reason) {
        refuse(new BadInput(file(), row.line(), row.column(column), reason));
    }

    /** Takes something that a person should know; repeated notes are counted. */
    void note(String note) {
        if (notes.size() < MOST_NOTES || notes.containsKey(note)) {
            notes.merge(note, 1, Integer::sum);
        } else {
            notes.merge("other things that were not known", 1, Integer::sum);
        }
    }

    void published(LocalDate day) {
        published = day;
    }

    /** Takes a day before which the file cannot have been published, where it does not say when it was. */
    void notBefore(@Nullable LocalDate day) {
        notBefore = notBefore == null || (day != null && day.isAfter(notBefore)) ? day : notBefore;
    }

    /** The latest such day, or null. */
    @Nullable
    LocalDate notBefore() {
        return notBefore;
    }

    void sample() {
        sample = true;
    }

    List<ListedParty> records() {
        return records;
    }

    int names() {
        return names;
    }

    @Nullable
    LocalDate published() {
        return published;
    }

    boolean isSample() {
        return sample;
    }

    List<String> notes() {
        return notes.entrySet().stream()
                .map(note -> note.getValue() == 1 ? note.getKey() : note.getKey() + " (" + note.getValue() + " times)")
                .toList();
    }

    /** What to throw where a file cannot be read on: its first fault, which may be a row that was refused before. */
    BadInput stoppedBy(BadInput fault) {
        if (firstFault == null) {
            return fault;
        }
        refuse(fault);
        return total(firstFault);
    }

    private BadInput total(BadInput first) {
        return new BadInput(
                first.file(),
                first.line(),
                first.column(),
                first.reason() + "; in all " + refused + (refused == 1 ? " row was" : " rows were")
                        + " refused, so nothing of this file was loaded",
                first);
    }

    /** Ends the loading; a load that lost rows is an error, never a smaller list. */
    void finish() throws BadInput {
        if (firstFault != null) {
            throw total(firstFault);
        }
        if (records.isEmpty()) {
            throw new BadInput(file, 0, 0, "the file holds no listed party");
        }
        noteRepeatedIds();
    }

    /**
     * Says where a publisher gives one id to several records. All are kept and searched, and no content is merged: the European Union
     * lists some parties twice under one id, and a file with one wrong id must not cost a user the whole list. A caller's own list,
     * which the caller can mend, is refused by its reader.
     */
    private void noteRepeatedIds() {
        Map<String, ListedParty> first = new HashMap<>();
        Map<String, Boolean> repeated = new TreeMap<>();
        for (ListedParty record : records) {
            ListedParty known = first.putIfAbsent(record.key(), record);
            if (known != null) {
                repeated.merge(record.list() + " " + record.entry(), record.equals(known), Boolean::logicalAnd);
            }
        }
        noteRepeated(repeated, false, "several records that say different things");
        noteRepeated(repeated, true, "several records that say the same");
    }

    private void noteRepeated(Map<String, Boolean> repeated, boolean same, String what) {
        List<String> keys = repeated.keySet().stream()
                .filter(key -> Boolean.TRUE.equals(repeated.get(key)) == same)
                .toList();
        if (!keys.isEmpty()) {
            note((keys.size() == 1 ? "one id stands" : keys.size() + " ids stand") + " on " + what + ", such as '"
                    + Published.shortened(keys.get(0)) + "'; every record is kept");
        }
    }
}
