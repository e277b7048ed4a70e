package io.highfence.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The three bytes with which some programs begin a file in UTF-8. */
final class ByteOrderMark {
    private static final int LENGTH = 3;

    private ByteOrderMark() {}

    /** The same bytes without the mark, if there is one. */
    static InputStream passOver(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, LENGTH);
        byte[] mark = start.readNBytes(LENGTH);
        if (!(mark.length == LENGTH && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF)) {
            start.unread(mark);
        }
        return start;
    }
}
