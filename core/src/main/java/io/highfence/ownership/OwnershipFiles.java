package io.highfence.ownership;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Which form a file of stakes has: JSON begins with a brace or a bracket, anything else is a table. */
final class OwnershipFiles {
    private static final int PEEKED = 256;

    private OwnershipFiles() {}

    static OwnershipGraph read(InputStream in, String file) throws IOException, BadInput {
        // The caller closes the stream underneath.
        @SuppressWarnings("resource")
        PushbackInputStream start = new PushbackInputStream(in, PEEKED);
        byte[] head = start.readNBytes(PEEKED);
        start.unread(head);
        return isJson(head) ? new BodsReader(file).read(start) : new StakeTable(file).read(start);
    }

    private static boolean isJson(byte[] head) {
        for (int i = 0; i < head.length; i++) {
            boolean mark = i < 3 && head[i] < 0; // a byte-order mark
            if (!mark && head[i] > ' ') {
                return head[i] == '{' || head[i] == '[';
            }
        }
        return false;
    }
}
