package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource.Format;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;

/**
 * What holds of every reader whatever its bytes: it ends in a list of parties or in a fault that says why, soon, and throws
 * nothing else.
 */
final class ReaderProperty {
    /** Far more than the longest input of a fuzzer needs; the work of this thread alone counts, whatever else the machine does. */
    private static final long MOST_MILLIS = 10_000;

    private ReaderProperty() {}

    /** Reads bytes; true if they are a list. */
    static boolean holds(Format format, byte[] bytes) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Loading loading = new Loading("list", 0, new HashMap<>(), true);
        boolean loaded;
        try {
            reader(format).read(new ByteArrayInputStream(bytes), loading);
            loading.finish();
            check(new PartyList(loading.records(), List.of()), loading);
            loaded = true;
        } catch (BadInput e) {
            must(!e.reason().isBlank() && e.line() >= 0 && e.column() >= 0, "a fault says what is wrong: " + e);
            loaded = false;
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
        must(millis < MOST_MILLIS, "reading " + bytes.length + " bytes took " + millis + " ms");
        return loaded;
    }

    private static void check(PartyList list, Loading loading) {
        must(!list.records().isEmpty(), "a list has parties");
        must(loading.names() >= 0 && loading.notes().size() <= 501, "names and notes are counted");
        for (int i = 0; i < list.records().size(); i++) {
            ListedParty record = list.records().get(i);
            must(!record.entry().isBlank() && !record.source().isBlank(), "a record has a key");
            must(record.names().get(0).role() == ListedParty.Role.PRIMARY, "the first name is the primary one");
            must(
                    record.names().stream().allMatch(name -> Published.isName(name.text())),
                    "a name has a letter or a digit");
            must(
                    record.identifiers().stream().noneMatch(id -> id.normal().isEmpty()),
                    "a number has a letter or a digit");
            must(list.party(i) >= 0 && list.party(i) <= i, "a record belongs to a party");
            record.listing().requirement();
            record.listing().policy();
        }
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static ListReader reader(Format format) {
        return switch (format) {
            case CSL_JSON -> new CslJsonReader();
            case CSL_CSV -> new CslCsvReader();
            case OFAC_SDN_CSV -> new OfacCsvReader(false);
            case OFAC_XML -> new OfacXmlReader(false);
            case OFAC_ADVANCED_XML -> new OfacAdvancedXmlReader(true);
            case OFAC_ENHANCED_XML -> new OfacEnhancedXmlReader();
            case UK_SL_XML -> new UkXmlReader();
            case UK_SL_CSV -> new UkCsvReader();
            case OFSI_CSV -> new OfsiCsvReader();
            case EU_FSF_XML -> new EuXmlReader();
            case EU_FSF_CSV -> new EuCsvReader();
            case CH_SECO_XML -> new ChXmlReader();
            case AU_DFAT_XLSX -> new AuXlsxReader();
            case CA_SEMA_XML -> new CaXmlReader();
            case JP_METI_JSON -> new JpMetiReader();
            case BIS_DPL_TXT -> new BisDplReader();
            case UN_XML -> new UnXmlReader();
            case CUSTOM_CSV -> new CustomCsvReader();
        };
    }
}
