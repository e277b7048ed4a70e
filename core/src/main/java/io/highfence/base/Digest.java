package io.highfence.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of some bytes: the identity of a rule set, a list edition or a configuration in every stamp.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Digest(String hex) {
    private static final int HEX_LENGTH = 64;

    /**
     * Checks the form.
     *
     * @param hex 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the text is not 64 lower-case hexadecimal digits
     */
    public Digest {
        if (hex.length() != HEX_LENGTH
                || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException("Not the lower-case hexadecimal form of a SHA-256: " + hex);
        }
    }

    /**
     * Digests bytes.
     *
     * @param bytes the bytes, left as they are
     * @return their SHA-256
     */
    public static Digest of(byte[] bytes) {
        MessageDigest algorithm = algorithm();
        algorithm.update(bytes);
        return finish(algorithm);
    }

    /**
     * Digests a text in UTF-8.
     *
     * @param text the text
     * @return the SHA-256 of its UTF-8 bytes
     */
    public static Digest of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A fresh SHA-256 for bytes that arrive in pieces; end it with {@link #finish(MessageDigest)}.
     *
     * @return a new, empty digest
     */
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must bring SHA-256", e);
        }
    }

    /**
     * Ends a digest of bytes that arrived in pieces.
     *
     * @param algorithm what {@link #algorithm()} gave, fed with the bytes
     * @return the SHA-256
     */
    public static Digest finish(MessageDigest algorithm) {
        return new Digest(HexFormat.of().formatHex(algorithm.digest()));
    }

    /**
     * The first twelve digits: enough for people to tell two editions apart.
     *
     * @return the short form
     */
    public String brief() {
        return hex.substring(0, 12);
    }

    @Override
    public String toString() {
        return hex;
    }
}
