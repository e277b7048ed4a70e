package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Lines of tab-separated UTF-8. A line ends with a line feed, before which a carriage return is dropped; a byte-order mark at
 * the start is dropped too. Each line is decoded on its own, so that a byte that is not UTF-8 spoils no other line.
 */
final class Lines {
    private final InputStream in;
    private final String file;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private long number;

    Lines(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** Goes to the next line; false at the end. */
    boolean next() throws IOException {
        bytes.reset();
        int b = in.read();
        if (b < 0) {
            return false;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            bytes.write(b);
        }
        number++;
        return true;
    }

    long number() {
        return number;
    }

    /** The text of the line. */
    String text() throws BadInput {
        ByteBuffer from = ByteBuffer.wrap(bytes.toByteArray());
        CharBuffer to = CharBuffer.allocate(from.remaining());
        boolean fault = decoder.reset().decode(from, to, true).isError();
        String text = to.flip().toString();
        if (fault) {
            int cell = 1 + (int) text.chars().filter(c -> c == '\t').count();
            throw new BadInput(file, number, cell, "this cell holds a byte that is not UTF-8");
        }
        int start = number == 1 && text.startsWith("\uFEFF") ? 1 : 0;
        int end = text.endsWith("\r") ? text.length() - 1 : text.length();
        return text.substring(Math.min(start, end), end);
    }
}
