package io.highfence.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has come in deciding its open orders again.
 *
 * @param under the digest of what they are decided under
 * @param running whether some are left
 * @param after the id of the last order that was looked at; blank at the beginning
 * @param changed how many decisions changed
 * @param unchanged how many did not
 */
record Progress(String under, boolean running, String after, long changed, long unchanged) {
    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(under);
            out.writeBoolean(running);
            out.writeUTF(after);
            out.writeLong(changed);
            out.writeLong(unchanged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Progress of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Progress("", false, "", 0, 0);
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Progress(in.readUTF(), in.readBoolean(), in.readUTF(), in.readLong(), in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
