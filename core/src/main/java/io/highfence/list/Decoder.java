package io.highfence.list;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes values out of bytes that {@link Encoder} put there. */
final class Decoder {
    private final ByteBuffer bytes;

    Decoder(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** How many values or characters follow: each takes a byte at least. */
    private int count() {
        int count = number();
        if (count < 0 || count > bytes.remaining()) {
            throw new IllegalArgumentException("there cannot be " + count + " values");
        }
        return count;
    }

    String text() {
        char[] text = new char[count()];
        for (int i = 0; i < text.length; i++) {
            text[i] = (char) number();
        }
        return new String(text);
    }

    <E extends Enum<E>> E word(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    @Nullable
    Country country() {
        String code = text();
        return code.isEmpty() ? null : Country.of(code);
    }

    @Nullable
    LocalDate day() {
        return number() == 0 ? null : LocalDate.ofEpochDay(number());
    }

    DateRange range() {
        return new DateRange(day(), day());
    }

    void each(Consumer<Decoder> taker) {
        int count = count();
        for (int i = 0; i < count; i++) {
            taker.accept(this);
        }
    }

    <T> List<T> all(Function<Decoder, T> reader) {
        List<T> all = new ArrayList<>();
        each(from -> all.add(reader.apply(from)));
        return all;
    }
}
