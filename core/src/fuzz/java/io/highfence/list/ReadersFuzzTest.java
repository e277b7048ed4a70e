package io.highfence.list;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.highfence.list.ListSource.Format;

/**
 * Searches for bytes that make a reader throw what it should not, or read on for long: one method a format, each with its folder
 * of seeds. One method is searched at a time; see docs/testing.md.
 */
class ReadersFuzzTest {
    /** How long each search lasts, unless the command says otherwise. */
    private static final String DURATION = "3m";

    @FuzzTest(maxDuration = DURATION)
    void cslJson(byte[] bytes) {
        ReaderProperty.holds(Format.CSL_JSON, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void cslCsv(byte[] bytes) {
        ReaderProperty.holds(Format.CSL_CSV, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ofacSdnCsv(byte[] bytes) {
        ReaderProperty.holds(Format.OFAC_SDN_CSV, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ofacXml(byte[] bytes) {
        ReaderProperty.holds(Format.OFAC_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ofacAdvancedXml(byte[] bytes) {
        ReaderProperty.holds(Format.OFAC_ADVANCED_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ofacEnhancedXml(byte[] bytes) {
        ReaderProperty.holds(Format.OFAC_ENHANCED_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void euFsfXml(byte[] bytes) {
        ReaderProperty.holds(Format.EU_FSF_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void euFsfCsv(byte[] bytes) {
        ReaderProperty.holds(Format.EU_FSF_CSV, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ukSlXml(byte[] bytes) {
        ReaderProperty.holds(Format.UK_SL_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ukSlCsv(byte[] bytes) {
        ReaderProperty.holds(Format.UK_SL_CSV, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void ofsiCsv(byte[] bytes) {
        ReaderProperty.holds(Format.OFSI_CSV, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void unXml(byte[] bytes) {
        ReaderProperty.holds(Format.UN_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void chSecoXml(byte[] bytes) {
        ReaderProperty.holds(Format.CH_SECO_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void caSemaXml(byte[] bytes) {
        ReaderProperty.holds(Format.CA_SEMA_XML, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void auDfatXlsx(byte[] bytes) {
        ReaderProperty.holds(Format.AU_DFAT_XLSX, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void jpMetiJson(byte[] bytes) {
        ReaderProperty.holds(Format.JP_METI_JSON, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void bisDplTxt(byte[] bytes) {
        ReaderProperty.holds(Format.BIS_DPL_TXT, bytes);
    }

    @FuzzTest(maxDuration = DURATION)
    void customCsv(byte[] bytes) {
        ReaderProperty.holds(Format.CUSTOM_CSV, bytes);
    }

    /** The sheet of a workbook, whose other parts stay whole. */
    @FuzzTest(maxDuration = DURATION)
    void auDfatSheet(byte[] bytes) {
        ReaderProperty.holds(Format.AU_DFAT_XLSX, SampleFiles.workbookOf(bytes));
    }
}
