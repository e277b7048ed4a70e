package io.highfence.benchmarks;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every listed name in the plain form in which the rivals compare: no marks, lower case, words of letters and digits. */
final class PlainNames {
    private final String[] texts;
    private final int[] parties;
    private final int partyCount;

    PlainNames(PartyList list) {
        List<String> all = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        int most = -1;
        for (int record = 0; record < list.records().size(); record++) {
            int party = list.party(record);
            most = Math.max(most, party);
            for (ListedParty.Name name : list.records().get(record).names()) {
                all.add(plain(name.text()));
                owners.add(party);
            }
        }
        texts = all.toArray(new String[0]);
        parties = owners.stream().mapToInt(Integer::intValue).toArray();
        partyCount = most + 1;
    }

    int count() {
        return texts.length;
    }

    String text(int name) {
        return texts[name];
    }

    int party(int name) {
        return parties[name];
    }

    /** An empty answer. */
    Found found() {
        return new Found(partyCount);
    }

    static String plain(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        apart.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                plain.appendCodePoint(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && c != '.'
                    && c != '\''
                    && plain.length() > 0
                    && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    /** The parties that a search brought up, each once; begins anew without being cleared. */
    static final class Found {
        private final int[] foundBy;
        private int search;
        private int count;

        private Found(int parties) {
            foundBy = new int[parties];
        }

        void begin() {
            search++;
            count = 0;
        }

        void add(int party) {
            if (foundBy[party] != search) {
                foundBy[party] = search;
                count++;
            }
        }

        boolean contains(int party) {
            return foundBy[party] == search;
        }

        int count() {
            return count;
        }
    }
}
