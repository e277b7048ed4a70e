package io.highfence.match;

import io.highfence.list.ListedParty.Identifier;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.PartyList;
import java.nio.IntBuffer;
import java.util.BitSet;
import java.util.List;

/**
 * The records by the identifiers of their parties, each by the letter of its kind and its normal form. Immutable and safe for many
 * threads.
 */
final class Identifiers {
    /** A value of unknown kind is equal to one of another kind only with so many letters and digits, and so many digits. */
    private static final int LEAST_SIGNS = 6;

    private static final int LEAST_DIGITS = 4;

    private static final List<Kind> KINDS = List.of(Kind.values());

    private final Dictionary keys;

    /** The identifiers of an index. */
    Identifiers(IndexImage.Part part) {
        keys = new Dictionary(part);
    }

    /** Puts the identifiers of parties into an index. */
    static void build(PartyList list, IndexImage.Part part) {
        Dictionary.Builder keys = new Dictionary.Builder();
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < list.records().size(); i++) {
            for (Identifier identifier : list.records().get(i).identifiers()) {
                key(identifier.kind(), identifier.value(), key);
                // A value such as "-" names nobody.
                if (key.length() > 1) {
                    keys.add(key, i, 0);
                }
            }
        }
        keys.build(part);
    }

    private static void key(Kind kind, CharSequence value, StringBuilder key) {
        key.setLength(0);
        key.append((char) ('a' + KINDS.indexOf(kind)));
        kind.appendNormal(value, key);
    }

    /** Looks identifiers up. Not safe for several threads; allocates nothing once its room has grown. */
    static final class Search {
        private final Identifiers identifiers;
        private final StringBuilder own = new StringBuilder();
        private final StringBuilder key = new StringBuilder();

        Search(Identifiers identifiers) {
            this.identifiers = identifiers;
        }

        /** Adds the records with an equal identifier; where one side does not know the kind, its value must tell enough alone. */
        void addEqual(Identifier identifier, BitSet found) {
            own.setLength(0);
            identifier.kind().appendNormal(identifier.value(), own);
            add(identifier.kind(), found);
            for (int i = 0; i < KINDS.size() && tellsWithoutKind(own); i++) {
                if ((identifier.kind() == Kind.OTHER) != (KINDS.get(i) == Kind.OTHER)) {
                    add(KINDS.get(i), found);
                }
            }
        }

        private void add(Kind kind, BitSet found) {
            // A value is brought to its form by its kind: a BIC of eleven signs, a ship number with its letters.
            key(kind, own, key);
            int word = identifiers.keys.find(key);
            if (word != Dictionary.NONE) {
                IntBuffer records = identifiers.keys.names();
                for (int i = identifiers.keys.namesFrom(word); i < identifiers.keys.namesTo(word); i++) {
                    found.set(records.get(i));
                }
            }
        }

        private static boolean tellsWithoutKind(CharSequence value) {
            int digits = 0;
            for (int i = 0; i < value.length(); i++) {
                digits += value.charAt(i) >= '0' && value.charAt(i) <= '9' ? 1 : 0;
            }
            return value.length() >= LEAST_SIGNS && digits >= LEAST_DIGITS;
        }
    }
}
