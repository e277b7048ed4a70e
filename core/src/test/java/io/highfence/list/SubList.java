package io.highfence.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Some records of a list, as a list. */
public final class SubList {
    private SubList() {}

    /** So many records at random, each once. */
    public static PartyList of(PartyList list, Random random, int count) {
        List<ListedParty> records = new ArrayList<>(list.records());
        Collections.shuffle(records, random);
        return new PartyList(records.subList(0, count), list.editions());
    }
}
