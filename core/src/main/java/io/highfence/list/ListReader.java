package io.highfence.list;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;

/** Reads one published format; one implementation a format. */
interface ListReader {
    /**
     * Reads a file to its end.
     *
     * @param in the unpacked bytes
     * @param loading takes records, refusals, notes and the day of publication
     * @throws IOException if the stream cannot be read
     * @throws BadInput if the file cannot be read on
     */
    void read(InputStream in, Loading loading) throws IOException, BadInput;
}
