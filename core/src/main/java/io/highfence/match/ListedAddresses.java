package io.highfence.match;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.text.AddressForm;
import io.highfence.text.AddressReader;
import io.highfence.text.Chars;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of each record in canonical form, and the records by the numbers in them. Immutable and safe for many threads.
 */
final class ListedAddresses {
    /** The first address of each record, and where each address begins in the text of all. */
    private final IntBuffer firsts;

    private final IntBuffer starts;
    private final CharBuffer text;
    private final Dictionary numbers;

    /** The addresses of an index. */
    ListedAddresses(IndexImage.Part part) {
        firsts = part.ints("firsts");
        starts = part.ints("starts");
        text = part.chars("text");
        numbers = new Dictionary(part.part("numbers"));
        part.check(firsts.capacity() > 0
                && firsts.get(firsts.capacity() - 1) == starts.capacity() - 1
                && starts.get(starts.capacity() - 1) == text.capacity());
    }

    /** Puts the addresses of parties into an index. */
    static void build(PartyList list, IndexImage.Part part) {
        int count = list.records().size();
        int all = 0;
        int[] firsts = new int[count + 1];
        for (int i = 0; i < count; i++) {
            all += list.records().get(i).addresses().size();
            firsts[i + 1] = all;
        }
        int[] starts = new int[all + 1];
        Chars text = new Chars();
        Dictionary.Builder numbers = new Dictionary.Builder();
        AddressReader reader = new AddressReader();
        AddressForm form = new AddressForm();
        int at = 0;
        for (int i = 0; i < count; i++) {
            for (ListedParty.Address address : list.records().get(i).addresses()) {
                reader.read(address.text(), form);
                text.add(form.canonical());
                starts[++at] = text.length();
                for (int k = 0; k < form.numberCount(); k++) {
                    numbers.add(form.canonical(), form.numberFrom(k), form.numberTo(k), i, 0);
                }
            }
        }
        part.put("firsts", firsts);
        part.put("starts", starts);
        part.put("text", text);
        numbers.build(part.part("numbers"));
    }

    /** Compares one address with the listed ones. Not safe for several threads; allocates nothing once its rooms have grown. */
    static final class Search {
        private final ListedAddresses addresses;
        private final AddressReader reader = new AddressReader();
        private final AddressForm searched = new AddressForm();
        private final AddressForm listed = new AddressForm();
        private boolean isGiven;

        Search(ListedAddresses addresses) {
            this.addresses = addresses;
        }

        /** Takes the address of the query, if it has one. */
        void search(@Nullable CharSequence address) {
            isGiven = address != null;
            if (address != null) {
                reader.read(address, searched);
            }
        }

        /** Adds the records with an address that finds them under any name. */
        void addFound(BitSet found) {
            for (int i = 0; isGiven && i < searched.numberCount(); i++) {
                Dictionary numbers = addresses.numbers;
                int word = numbers.find(searched.canonical(), searched.numberFrom(i), searched.numberTo(i));
                for (int k = word == Dictionary.NONE ? 0 : numbers.namesFrom(word);
                        word != Dictionary.NONE && k < numbers.namesTo(word);
                        k++) {
                    int record = numbers.names().get(k);
                    if (!found.get(record) && finds(record)) {
                        found.set(record);
                    }
                }
            }
        }

        private boolean finds(int record) {
            for (int i = addresses.firsts.get(record); i < addresses.firsts.get(record + 1); i++) {
                load(i);
                if (searched.finds(listed)) {
                    return true;
                }
            }
            return false;
        }

        private void load(int address) {
            listed.load(addresses.text, addresses.starts.get(address), addresses.starts.get(address + 1));
        }

        /** What the address says of a record: it agrees with one of its addresses, or differs from every one. */
        int fact(int record) {
            int from = addresses.firsts.get(record);
            int to = addresses.firsts.get(record + 1);
            boolean differs = isGiven && from < to;
            for (int i = from; isGiven && i < to; i++) {
                load(i);
                AddressForm.Likeness likeness = searched.compare(listed);
                if (likeness == AddressForm.Likeness.AGREES) {
                    return Matches.Fact.ADDRESS_AGREES.bit();
                }
                differs &= likeness == AddressForm.Likeness.DIFFERS;
            }
            return differs ? Matches.Fact.ADDRESS_DIFFERS.bit() : 0;
        }
    }
}
