package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListTerms.Redistribution;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListTermsTest {
    /** Every short code that a reader gives to a list. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SDN", "SSI", "PLC", "CMIC", "MBS", "CAP", "FSE", "EL", "DPL", "UVL", "MEU", "DTC", "ISN", "EU", "UK",
                "OFSI", "UN", "AU", "CH", "CA", "JP-EUL"
            })
    void everyPublishedListHasItsTerms(String list) {
        ListTerms terms = ListTerms.of(list);
        assertEquals(list, terms.list());
        for (String text : List.of(terms.name(), terms.publisher(), terms.partner(), terms.terms(), terms.why())) {
            assertFalse(text.isBlank(), terms.toString());
        }
        assertNotEquals("own", terms.partner());
        assertTrue(terms.source().startsWith("https://"), terms.source());
        assertTrue(terms.maxAgeDays() > 0 && terms.maxShrinkPercent() > 0 && terms.maxShrinkPercent() < 100);
        assertEquals(
                terms.redistribution() == Redistribution.WITH_ATTRIBUTION,
                terms.redistribution() != Redistribution.NOT_KNOWN
                        && !terms.attribution().isBlank());
    }

    @Test
    void aListThatIsNotKnownIsTheCallersOwn() {
        ListTerms terms = ListTerms.of("CUSTOM");
        assertEquals("own", terms.partner());
        assertEquals(
                new ListTerms(
                        "X",
                        "X",
                        terms.publisher(),
                        "own",
                        "",
                        terms.terms(),
                        "",
                        Redistribution.NOT_KNOWN,
                        terms.maxAgeDays(),
                        terms.why(),
                        terms.maxShrinkPercent()),
                ListTerms.of("X"));
    }

    /** A work of the US Government is free; the United Nations and Canada are named as not open. */
    @Test
    void anImageMayBeExportedOnlyIfEveryListMayBePassedOn() throws Exception {
        PartyList us = ListFile.loadJson(
                "'source':'" + ListFile.SDN + "','name':'A'", "'source':'" + ListFile.EL + "','name':'B'");
        assertEquals(List.of(), ListTerms.barringExport(us));
        for (ListSource.Format format : List.of(ListSource.Format.UN_XML, ListSource.Format.CA_SEMA_XML)) {
            PartyList list = ListFile.load(format, SampleFiles.bytes(format));
            assertEquals(
                    list.editions().get(0).lists(),
                    ListTerms.barringExport(list).stream().map(ListTerms::list).toList());
        }
        assertEquals(
                List.of(),
                ListTerms.barringExport(
                        ListFile.load(ListSource.Format.UK_SL_XML, SampleFiles.bytes(ListSource.Format.UK_SL_XML))));
    }

    @Test
    void anEditionAgesAsItsFastestList() throws Exception {
        PartyList denied = ListFile.loadJson("'source':'" + ListFile.DPL + "','name':'A'");
        PartyList both = ListFile.loadJson(
                "'source':'" + ListFile.DPL + "','name':'A'", "'source':'" + ListFile.SDN + "','name':'B'");
        assertEquals(
                ListTerms.of("DPL").maxAgeDays(),
                ListTerms.maxAgeDays(denied.editions().get(0)));
        assertEquals(
                ListTerms.of("SDN").maxAgeDays(),
                ListTerms.maxAgeDays(both.editions().get(0)));
        assertTrue(ListTerms.of("SDN").maxAgeDays() < ListTerms.of("DPL").maxAgeDays());
    }
}
