package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingAccuracyTest {
    /**
     * A reading that is in neither source (谌 as shen), and a name with two characters that are not read in their usual way: one
     * place deviates at a time.
     */
    private static final List<String> NOT_READ = List.of("谌贻琴", "藏傳佛教");

    @Test
    void everyNameOfTheSampleHasItsAcceptedReadingButTwo() {
        List<ReadingAccuracy.Name> sample = ReadingAccuracy.sample();
        assertTrue(sample.size() >= 200, "the sample has " + sample.size());
        assertEquals(
                NOT_READ,
                sample.stream()
                        .filter(name -> !ReadingAccuracy.isKept(name))
                        .map(ReadingAccuracy.Name::han)
                        .toList());
    }
}
