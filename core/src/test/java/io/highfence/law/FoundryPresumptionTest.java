package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Note 1 to 3A090.a against {@code cases/foundry-presumption.csv}: a blank cell is a fact that is not given. */
class FoundryPresumptionTest {
    private static final FoundryPresumption PRESUMPTION = FoundryPresumption.of(RuleBook.bundled());

    static List<NamedCsvRecord> cases() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                FoundryPresumptionTest.class.getResourceAsStream("cases/foundry-presumption.csv"))) {
            return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNoteSaysIt(NamedCsvRecord row) {
        Finding finding = PRESUMPTION.judge(
                FoundryFacts.Exporter.valueOf(row.getField("exporter").toUpperCase(Locale.ROOT)),
                facts(row),
                LocalDate.parse(row.getField("date")));
        assertEquals(row.getField("answer"), finding == null ? "none" : finding.reason(), () -> row + " " + finding);
        if (finding == null) {
            return;
        }
        assertEquals(
                switch (finding.reason()) {
                    case FoundryPresumption.PRESUMED, FoundryPresumption.OVERCOME -> Finding.Level.CLEAR;
                    case FoundryPresumption.NEEDS_DATA -> Finding.Level.NEEDS_DATA;
                    default -> Finding.Level.HOLD;
                },
                finding.level());
        String missing = row.getField("missing");
        assertEquals(missing.isEmpty() ? List.of() : List.of(missing.split("\\|")), finding.missing(), row::toString);
        assertTrue(finding.text().contains(row.getField("text_says")), finding::text);
        assertTrue(finding.citation().text().contains("Note 1 to 3A090.a"), row::toString);
        assertNotNull(finding.fact());
    }

    private static FoundryFacts facts(NamedCsvRecord row) {
        String by = row.getField("by");
        return new FoundryFacts(
                known(row, "logic"),
                millionths(row, "node_nm"),
                known(row, "non_planar"),
                by.isEmpty()
                        ? null
                        : new FoundryFacts.Attestation(
                                FoundryFacts.By.valueOf(by.toUpperCase(Locale.ROOT)),
                                millionths(row, "tpp"),
                                millionths(row, "density"),
                                new FoundryFacts.Designer(
                                        country(row, "designer_country"),
                                        country(row, "designer_hq"),
                                        country(row, "designer_parent"),
                                        known(row, "agreed"),
                                        row.getField("applied").isEmpty()
                                                ? null
                                                : LocalDate.parse(row.getField("applied"))),
                                new FoundryFacts.FinalPackage(
                                        known(row, "by_fabricator"),
                                        country(row, "packaged_in"),
                                        row.getField("transistors").isEmpty()
                                                ? -1
                                                : Long.parseLong(row.getField("transistors")),
                                        known(row, "hbm"))));
    }

    private static Known known(NamedCsvRecord row, String column) {
        return Known.parse(row.getField(column));
    }

    private static long millionths(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? -1 : Decimal.parse(text);
    }

    private static @Nullable Country country(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : Country.of(text);
    }
}
