/**
 * Highfence: classify a chip, screen a party, decide an order, with the paragraph of law behind every answer.
 *
 * <p>Runs in the caller's process, opens no connection, and gives the same answer for the same inputs and data.
 */
@org.jspecify.annotations.NullMarked
module io.highfence.core {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires static jdk.jfr;
    requires roaringbitmap;

    exports io.highfence;
    exports io.highfence.base;
    exports io.highfence.chip;
    exports io.highfence.law;
    exports io.highfence.ledger;
    exports io.highfence.list;
    exports io.highfence.match;
    exports io.highfence.ownership;
    exports io.highfence.report;
}
