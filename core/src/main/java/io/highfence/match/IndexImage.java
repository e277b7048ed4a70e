package io.highfence.match;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The flat bytes of an index: named sections of numbers and characters, little-endian, outside of the heap. The builder puts them, or
 * {@link ImageFile} maps them; either way they are read the same.
 *
 * <p>Who fills it is one thread; after that it is only read, by many, through views that are made once.
 */
final class IndexImage {
    private final Map<String, ByteBuffer> sections = new LinkedHashMap<>();

    /** The sections whose names begin alike. */
    record Part(IndexImage image, String name) {
        Part part(String inner) {
            return new Part(image, name + "." + inner);
        }

        void put(String section, byte[] values) {
            image.put(name + "." + section, values.length).put(values);
        }

        void put(String section, short[] values) {
            image.put(name + "." + section, (long) values.length * Short.BYTES)
                    .asShortBuffer()
                    .put(values);
        }

        void put(String section, int[] values) {
            image.put(name + "." + section, (long) values.length * Integer.BYTES)
                    .asIntBuffer()
                    .put(values);
        }

        void put(String section, long[] values) {
            image.put(name + "." + section, (long) values.length * Long.BYTES)
                    .asLongBuffer()
                    .put(values);
        }

        void put(String section, CharSequence text) {
            CharBuffer into = image.put(name + "." + section, (long) text.length() * Character.BYTES)
                    .asCharBuffer();
            for (int i = 0; i < text.length(); i++) {
                into.put(text.charAt(i));
            }
        }

        ByteBuffer bytes(String section) {
            return image.get(name + "." + section);
        }

        /** That sections are as long as others say. */
        void check(boolean fits) {
            if (!fits) {
                throw new IllegalStateException("the sections of " + name + " do not fit together");
            }
        }

        ShortBuffer shorts(String section) {
            return bytes(section).asShortBuffer();
        }

        IntBuffer ints(String section) {
            return bytes(section).asIntBuffer();
        }

        LongBuffer longs(String section) {
            return bytes(section).asLongBuffer();
        }

        CharBuffer chars(String section) {
            return bytes(section).asCharBuffer();
        }
    }

    Part part(String name) {
        return new Part(this, name);
    }

    private ByteBuffer put(String name, long size) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(size)).order(ByteOrder.LITTLE_ENDIAN);
        put(name, bytes);
        return bytes;
    }

    /** Puts a section that is there already. */
    void put(String name, ByteBuffer bytes) {
        sections.put(name, bytes);
    }

    /** Every section; a view. */
    Map<String, ByteBuffer> sections() {
        return Collections.unmodifiableMap(sections);
    }

    private ByteBuffer get(String name) {
        ByteBuffer bytes = sections.get(name);
        if (bytes == null) {
            throw new IllegalStateException("the section " + name + " is missing");
        }
        // Of one class wherever it comes from, so that one compiled way of reading serves for all.
        return bytes.asReadOnlyBuffer().rewind().order(ByteOrder.LITTLE_ENDIAN);
    }
}
