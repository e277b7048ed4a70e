package io.highfence.match;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * An {@link IndexImage} as a file that is mapped: a head, a directory of sections, and the sections, each at a multiple of 64 bytes.
 *
 * <pre>
 *   0  HIGHFNCE       8 characters
 *   8  version        int
 *  12  sections       int, how many
 *  16  length         long, of the file in bytes
 *  24  digest         SHA-256 of everything behind the head
 *  56  directory      int, CRC-32C of the directory
 *  60  head           int, CRC-32C of the 60 bytes before
 *  64  directory      96 bytes a section: name (72, filled up with zeros), offset (long), length (long), CRC-32C (int), 0 (int)
 * </pre>
 *
 * <p>Opening checks everything but the digest, which {@link #verify} does. A file is only ever replaced by another one under its
 * name, never written into: who has mapped it goes on reading the old one.
 */
final class ImageFile {
    /** Raised with every change of the layout and of how names and addresses are read. */
    static final int VERSION = 3;

    private static final byte[] MAGIC = "HIGHFNCE".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 64;
    private static final int HEAD_SUM = HEAD - Integer.BYTES;
    private static final int DIGEST = 24;
    private static final int DIGEST_LENGTH = 32;
    private static final int ENTRY = 96;
    private static final int NAME = 72;
    private static final int ALIGNMENT = 64;
    private static final int MOST_SECTIONS = 1 << 12;

    private final String file;
    private final ByteBuffer bytes;

    private ImageFile(Path path, ByteBuffer bytes) {
        this.file = path.toString();
        this.bytes = bytes;
    }

    /** Writes an image beside its place and then moves it there, so that no half-written file ever has its name. */
    static void save(IndexImage image, Path path) throws IOException {
        Map<String, ByteBuffer> sections = image.sections();
        ByteBuffer head = ByteBuffer.allocate(HEAD + sections.size() * ENTRY).order(ByteOrder.LITTLE_ENDIAN);
        long end = aligned(head.capacity());
        head.position(HEAD);
        for (Map.Entry<String, ByteBuffer> section : sections.entrySet()) {
            ByteBuffer content = section.getValue().duplicate().rewind();
            byte[] name = section.getKey().getBytes(StandardCharsets.US_ASCII);
            head.put(Arrays.copyOf(name, NAME)).putLong(end).putLong(content.remaining());
            head.putInt(sum(content)).putInt(0);
            end = aligned(end + content.capacity());
        }
        if (end > Integer.MAX_VALUE) {
            throw new IOException(path + ": the index needs " + end + " bytes, and " + Integer.MAX_VALUE
                    + " is the most that can be mapped; build one index a list");
        }
        head.put(0, MAGIC).putInt(8, VERSION).putInt(12, sections.size()).putLong(16, end);
        Path beside = path.resolveSibling(path.getFileName() + ".part");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            MessageDigest digest = Digest.algorithm();
            digest.update(head.duplicate().position(HEAD).limit(head.capacity()));
            write(out, pad(head.capacity()), head.capacity(), digest);
            long at = aligned(head.capacity());
            for (ByteBuffer section : sections.values()) {
                ByteBuffer content = section.duplicate().rewind();
                int length = content.remaining();
                digest.update(content.duplicate());
                at = write(out, content, at);
                at = write(out, pad(length), at, digest);
            }
            head.put(DIGEST, digest.digest());
            head.putInt(
                    DIGEST + DIGEST_LENGTH, sum(head.duplicate().position(HEAD).limit(head.capacity())));
            head.putInt(HEAD_SUM, sum(head.duplicate().position(0).limit(HEAD_SUM)));
            write(out, head.rewind(), 0);
            out.force(true);
        }
        try {
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static long aligned(long at) {
        return (at + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static ByteBuffer pad(long length) {
        return ByteBuffer.allocate((int) (aligned(length) - length));
    }

    private static long write(FileChannel out, ByteBuffer content, long at, MessageDigest digest) throws IOException {
        digest.update(content.duplicate());
        return write(out, content, at);
    }

    private static long write(FileChannel out, ByteBuffer content, long from) throws IOException {
        long at = from;
        while (content.hasRemaining()) {
            at += out.write(content, at);
        }
        return at;
    }

    private static int sum(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content.duplicate());
        return (int) sum.getValue();
    }

    /** Maps a file and checks what it says of itself. */
    static ImageFile map(Path path) throws IOException, BadInput {
        try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = in.size();
            if (size < HEAD || size > Integer.MAX_VALUE) {
                throw new BadInput(path.toString(), 0, 0, "this is no index, which " + size + " bytes cannot be");
            }
            MappedByteBuffer bytes = in.map(FileChannel.MapMode.READ_ONLY, 0, size);
            ImageFile file = new ImageFile(path, bytes.order(ByteOrder.LITTLE_ENDIAN));
            file.checkHead();
            return file;
        }
    }

    private BadInput damaged(String reason) {
        return new BadInput(file, 0, 0, reason + "; build the index again");
    }

    private void checkHead() throws BadInput {
        if (!slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw new BadInput(file, 0, 0, "this is no index: it does not begin with HIGHFNCE");
        }
        if (bytes.getInt(HEAD_SUM) != sum(slice(0, HEAD_SUM))) {
            throw damaged("the head of the index is damaged");
        }
        if (bytes.getInt(8) != VERSION) {
            throw damaged("the index is of version " + bytes.getInt(8) + ", and this program reads version " + VERSION);
        }
        if (bytes.getLong(16) != bytes.capacity()) {
            throw damaged("the index should have " + bytes.getLong(16) + " bytes and has " + bytes.capacity());
        }
        int count = bytes.getInt(12);
        if (count < 0 || count > MOST_SECTIONS || HEAD + (long) count * ENTRY > bytes.capacity()) {
            throw damaged("the index says that it has " + count + " sections");
        }
        if (bytes.getInt(DIGEST + DIGEST_LENGTH) != sum(slice(HEAD, count * ENTRY))) {
            throw damaged("the directory of the index is damaged");
        }
    }

    private ByteBuffer slice(int from, int length) {
        return bytes.slice(from, length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The sections, each checked against its sum. */
    IndexImage image() throws BadInput {
        IndexImage image = new IndexImage();
        int count = bytes.getInt(12);
        long end = aligned(HEAD + (long) count * ENTRY);
        for (int i = 0; i < count; i++) {
            int entry = HEAD + i * ENTRY;
            String name = name(entry);
            long from = bytes.getLong(entry + NAME);
            long length = bytes.getLong(entry + NAME + Long.BYTES);
            if (from != end || length < 0 || length > bytes.capacity() - from) {
                throw damaged("the section " + name + " does not lie where it can");
            }
            ByteBuffer section = slice((int) from, (int) length);
            if (sum(section) != bytes.getInt(entry + NAME + 2 * Long.BYTES)) {
                throw damaged("the section " + name + " is damaged");
            }
            if (image.sections().containsKey(name)) {
                throw damaged("the section " + name + " is there twice");
            }
            image.put(name, section);
            end = aligned(from + length);
        }
        return image;
    }

    private String name(int entry) {
        byte[] name = new byte[NAME];
        bytes.get(entry, name);
        int length = 0;
        while (length < NAME && name[length] != 0) {
            length++;
        }
        return new String(name, 0, length, StandardCharsets.US_ASCII);
    }

    /** Checks every byte behind the head against the digest in it. */
    Digest verify() throws BadInput {
        byte[] stored = new byte[DIGEST_LENGTH];
        bytes.get(DIGEST, stored);
        MessageDigest digest = Digest.algorithm();
        digest.update(slice(HEAD, bytes.capacity() - HEAD));
        byte[] found = digest.digest();
        if (!Arrays.equals(stored, found)) {
            throw damaged("the index has the digest " + HexFormat.of().formatHex(found) + " and should have "
                    + HexFormat.of().formatHex(stored));
        }
        return new Digest(HexFormat.of().formatHex(found));
    }
}
