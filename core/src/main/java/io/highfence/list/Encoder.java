package io.highfence.list;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into bytes, which {@link Decoder} takes out again. Numbers take seven bits a byte, the lower ones first; a text is its
 * length and its characters as such numbers, so that no text is changed by it, not even one that is broken UTF-16.
 */
final class Encoder {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    int size() {
        return size;
    }

    ByteBuffer bytes() {
        return ByteBuffer.wrap(Arrays.copyOf(bytes, size));
    }

    /** Puts a number; a negative one takes five bytes. */
    void number(int value) {
        int left = value;
        while ((left & ~0x7F) != 0) {
            put((byte) (left | 0x80));
            left >>>= 7;
        }
        put((byte) left);
    }

    private void put(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + 1));
        }
        bytes[size++] = value;
    }

    void text(String value) {
        number(value.length());
        for (int i = 0; i < value.length(); i++) {
            number(value.charAt(i));
        }
    }

    void word(Enum<?> value) {
        text(value.name());
    }

    void country(@Nullable Country value) {
        text(value == null ? "" : value.code());
    }

    void day(@Nullable LocalDate value) {
        number(value == null ? 0 : 1);
        if (value != null) {
            number(Math.toIntExact(value.toEpochDay()));
        }
    }

    void range(DateRange value) {
        day(value.from());
        day(value.to());
    }

    <T> void all(Collection<T> values, BiConsumer<T, Encoder> each) {
        number(values.size());
        values.forEach(value -> each.accept(value, this));
    }
}
