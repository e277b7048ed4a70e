package io.highfence.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {
    /** The examples of FIPS 180-4 as NIST publishes them. */
    @Test
    void isSha256() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Digest.of("").hex());
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Digest.of("abc").hex());
        assertEquals(
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                Digest.of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                        .hex());
    }

    @Test
    void aTextIsDigestedAsUtf8() {
        String name = "Société Générale 中芯国际";
        assertEquals(Digest.of(name.getBytes(StandardCharsets.UTF_8)), Digest.of(name));
    }

    @Test
    void bytesMayArriveInPieces() {
        MessageDigest algorithm = Digest.algorithm();
        algorithm.update(new byte[] {'a'});
        algorithm.update(new byte[] {'b', 'c'});
        assertEquals(Digest.of("abc"), Digest.finish(algorithm));
    }

    @Test
    void theShortFormIsTheFirstTwelveDigits() {
        assertEquals("ba7816bf8f01", Digest.of("abc").brief());
        assertEquals(Digest.of("abc").hex(), Digest.of("abc").toString());
        assertEquals(Digest.of("abc"), new Digest(Digest.of("abc").hex()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ba7816bf8f01",
                "a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "0ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "٠a7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            })
    void anythingButSixtyFourSmallDigitsIsRefused(String hex) {
        assertThrows(IllegalArgumentException.class, () -> new Digest(hex));
    }
}
