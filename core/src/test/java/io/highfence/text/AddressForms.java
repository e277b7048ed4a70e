package io.highfence.text;

import java.util.LinkedHashSet;
import java.util.Set;

/** Addresses in canonical form as tests like to have them. */
final class AddressForms {
    private AddressForms() {}

    static AddressForm of(CharSequence address) {
        AddressForm form = new AddressForm();
        new AddressReader().read(address, form);
        return form;
    }

    /** The numbers of houses, buildings and rooms. */
    static Set<String> numbers(AddressForm form) {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < form.numberCount(); i++) {
            all.add(form.canonical()
                    .subSequence(form.numberFrom(i), form.numberTo(i))
                    .toString());
        }
        return all;
    }
}
