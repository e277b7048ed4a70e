package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedDateTest {
    @ParameterizedTest
    @CsvSource({
        "1957-04-28,1957-04-28..1957-04-28",
        "28 Apr 1957,1957-04-28..1957-04-28",
        "9 Jan 1999,1999-01-09..1999-01-09",
        "Sep 1970,1970-09-01..1970-09-30",
        "Feb 1972,1972-02-01..1972-02-29",
        "1970-09,1970-09-01..1970-09-30",
        "1938,1938-01-01..1938-12-31",
        "circa 1951,1950-01-01..1952-12-31",
        "Circa 12 Jul 1951,1950-07-12..1952-07-12",
        "c. 1951,1950-01-01..1952-12-31",
        "1957 to 1960,1957-01-01..1960-12-31",
        "1957-1960,1957-01-01..1960-12-31",
        "circa 1957-1960,1956-01-01..1961-12-31",
        "01 Jan 1957 to Mar 1958,1957-01-01..1958-03-31",
        "2019-05-16T00:00:00Z,2019-05-16..2019-05-16",
        "' 1938 ',1938-01-01..1938-12-31"
    })
    void aDateIsTheDaysThatItMayMean(String published, String range) {
        assertEquals(range, String.valueOf(PublishedDate.parse(published)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "1957-02-30",
                "1957-13-01",
                "1957-00-00",
                "31 Apr 1957",
                "28 Foo 1957",
                "1960 to 1957",
                "1957 to",
                "57",
                "19577",
                "28/04/1957"
            })
    void whatIsNoDateIsNone(String published) {
        assertNull(PublishedDate.parse(published));
    }

    @Test
    void aLongTextIsNoDate() {
        assertEquals("1938-01-01..1938-12-31", String.valueOf(PublishedDate.parse("1938" + " ".repeat(56))));
        assertNull(PublishedDate.parse("1938" + " ".repeat(57)));
    }
}
