package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Authorization;
import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Party;
import io.highfence.law.FoundryFacts;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The JSON schema of orders against the API's words and the sample orders. */
class OrderSchemaTest {
    private static final Path HERE = Path.of(System.getProperty("highfence.root"), "examples", "cli");

    /** Parameters of a chip stand in an item under the names of the classify columns, which the schema leaves open. */
    private static final Set<String> CHIP_COLUMNS = Set.of("name", "rates", "dies", "datacenter");

    private static Json.Value schema() throws IOException {
        return Json.read(Files.readString(HERE.resolve("order.schema.json")));
    }

    @Test
    void theWordsAreThoseOfTheApi() throws IOException {
        Json.Value fields = schema().value("properties");
        assertEquals(words(Order.Kind.values()), enumOf(fields.value("kind")));
        assertEquals(words(Order.Purpose.values()), enumOf(fields.value("endUse")));
        assertEquals(words(Order.Knowledge.values()), enumOf(fields.value("knowledge")));
        assertEquals(words(Order.Step.values()), enumOf(fields.value("step")));
        Json.Value authorization =
                schema().value("$defs").value("authorization").value("properties");
        assertEquals(
                Arrays.stream(Authorization.Type.values()).map(Enum::name).collect(Collectors.toSet()),
                enumOf(authorization.value("type")));
        assertEquals(words(Authorization.Objection.values()), enumOf(authorization.value("objection")));
        Json.Value party = fields.value("parties").value("items").value("properties");
        assertEquals(
                Arrays.stream(Party.Role.values()).map(Party.Role::word).collect(Collectors.toSet()),
                enumOf(party.value("role")));
        assertEquals(
                words(FoundryFacts.Exporter.values()),
                enumOf(fields.value("exporter").value("properties").value("role")));
        assertEquals(
                words(FoundryFacts.By.values()),
                enumOf(schema().value("$defs")
                        .value("foundry")
                        .value("properties")
                        .value("attestation")
                        .value("properties")
                        .value("by")));
    }

    /** Every key of the schema is one that the reader knows, and the reader reads it at its place. */
    @Test
    void theKeysOfAFoundryAreThoseOfTheReader() throws Exception {
        String foundry = """
                {"id":"F","exporter":{"role":"osat"},"items":[{"line":"1","foundry":{"logic":true,"nodeNm":7,
                 "nonPlanar":true,"attestation":{"by":"approvedOsat","tpp":1,"performanceDensity":1,
                 "designer":{"country":"TW","hqCountry":"TW","ultimateParentCountry":"TW","agreedToReport":true,
                 "appliedOn":"2026-12-01"},
                 "package":{"byFabricator":true,"country":"TW","transistors":1,"hbm":false}}}}]}""";
        List<String> faults = new ArrayList<>();
        check(Json.read(foundry), schema(), schema().value("$defs"), "order", faults);
        assertEquals(List.of(), faults);
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(foundry.getBytes(StandardCharsets.UTF_8)), "order.json")) {
            Order order = Objects.requireNonNull(reader.next());
            assertEquals(List.of(), order.unread());
            assertEquals(List.of(), order.unjudged());
        }
    }

    /** The same of authorizations and dispositions. */
    @Test
    void theKeysOfReleasesAreThoseOfTheReader() throws Exception {
        String digest = "0".repeat(64);
        String order = """
                {"id":"R","step":"goodsIssue","authorizations":["D1",{"id":"D2","type":"NOTICE","issuer":"BIS",
                 "exception":"NAC","validFrom":"2026-09-01","validTo":"2026-09-30","eccns":["3A090.a"],
                 "parties":["Ann",{"name":"Bob","role":"endUser"}],"destinations":["CN"],"quantity":5,"used":0,
                 "value":1,"usedValue":0,"conditions":[{"text":"c","metBy":"m"}],"purchaseOrder":"P","sample":false,
                 "submittedOn":"2026-08-01","objection":"none","confirmation":"X","distributor":false,
                 "consignee":"Ann","endUser":"Bob","items":["RTX 4090"]}],
                 "dispositions":[{"reasonId":"r","binding":{"input":"%s","rules":"%s","lists":"%s"},"author":"a",
                 "secondApprover":"b","evidence":"e","note":"n","expires":"2026-09-30"}],
                 "items":[{"line":"1","eccn":"EAR99","value":1}]}""".formatted(digest, digest, digest);
        List<String> faults = new ArrayList<>();
        check(Json.read(order), schema(), schema().value("$defs"), "order", faults);
        assertEquals(List.of(), faults);
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(order.getBytes(StandardCharsets.UTF_8)), "order.json")) {
            Order read = Objects.requireNonNull(reader.next());
            assertEquals(List.of(), read.unread());
            assertEquals(List.of(), read.unjudged());
            assertEquals(2, read.authorizations().size());
        }
    }

    private static Set<String> enumOf(Json.Value schema) {
        return schema.list("enum").stream().map(Json.Value::scalar).collect(Collectors.toSet());
    }

    private static Set<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> {
                    String[] parts =
                            constant.name().toLowerCase(java.util.Locale.ROOT).split("_", -1);
                    StringBuilder word = new StringBuilder(parts[0]);
                    for (String part : Arrays.copyOfRange(parts, 1, parts.length)) {
                        word.append(part.substring(0, 1).toUpperCase(java.util.Locale.ROOT))
                                .append(part.substring(1));
                    }
                    return word.toString();
                })
                .collect(Collectors.toSet());
    }

    @Test
    void theSampleOrdersKeepToIt() throws IOException {
        int orders = 0;
        for (String file : List.of("vendor", "checkout", "cloud")) {
            Path path = HERE.resolve(Path.of("src", "main", "resources", "orders", file + ".jsonl"));
            for (String line : Files.readAllLines(path)) {
                List<String> faults = new ArrayList<>();
                check(Json.read(line), schema(), schema().value("$defs"), file, faults);
                assertEquals(List.of(), faults);
                orders++;
            }
        }
        assertTrue(orders >= 9, "three kinds of user, three orders each");
    }

    /** What is kept of an order keeps to the schema too. */
    @Test
    void theSampleOrdersKeepToItAsRecorded() throws Exception {
        for (String file : List.of("vendor", "checkout", "cloud")) {
            Path path = HERE.resolve(Path.of("src", "main", "resources", "orders", file + ".jsonl"));
            try (OrderReader reader = new OrderReader(Files.newInputStream(path), file + ".jsonl")) {
                for (Order order = reader.next(); order != null; order = reader.next()) {
                    List<String> faults = new ArrayList<>();
                    check(Json.read(Explanation.json(order)), schema(), schema().value("$defs"), file, faults);
                    assertEquals(List.of(), faults);
                }
            }
        }
    }

    @Test
    void theCheckSeesFaults() throws IOException {
        List<String> faults = new ArrayList<>();
        Json.Value bad = Json.read(
                "{\"kind\":\"teleport\",\"parties\":[{\"role\":\"villain\",\"shoeSize\":\"7\"}],\"plannedExportDate\":\"soon\"}");
        check(bad, schema(), schema().value("$defs"), "order", faults);
        assertEquals(
                List.of(
                        "order: id is missing",
                        "order.kind: teleport is not allowed",
                        "order.parties[].role: villain is not allowed",
                        "order.parties[]: shoeSize is not known",
                        "order.plannedExportDate: soon does not match"),
                faults);
    }

    /** Checks the parts of JSON Schema that the file uses: required, properties, items, enum, pattern, $ref. */
    private static void check(Json.Value value, Json.Value schema, Json.Value defs, String path, List<String> faults) {
        if (schema.keys().contains("$ref")) {
            String name = schema.text("$ref");
            check(value, defs.value(name.substring(name.lastIndexOf('/') + 1)), defs, path, faults);
            return;
        }
        if (schema.keys().contains("required")) {
            for (Json.Value required : schema.list("required")) {
                if (!value.keys().contains(required.scalar())) {
                    faults.add(path + ": " + required.scalar() + " is missing");
                }
            }
        }
        if (schema.keys().contains("enum") && !enumOf(schema).contains(value.scalar())) {
            faults.add(path + ": " + value.scalar() + " is not allowed");
        }
        if (schema.keys().contains("pattern")
                && !value.scalar().equals("null")
                && !value.scalar().matches(schema.text("pattern"))) {
            faults.add(path + ": " + value.scalar() + " does not match");
        }
        if (schema.keys().contains("properties")) {
            Json.Value properties = schema.value("properties");
            for (Map.Entry<String, Json.Value> field : value.fields().entrySet()) {
                if (properties.keys().contains(field.getKey())) {
                    check(
                            field.getValue(),
                            properties.value(field.getKey()),
                            defs,
                            path + "." + field.getKey(),
                            faults);
                } else if (!CHIP_COLUMNS.contains(field.getKey())) {
                    faults.add(path + ": " + field.getKey() + " is not known");
                }
            }
        }
        if (schema.keys().contains("items")) {
            for (Json.Value element : value.elements()) {
                check(element, schema.value("items"), defs, path + "[]", faults);
            }
        }
    }
}
