package io.highfence.law;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The cases on licenses, as a lawyer can read them: files of comma-separated values under {@code cases/}, each row quoting the
 * section that it checks. A blank cell of a question is a fact that is not given; a blank cell of an answer is not checked.
 */
final class LicenseCases {
    static final List<String> FILES = List.of(
            "license-destinations.csv",
            "license-headquarters.csv",
            "license-exceptions.csv",
            "license-review-policies.csv",
            "license-end-uses.csv",
            "license-embargoes.csv",
            "license-dates.csv",
            "license-countries.csv",
            "license-lists.csv",
            "license-exception-table.csv",
            "license-specials.csv");

    private LicenseCases() {}

    /** One row. */
    record Case(String file, NamedCsvRecord row) {
        String cell(String name) {
            return row.findField(name).map(String::strip).orElse("");
        }

        String id() {
            return cell("id");
        }

        String given(String name, String otherwise) {
            String cell = cell(name);
            return cell.isEmpty() ? otherwise : cell;
        }

        @Nullable
        String orNull(String name) {
            String cell = cell(name);
            return cell.isEmpty() ? null : cell;
        }

        @Nullable
        Country country(String name) {
            String cell = cell(name);
            return cell.isEmpty() ? null : Country.of(cell);
        }

        long decimal(String name) {
            String cell = cell(name);
            return cell.isEmpty() ? -1 : Decimal.parse(cell);
        }

        Known known(String name) {
            return Known.parse(cell(name));
        }

        LicenseQuestion question() {
            LicenseQuestion.Builder builder = LicenseQuestion.builder(LocalDate.parse(cell("date")))
                    .eccn(orNull("eccn"))
                    .relatedTo(orNull("related_to"))
                    .product(orNull("product"))
                    .kind(given("kind", "export"))
                    .to(country("to"))
                    .region(orNull("region"))
                    .endUserCountry(country("end_user_country"))
                    .hts(orNull("hts"))
                    .tpp(decimal("tpp"))
                    .datacenter(known("datacenter"))
                    .dramBandwidth(decimal("dram_gbps"))
                    .memoryDensity(decimal("density"))
                    .approvedEntity(known("approved"))
                    .approvedEntityName(orNull("approved_name"))
                    .endUse(orNull("end_use"))
                    .exporterHq(country("exporter_hq"))
                    .exporterParentHq(country("exporter_parent_hq"))
                    .usPerson(known("us_person"))
                    .developerHq(country("developer_hq"))
                    .directProduct(known("direct_product"))
                    .consigneeTpp(decimal("consignee_tpp"))
                    .chinaTpp(decimal("china_tpp"))
                    .usTpp(decimal("us_tpp"))
                    .availableInUs(known("available_in_us"))
                    .enforceDormant(known("enforce_dormant") == Known.YES)
                    .headquarters(country("hq"), country("parent_hq"));
            if (!cell("from").isEmpty()) {
                builder.from(country("from"));
            }
            for (String party : cell("parties").split(" ")) {
                if (!party.isEmpty()) {
                    builder.party(party(party));
                }
            }
            if (!cell("notice").isEmpty()) {
                builder.notice(notice(cell("notice")));
            }
            return builder.build();
        }

        /** {@code role:HQ:PARENT[:half]}, a question mark for what is not known; {@code half?} where that is not. */
        private static LicenseQuestion.Party party(String text) {
            String[] parts = text.split(":");
            return new LicenseQuestion.Party(
                    parts[0],
                    parts[1].equals("?") ? null : Country.of(parts[1]),
                    parts[2].equals("?") ? null : Country.of(parts[2]),
                    parts.length < 4 ? Known.NO : parts[3].endsWith("?") ? Known.UNKNOWN : Known.YES);
        }

        /** {@code DATE confirmed objected distributor same}, each after the date yes, no or unknown. */
        private static LicenseQuestion.Notice notice(String text) {
            String[] parts = text.split(" ");
            return new LicenseQuestion.Notice(
                    parts[0].equals("?") ? null : LocalDate.parse(parts[0]),
                    Known.parse(parts[1]),
                    Known.parse(parts[2]),
                    Known.parse(parts[3]),
                    Known.parse(parts[4]));
        }

        /** What differs from the expected answer; empty if nothing does. */
        List<String> check(LicenseAdvisor advisor) {
            return faults(advisor.advise(question()));
        }

        /** The same without looking for the day on which the answer changes, unless that is what the case is about. */
        List<String> checkOneDay(LicenseAdvisor advisor) {
            return cell("changes_on").isEmpty() ? faults(advisor.answer(question(), null)) : check(advisor);
        }

        private List<String> faults(LicenseAnswer answer) {
            List<String> faults = new ArrayList<>();
            expect(faults, "required", word(answer.required()));
            expect(faults, "codified_required", word(answer.codified().required()));
            expect(faults, "review_policy", answer.reviewPolicy() == null ? "null" : answer.reviewPolicy());
            expect(faults, "changes_on", String.valueOf(answer.changesOn()));
            contains(faults, "cites", answer.citations().toString());
            contains(faults, "enforced_cites", answer.enforced().citation().text());
            contains(faults, "codified_cites", answer.codified().citation().text());
            contains(faults, "facts", answer.reasons() + " " + answer.status());
            contains(faults, "status_says", answer.status().toString());
            lacks(faults, "status_lacks", answer.status().toString());
            contains(faults, "missing_names", answer.missing().toString());
            contains(faults, "checklist_says", answer.checklist().toString());
            contains(faults, "findings", findings(answer));
            lacks(faults, "no_findings", findings(answer));
            contains(faults, "exceptions", exceptions(answer));
            contains(faults, "exception_says", answer.exceptions().toString());
            return faults;
        }

        private void expect(List<String> faults, String name, String found) {
            String expected = cell(name);
            if (!expected.isEmpty() && !expected.equals(found)) {
                faults.add(name + ": expected " + expected + ", found " + found);
            }
        }

        private void contains(List<String> faults, String name, String found) {
            for (String expected : cell(name).split("\\|")) {
                if (!found.contains(expected.strip())) {
                    faults.add(name + ": expected '" + expected.strip() + "' in " + found);
                }
            }
        }

        private void lacks(List<String> faults, String name, String found) {
            for (String unwanted : cell(name).split("\\|")) {
                if (!unwanted.isBlank() && found.contains(unwanted.strip())) {
                    faults.add(name + ": did not expect '" + unwanted.strip() + "' in " + found);
                }
            }
        }

        private static String word(@Nullable Boolean required) {
            return required == null ? "unknown" : required ? "yes" : "no";
        }

        private static String findings(LicenseAnswer answer) {
            StringBuilder text = new StringBuilder();
            for (Finding finding : answer.findings()) {
                text.append(finding.reason()).append('=').append(finding.level());
                if (finding.hold() != null) {
                    text.append('/').append(finding.hold());
                }
                text.append(' ');
            }
            return text.toString();
        }

        private static String exceptions(LicenseAnswer answer) {
            StringBuilder text = new StringBuilder();
            for (LicenseAnswer.ExceptionAnswer exception : answer.exceptions()) {
                text.append(exception.code())
                        .append('=')
                        .append(exception.eligible().name().toLowerCase(java.util.Locale.ROOT))
                        .append(' ');
            }
            return text.toString();
        }

        @Override
        public String toString() {
            return file + " " + id();
        }
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in = LicenseCases.class.getResourceAsStream("cases/" + file);
                    CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                            .ofNamedCsvRecord(
                                    new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
                rows.stream().forEach(row -> cases.add(new Case(file, row)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }
}
