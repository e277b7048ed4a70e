package io.highfence.ledger;

import io.highfence.base.BadInput;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * A ledger's log: one line an event, only ever appended to.
 *
 * <pre>
 *   LLLLLLLL CCCCCCCC text
 * </pre>
 *
 * <p>L is the length of the line in bytes, with its line feed; C the CRC-32C of the C of the line before, L and the text, so that
 * no line can be changed, lost, doubled or moved unseen; both in eight hexadecimal digits. The first line's text is the head. The
 * sums guard against accidents, not against a forger.
 *
 * <p>Only the end of a log can be torn: a last line that has no line feed and is shorter than it says was never acknowledged.
 * Everything else that is wrong is damage.
 */
final class LedgerLog {
    static final String HEAD = "highfence-ledger 1";

    /** The longest line, in bytes: 64 postings with the longest ids fit in it. */
    static final int MAX_LINE = 1 << 20;

    private static final String START = "00000000";
    private static final int SUM_WIDTH = 8;
    private static final int SUM_AT = SUM_WIDTH + 1;
    private static final int TEXT_AT = SUM_AT + SUM_WIDTH + 1;
    private static final char END = '\n';

    private LedgerLog() {}

    /** Where bytes are appended. */
    interface Store extends Closeable {
        /** Appends, and returns when it is where a crash cannot reach it. */
        void append(byte[] bytes) throws IOException;
    }

    /** A file as a store. */
    static final class FileStore implements Store {
        private final FileChannel channel;
        private final WriterLock lock;
        private long end;

        FileStore(FileChannel channel, WriterLock lock, long end) {
            this.channel = channel;
            this.lock = lock;
            this.end = end;
        }

        @Override
        public void append(byte[] bytes) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                end += channel.write(rest, end);
            }
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                lock.close();
            }
        }
    }

    /**
     * What reading found.
     *
     * @param sum the sum of the last whole line
     * @param end where the last whole line ends
     * @param unended whether that line is whole but for its line feed
     * @param torn how many bytes behind it belong to no whole line
     */
    record Found(String sum, long end, boolean unended, long torn) {}

    static String head() {
        return line(START, HEAD);
    }

    /** A whole line. */
    static String line(String before, String text) {
        int length = TEXT_AT + text.getBytes(StandardCharsets.UTF_8).length + 1;
        String hex = HexFormat.of().toHexDigits(length);
        return hex + ' ' + sum(before, hex, text.getBytes(StandardCharsets.UTF_8)) + ' ' + text + END;
    }

    /** The sum that a whole line has. */
    static String sumOf(String line) {
        return line.substring(SUM_AT, SUM_AT + SUM_WIDTH);
    }

    private static String sum(String before, String length, byte[] text) {
        CRC32C crc = new CRC32C();
        crc.update(before.getBytes(StandardCharsets.US_ASCII));
        crc.update(length.getBytes(StandardCharsets.US_ASCII));
        crc.update(text);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Reads a log from its head on, and hands over each event. */
    static Found read(Path path, Consumer<Event> events) throws IOException, BadInput {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return read(in, path.toString(), events);
        }
    }

    static Found read(InputStream in, String file, Consumer<Event> events) throws IOException, BadInput {
        return new Reading(file, in, events).read();
    }

    /** The reading of one log. */
    private static final class Reading {
        private final String file;
        private final InputStream in;
        private final Consumer<Event> events;
        private String before = START;
        private long number;
        private long end;

        Reading(String file, InputStream in, Consumer<Event> events) {
            this.file = file;
            this.in = in;
            this.events = events;
        }

        Found read() throws IOException, BadInput {
            while (true) {
                number++;
                byte[] line = next();
                boolean ended = line.length > 0 && line[line.length - 1] == END;
                if (ended) {
                    take(line);
                    end += line.length;
                    continue;
                }
                if (number == 1) {
                    throw fault("the file is no ledger, or its head was never written");
                }
                int length = written(line);
                if (length > 0 && length == declared(line, length) - 1) {
                    byte[] whole = Arrays.copyOf(line, length + 1);
                    whole[length] = END;
                    take(whole);
                    return new Found(before, end + length, true, line.length - length);
                }
                if (length >= declared(line, length)) {
                    throw fault("the last line is damaged: it is longer than it says");
                }
                return new Found(before, end, false, line.length);
            }
        }

        /** The bytes up to a line feed, or to the end of the file. */
        private byte[] next() throws IOException, BadInput {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == END) {
                    break;
                }
                if (line.size() > MAX_LINE) {
                    throw fault("a line has more than " + MAX_LINE + " bytes");
                }
            }
            return line.toByteArray();
        }

        /** How much of a torn line was written: a file system may have made room, in zeros, for what never came. */
        private static int written(byte[] line) {
            int length = line.length;
            while (length > 0 && line[length - 1] == 0) {
                length--;
            }
            return length;
        }

        /** How long an unended line says that it is; a line of which not even that was written may be of any length. */
        private int declared(byte[] line, int length) throws BadInput {
            return length < SUM_WIDTH ? Integer.MAX_VALUE : length(line);
        }

        private int length(byte[] line) throws BadInput {
            String hex = new String(line, 0, SUM_WIDTH, StandardCharsets.ISO_8859_1);
            try {
                int length = HexFormat.fromHexDigits(hex);
                if (HexFormat.of().toHexDigits(length).equals(hex)) {
                    return length;
                }
            } catch (IllegalArgumentException e) {
                throw new BadInput(file, number, 1, "the line is damaged: it does not say its length", e);
            }
            throw fault("the line is damaged: it does not say its length");
        }

        private void take(byte[] line) throws BadInput {
            if (line.length < TEXT_AT + 1 || length(line) != line.length) {
                throw fault("the line is damaged: it has not the length that it says");
            }
            String hex = new String(line, 0, SUM_WIDTH, StandardCharsets.ISO_8859_1);
            String stated = new String(line, SUM_AT, SUM_WIDTH, StandardCharsets.ISO_8859_1);
            byte[] text = Arrays.copyOfRange(line, TEXT_AT, line.length - 1);
            if (!stated.equals(sum(before, hex, text)) || line[SUM_WIDTH] != ' ' || line[TEXT_AT - 1] != ' ') {
                throw fault("the line is damaged, or a line before it is missing: its checksum is wrong");
            }
            before = stated;
            String words = new String(text, StandardCharsets.UTF_8);
            if (number == 1) {
                if (!words.equals(HEAD)) {
                    throw fault("the file is no ledger of this version, '" + HEAD + "'");
                }
                return;
            }
            try {
                events.accept(Event.parse(words));
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                throw new BadInput(file, number, 0, "the line cannot have happened: " + e.getMessage(), e);
            }
        }

        private BadInput fault(String reason) {
            return new BadInput(file, number, 0, reason);
        }
    }
}
