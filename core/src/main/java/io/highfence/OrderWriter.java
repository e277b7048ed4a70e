package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.chip.ChipFacts;
import io.highfence.law.FoundryFacts;
import io.highfence.law.Known;
import io.highfence.list.ListedParty;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes orders in the form that {@link OrderReader} reads, so that reading gives an equal order.
 *
 * <p>A chip is written with every fact, as {@link ChipFacts} has it, and not by the name under which the catalogue knows it.
 * What is unknown is left out. An order that the reader could not have made, such as one without an id or with a negative
 * quantity, is written all the same; reading it back then fails or gives another order.
 */
public final class OrderWriter {
    private static final int LAST_YEAR_OF_FOUR_DIGITS = 9999;

    private OrderWriter() {}

    /**
     * Writes an order.
     *
     * @param order the order
     * @return a new map in a fixed order of keys; values are texts, truth values, lists and maps
     */
    public static Map<String, Object> fields(Order order) {
        Fields fields = new Fields();
        fields.put("id", order.id())
                .word("kind", order.kind())
                .object("exporter", exporter(order.exporter()))
                .country("shipFrom", order.shipFrom())
                .object(
                        "destination",
                        new Fields()
                                .country("country", order.destination().country())
                                .put("region", order.destination().region()))
                .day("plannedExportDate", order.plannedExportDate())
                .day("asOf", order.asOf())
                .word("endUse", order.endUse().purpose())
                .word("knowledge", order.endUse().knowledge())
                .object(
                        "usNexus",
                        new Fields()
                                .put("usPerson", order.nexus().usPerson())
                                .put("usOrigin", order.nexus().usOrigin())
                                .put("usdPayment", order.nexus().usdPayment())
                                .put("usServer", order.nexus().usServer()))
                .put("purpose", order.technicalAnalysis() ? "technicalAnalysis" : null)
                .put("knownViolation", order.knownViolation() ? true : null)
                .list(
                        "parties",
                        order.parties().stream().map(OrderWriter::party).toList())
                .list("items", order.items().stream().map(OrderWriter::item).toList())
                .list("redFlags", order.redFlags())
                .list("totals", order.totals().stream().map(OrderWriter::total).toList())
                .word("step", order.step())
                .list(
                        "authorizations",
                        order.authorizations().stream()
                                .map(OrderWriter::authorization)
                                .toList())
                .list(
                        "dispositions",
                        order.dispositions().stream()
                                .map(OrderWriter::disposition)
                                .toList())
                .list("unread", order.unread())
                .list("unjudged", order.unjudged());
        return fields.map;
    }

    private static Fields exporter(Order.Exporter exporter) {
        return new Fields()
                .country("country", exporter.country())
                .country("hqCountry", exporter.hqCountry())
                .country("ultimateParentCountry", exporter.ultimateParentCountry())
                .word("role", exporter.role());
    }

    private static Map<String, Object> party(Party party) {
        return new Fields()
                .word("role", party.role())
                .put("name", party.name())
                .word("type", party.type())
                .country("country", party.country())
                .put("address", party.address())
                .list(
                        "identifiers",
                        party.identifiers().stream()
                                .map(OrderWriter::identifier)
                                .toList())
                .put("birthDate", party.birthDate() == null ? null : days(party.birthDate()))
                .country("hqCountry", party.hqCountry())
                .country("ultimateParentCountry", party.ultimateParentCountry())
                .put("account", party.account())
                .list("owners", party.owners().stream().map(OrderWriter::owner).toList())
                .map;
    }

    private static Map<String, Object> total(Order.Total total) {
        return new Fields().put("account", total.account().toString()).decimal("used", total.used()).map;
    }

    private static Map<String, Object> authorization(Authorization one) {
        Fields fields = new Fields()
                .text("id", one.id())
                .put("type", one.type() == null ? null : one.type().name())
                .text("issuer", one.issuer())
                .text("exception", one.exception())
                .day("validFrom", one.validFrom())
                .day("validTo", one.validTo())
                .list("eccns", one.eccns())
                .list(
                        "parties",
                        one.parties().stream()
                                .map(named ->
                                        new Fields().put("name", named.name()).word("role", named.role()).map)
                                .toList())
                .list(
                        "destinations",
                        one.destinations().stream().map(Country::code).toList())
                .decimal("quantity", one.quantityMillionths())
                .decimal("used", one.usedMillionths())
                .decimal("value", one.valueMillionths())
                .decimal("usedValue", one.usedValueMillionths())
                .list(
                        "conditions",
                        one.conditions().stream()
                                .map(condition -> new Fields()
                                        .text("text", condition.text())
                                        .text("metBy", condition.metBy())
                                        .map)
                                .toList())
                .text("purchaseOrder", one.purchaseOrder())
                .put("sample", one.sample() ? true : null);
        Authorization.Notice notice = one.notice();
        if (notice != null) {
            fields.day("submittedOn", notice.submittedOn())
                    .word("objection", notice.objection())
                    .text("confirmation", notice.confirmation())
                    .put("distributor", notice.distributor())
                    .text("consignee", notice.consignee())
                    .text("endUser", notice.endUser())
                    .list("items", notice.items());
        }
        return fields.map;
    }

    private static Map<String, Object> disposition(Disposition one) {
        Disposition.Binding binding = one.binding();
        return new Fields()
                .text("reasonId", one.reasonId())
                .object(
                        "binding",
                        binding == null
                                ? new Fields()
                                : new Fields()
                                        .put("input", binding.input().hex())
                                        .put("rules", binding.rules().hex())
                                        .put("lists", binding.lists().hex()))
                .text("author", one.author())
                .text("secondApprover", one.secondApprover())
                .text("evidence", one.evidence())
                .text("note", one.note())
                .day("expires", one.expires())
                .map;
    }

    private static Map<String, Object> identifier(ListedParty.Identifier identifier) {
        return new Fields()
                .put("kind", identifier.kind().word())
                .put("value", identifier.value())
                .put("publishedType", identifier.publishedType().isEmpty() ? null : identifier.publishedType())
                .country("country", identifier.country())
                .put("validity", identifier.validity().equals(DateRange.ALWAYS) ? null : days(identifier.validity()))
                .map;
    }

    private static Map<String, Object> owner(Party.Owner owner) {
        return new Fields()
                .put("name", owner.name())
                .put("ref", owner.ref())
                .decimal("percent", owner.percentMillionths())
                .map;
    }

    private static Map<String, Object> item(Item item) {
        return new Fields()
                .put("line", item.line())
                .put("sku", item.sku())
                .put("chip", item.chip() == null ? null : ChipFacts.of(item.chip()))
                .put("eccn", item.eccn())
                .decimal("quantity", item.quantityMillionths())
                .decimal("value", item.valueMillionths())
                .put("hts", item.hts())
                .country("countryOfOrigin", item.countryOfOrigin())
                .decimal("usOriginControlledPercent", item.usOriginControlledPercent())
                .put("usTechnologyOrPlant", item.usTechnologyOrPlant())
                .put("foundry", item.foundry() == null ? null : foundry(item.foundry()))
                .map;
    }

    private static Map<String, Object> foundry(FoundryFacts facts) {
        FoundryFacts.Attestation attestation = facts.attestation();
        return new Fields()
                .known("logic", facts.logic())
                .known("nodeNm", facts.nodeNm())
                .known("nonPlanar", facts.nonPlanar())
                .put("attestation", attestation == null ? null : attestation(attestation))
                .map;
    }

    private static Map<String, Object> attestation(FoundryFacts.Attestation attestation) {
        FoundryFacts.Designer designer = attestation.designer();
        FoundryFacts.FinalPackage whole = attestation.finalPackage();
        return new Fields()
                .word("by", attestation.by())
                .known("tpp", attestation.tpp())
                .known("performanceDensity", attestation.performanceDensity())
                .object(
                        "designer",
                        new Fields()
                                .country("country", designer.country())
                                .country("hqCountry", designer.hqCountry())
                                .country("ultimateParentCountry", designer.ultimateParentCountry())
                                .known("agreedToReport", designer.agreedToReport())
                                .day("appliedOn", designer.appliedOn()))
                .object(
                        "package",
                        new Fields()
                                .known("byFabricator", whole.byFabricator())
                                .country("country", whole.country())
                                .put("transistors", whole.transistors() < 0 ? null : Long.toString(whole.transistors()))
                                .known("hbm", whole.hbm()))
                .map;
    }

    /** A day, a month, a year, or a span of days that is none of them. */
    private static String days(DateRange range) {
        LocalDate from = range.from();
        LocalDate to = range.to();
        if (from == null || to == null || from.getYear() < 0 || from.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
            return range.toString();
        }
        if (from.equals(to)) {
            return from.toString();
        }
        YearMonth month = YearMonth.from(from);
        if (from.equals(month.atDay(1)) && to.equals(month.atEndOfMonth())) {
            return month.toString();
        }
        return range.equals(DateRange.ofYear(from.getYear()))
                ? String.format(Locale.ROOT, "%04d", from.getYear())
                : range.toString();
    }

    /** The fields of one object; what is unknown is left out. */
    private static final class Fields {
        private final Map<String, Object> map = new LinkedHashMap<>();

        Fields put(String key, @Nullable Object value) {
            if (value != null) {
                map.put(key, value);
            }
            return this;
        }

        /** A text of which an empty one says nothing. */
        Fields text(String key, String text) {
            return put(key, text.isEmpty() ? null : text);
        }

        Fields word(String key, @Nullable Enum<?> constant) {
            return put(key, constant == null ? null : Words.of(constant));
        }

        Fields country(String key, @Nullable Country country) {
            return put(key, country == null ? null : country.code());
        }

        Fields day(String key, @Nullable LocalDate day) {
            return put(key, day == null ? null : day.toString());
        }

        Fields decimal(String key, @Nullable Long millionths) {
            return put(key, millionths == null ? null : Decimal.toString(millionths));
        }

        /** A number of which -1 says that it is not known. */
        Fields known(String key, long millionths) {
            return put(key, millionths == -1 ? null : Decimal.toString(millionths));
        }

        Fields known(String key, Known known) {
            return put(key, known == Known.UNKNOWN ? null : known == Known.YES);
        }

        Fields list(String key, List<?> values) {
            return put(key, values.isEmpty() ? null : values);
        }

        Fields object(String key, Fields inner) {
            return put(key, inner.map.isEmpty() ? null : inner.map);
        }
    }
}
