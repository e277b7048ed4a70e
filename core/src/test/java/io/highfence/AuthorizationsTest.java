package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Authorization.Type;
import io.highfence.base.Country;
import io.highfence.chip.ChipColumns;
import io.highfence.ledger.Account;
import io.highfence.report.Explanation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Authorizations release a hold only where they cover every line, party, place and day of it, their balance and conditions with it. */
class AuthorizationsTest {
    private static final String BUYER = "Wholly Unrelated Zyxwvut";
    private static final String ASKED = "no diversion";
    private static final long PIECE = 1_000_000;
    private static final long LINE = 100 * PIECE;

    /** Everything of NAC and ACA that no field of a record answers, in the words of the rule file. */
    private static final List<String> TERMS = List.of(
            "the notice gives TPP, performance density, data sheet or other proof of design and marketing, NAC notices and"
                    + " licenses of the last 12 months, memory bandwidth, clustering and aggregate TPP",
            "for 5A002, 5A004 and 5D002 .z items: the terms of License Exception ENC too",
            "no license required by part 744 or 746, section 744.23(a)(3) aside");

    /** A record that covers the order of its type, before a test takes something from it. */
    private static final class Record {
        final Type type;
        String id;
        String issuer;
        String symbol = "ACA";
        LocalDate from = Orders.AS_OF;
        LocalDate to = Orders.AS_OF;
        List<String> eccns;
        List<String> parties = new ArrayList<>(List.of(BUYER));
        Country destination;
        Long quantity = LINE;
        Long used = 0L;
        Long value;
        Long usedValue;
        String metBy = "a letter on file";
        List<String> terms = new ArrayList<>();
        String purchaseOrder = "PO 7";
        boolean sample;
        LocalDate submittedOn = Orders.AS_OF.minusDays(25);
        Authorization.Objection objection = Authorization.Objection.NONE;
        String confirmation = "X123";
        Boolean distributor;
        String consignee = BUYER;
        String endUser = BUYER;
        List<String> items = new ArrayList<>(List.of("RTX 4090"));

        Record(Type type) {
            this.type = type;
            id = type + "-1";
            issuer = type.name().startsWith("OFAC") ? "OFAC" : "BIS";
            eccns = new ArrayList<>(
                    List.of(type.name().startsWith("OFAC") || type == Type.UVL_STATEMENT ? "EAR99" : "3A090.a"));
            destination = place(type);
            if (type == Type.UVL_STATEMENT) {
                parties.add("Sun Yat-Sen University");
            }
            if (type == Type.EXCEPTION) {
                terms.addAll(TERMS.subList(1, 3));
                terms.add("AES license code C68");
            } else if (type == Type.NOTICE) {
                terms.addAll(TERMS);
                terms.add("AES license code C67");
            }
        }

        Authorization build() {
            Authorization.Builder builder = Authorization.builder(id)
                    .type(type)
                    .issuer(issuer)
                    .exception(type == Type.EXCEPTION ? symbol : "")
                    .valid(from, to)
                    .quantity(quantity, used)
                    .value(value, usedValue)
                    .condition(ASKED, metBy)
                    .purchaseOrder(purchaseOrder)
                    .sample(sample);
            eccns.forEach(builder::eccn);
            parties.forEach(name -> builder.party(name, null));
            terms.forEach(term -> builder.condition(term, "attested"));
            if (destination != null) {
                builder.destination(destination);
            }
            if (type == Type.NOTICE) {
                builder.notice(new Authorization.Notice(
                        submittedOn, objection, confirmation, distributor, consignee, endUser, items));
            }
            return builder.build();
        }
    }

    private static Country place(Type type) {
        return Country.of(
                switch (type) {
                    case LICENSE, NOTICE, UVL_STATEMENT -> "CN";
                    case EXCEPTION, VEU -> "VN";
                    case OFAC_GL -> "IR";
                    case OFAC_LICENSE -> "CU";
                });
    }

    private static Item item(Type type, String line, long quantity) {
        String chip = switch (type) {
            case LICENSE, VEU -> "NVIDIA H100 SXM";
            case EXCEPTION, NOTICE -> "RTX 4090";
            case OFAC_GL, OFAC_LICENSE, UVL_STATEMENT -> "";
        };
        return new Item(
                line,
                "RTX 4090",
                chip.isEmpty() ? null : ChipColumns.chip(Map.of("id", line, "chip", chip)),
                chip.isEmpty() ? "EAR99" : null,
                quantity,
                null,
                null,
                null,
                null,
                null,
                500 * PIECE);
    }

    /** An order of a hundred pieces that waits for an authorization of this type. */
    private static Order.Builder order(Type type) {
        return withoutItem(type).item(item(type, "1", LINE));
    }

    private static Order.Builder withoutItem(Type type) {
        Order.Builder order = totals(Orders.bare("x").destination(place(type), null));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            String name = type == Type.UVL_STATEMENT && role == Party.Role.END_USER ? "Sun Yat-Sen University" : BUYER;
            order.party(Orders.party(role, name, place(type).code()));
        }
        if (type.name().startsWith("OFAC")) {
            Record license = new Record(Type.LICENSE);
            license.eccns = List.of("EAR99");
            license.destination = place(type);
            order.authorization(license.build());
        }
        return order;
    }

    /** What was shipped of the chip, which the review policy to China turns on. */
    private static Order.Builder totals(Order.Builder order) {
        return order.total(new Order.Total(new Account(Account.Kind.TPP_CHINA, "RTX 4090"), 0))
                .total(new Order.Total(new Account(Account.Kind.TPP_US, "RTX 4090"), 900_000_000_000L * PIECE));
    }

    private static Decision decide(Order.Builder order, Record record) {
        return Orders.decide(order.authorization(record.build()).build());
    }

    private static Record record(Type type, Consumer<Record> change) {
        Record record = new Record(type);
        change.accept(record);
        return record;
    }

    /** The verdict of the order without any authorization of the type. */
    private static Verdict without(Type type) {
        return type.name().startsWith("OFAC") ? Verdict.BLOCK : Verdict.HOLD;
    }

    private static void assertReleases(Type type, Decision decision) {
        // A total that an exception which nobody claims turns on may still be asked for.
        assertTrue(
                decision.reasons().stream()
                        .filter(r -> r.released() == null && r.verdict() != Verdict.CLEAR)
                        .allMatch(r -> r.rule().equals("LPP_TOTAL")),
                () -> Explanation.text(decision));
        List<Reason> released =
                decision.reasons().stream().filter(r -> r.released() != null).toList();
        assertFalse(released.isEmpty());
        for (Reason reason : released) {
            assertEquals(without(type), reason.verdict(), "a released reason keeps its verdict");
            assertEquals(Release.Kind.AUTHORIZATION, reason.released().kind());
            assertTrue(reason.released().by().contains(type + "-1"), reason.released()::by);
        }
    }

    private static void assertHolds(Type type, Decision decision, String why) {
        assertEquals(without(type), decision.verdict(), () -> Explanation.text(decision));
        List<String> notes = decision.reasons().stream()
                .filter(r -> r.rule().equals("AUTHORIZATION_NOT_COVERING"))
                .map(Reason::text)
                .toList();
        assertTrue(notes.stream().anyMatch(note -> note.contains(why)), () -> why + " is not in " + notes);
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void whatCoversAllReleases(Type type) {
        Decision held = Orders.decide(order(type).build());
        assertEquals(without(type), held.verdict(), () -> Explanation.text(held));
        assertReleases(type, decide(order(type), new Record(type)));
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void oneUnitOverTheBalanceHolds(Type type) {
        assertReleases(type, decide(order(type), record(type, r -> {
            r.quantity = LINE + 7 * PIECE;
            r.used = 7 * PIECE;
        })));
        assertHolds(type, decide(order(type), record(type, r -> r.used = PIECE)), "exceeds the balance of 99");
        assertHolds(
                type,
                decide(order(type), record(type, r -> r.quantity = LINE - 1)),
                "exceeds the balance of 99.999999");
        Order.Builder over = withoutItem(type).item(item(type, "1", LINE + PIECE));
        assertHolds(type, decide(over, new Record(type)), "quantity 101 of line 1 exceeds the balance of 100");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void theLinesOfAnOrderUseOneBalanceTogether(Type type) {
        Order.Builder atTheLimit =
                withoutItem(type).item(item(type, "1", 60 * PIECE)).item(item(type, "2", 40 * PIECE));
        assertReleases(type, decide(atTheLimit, new Record(type)));
        Order.Builder over = withoutItem(type).item(item(type, "1", 60 * PIECE)).item(item(type, "2", 41 * PIECE));
        assertHolds(type, decide(over, new Record(type)), "quantity 101 of lines 1, 2 exceeds the balance of 100");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void aLineWithoutAQuantityIsNotCovered(Type type) {
        Item item = item(type, "1", LINE);
        Order.Builder order = withoutItem(type)
                .item(new Item("1", item.sku(), item.chip(), item.eccn(), null, null, null, null, null));
        assertHolds(type, decide(order, new Record(type)), "the quantity of line 1 is not known");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void theValueCountsWhereItIsLimited(Type type) {
        Consumer<Record> at = r -> {
            r.value = 600 * PIECE;
            r.usedValue = 100 * PIECE;
        };
        assertReleases(type, decide(order(type), record(type, at)));
        Consumer<Record> over = at.andThen(r -> r.usedValue = 101 * PIECE);
        assertHolds(type, decide(order(type), record(type, over)), "value 500 of line 1 exceeds the balance of 499");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void oneDayEarlyOrLateHolds(Type type) {
        assertHolds(
                type,
                decide(order(type), record(type, r -> {
                    r.from = Orders.AS_OF.plusDays(1);
                    r.to = Orders.AS_OF.plusDays(1);
                })),
                "2026-09-01 is before its first day 2026-09-02");
        assertHolds(
                type,
                decide(order(type), record(type, r -> {
                    r.from = Orders.AS_OF.minusDays(1);
                    r.to = Orders.AS_OF.minusDays(1);
                })),
                "2026-09-01 is after its last day 2026-08-31");
        // The planned day counts, and so does the day for which it is decided.
        Order.Builder later =
                order(type).plannedExportDate(Orders.AS_OF.plusDays(1)).asOf(Orders.AS_OF);
        assertHolds(type, decide(later, new Record(type)), "2026-09-02 is after its last day 2026-09-01");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void anotherPartyPlaceOrEccnIsNotCovered(Type type) {
        assertHolds(type, decide(order(type), record(type, r -> r.destination = Country.of("DE"))), "destination");
        assertHolds(
                type,
                decide(order(type), record(type, r -> r.eccns = List.of("3A090.b"))),
                "of line 1 is not among its ECCNs");
        String who = type == Type.UVL_STATEMENT ? "Sun Yat-Sen University" : BUYER;
        assertHolds(
                type,
                decide(order(type), record(type, r -> r.parties = List.of(who + " Ltd"))),
                "it does not name '" + who + "'");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void aConditionThatNothingMeetsHolds(Type type) {
        for (String blank : List.of("", "  ")) {
            assertHolds(
                    type,
                    decide(order(type), record(type, r -> r.metBy = blank)),
                    "nothing meets its condition '" + ASKED + "'");
        }
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void whatIsNotSaidIsMissingAndReleasesNothing(Type type) {
        Decision decision = decide(order(type), record(type, r -> {
            r.eccns = List.of();
            r.parties = List.of();
            r.destination = null;
            r.used = null;
        }));
        int index = type.name().startsWith("OFAC") ? 1 : 0;
        for (String field : List.of("eccns", "parties", "destinations", "used")) {
            assertTrue(decision.missing().contains("authorizations[" + index + "]." + field), field);
        }
        assertEquals(without(type), decision.verdict());
    }

    @ParameterizedTest
    @EnumSource(
            value = Type.class,
            names = {"LICENSE", "VEU", "OFAC_GL", "OFAC_LICENSE"})
    void onlyTheAgencyThatIsAskedReleases(Type type) {
        assertHolds(type, decide(order(type), record(type, r -> r.issuer = "BAFA")), "'BAFA' is not the agency");
        assertHolds(type, decide(order(type), record(type, r -> r.issuer = "")), ".issuer");
        String other = type.name().startsWith("OFAC") ? "BIS" : "OFAC";
        assertHolds(type, decide(order(type), record(type, r -> r.issuer = other)), "is not the agency");
    }

    /** A type lifts what is its own and nothing else; everything else about the record is as it should be. */
    @ParameterizedTest
    @CsvSource({
        "LICENSE,UVL_STATEMENT", "LICENSE,OFAC_LICENSE", "LICENSE,OFAC_GL", "EXCEPTION,OFAC_GL",
                "UVL_STATEMENT,LICENSE",
        "UVL_STATEMENT,OFAC_LICENSE", "NOTICE,VEU", "NOTICE,UVL_STATEMENT", "VEU,OFAC_LICENSE", "LICENSE,NOTICE",
        "LICENSE,EXCEPTION"
    })
    void anotherTypeReleasesNothing(Type waitsFor, Type given) {
        Record fitting = new Record(waitsFor);
        Decision decision = decide(order(waitsFor), record(given, r -> {
            r.eccns = fitting.eccns;
            r.parties = fitting.parties;
            r.destination = fitting.destination;
        }));
        assertEquals(Verdict.HOLD, decision.verdict(), () -> Explanation.text(decision));
        assertTrue(decision.reasons().stream().allMatch(r -> r.released() == null));
        assertTrue(decision.reasons().stream()
                .anyMatch(r ->
                        r.rule().startsWith("AUTHORIZATION_NOT_") && r.text().contains(given + "-1")));
    }

    @Test
    void anIdAloneReleasesNothingAndSaysWhatIsMissing() {
        Order order = order(Type.LICENSE)
                .authorization(Authorization.builder("D1").build())
                .build();
        Decision decision = Orders.decide(order);
        assertEquals(Verdict.HOLD, decision.verdict());
        assertTrue(decision.missing().contains("authorizations[0].type"));
        assertTrue(decision.missing().contains("authorizations[0].quantity"));
    }

    @Test
    void anAuthorizationThatNothingWaitsForIsSaidToBeNotNeeded() {
        Decision decision = Orders.decide(
                Orders.clean().authorization(new Record(Type.LICENSE).build()).build());
        assertEquals(Verdict.CLEAR, decision.verdict());
        assertTrue(Orders.has(decision, "AUTHORIZATION_NOT_NEEDED"));
    }

    @Test
    void namesAreComparedExactlyAfterFoldingOfCaseAndBlanks() {
        assertReleases(
                Type.LICENSE,
                decide(
                        order(Type.LICENSE),
                        record(Type.LICENSE, r -> r.parties = List.of("  wholly  UNRELATED zyxwvut "))));
        assertHolds(
                Type.LICENSE,
                decide(order(Type.LICENSE), record(Type.LICENSE, r -> r.parties = List.of("Wholly Unrelated Zyxwvu"))),
                "it does not name");
    }

    @Test
    void aRoleOfTheRecordBindsItsName() {
        Authorization fitting = new Record(Type.LICENSE).build();
        Authorization.Builder oneRole = Authorization.builder("L")
                .type(Type.LICENSE)
                .issuer("BIS")
                .valid(fitting.validFrom(), fitting.validTo())
                .quantity(LINE, 0L)
                .eccn("3A090.a")
                .destination(Country.of("CN"))
                .party(BUYER, Party.Role.END_USER)
                .party(BUYER, Party.Role.PURCHASER);
        Decision held =
                Orders.decide(order(Type.LICENSE).authorization(oneRole.build()).build());
        assertHolds(Type.LICENSE, held, "it does not name '" + BUYER + "' as ultimateConsignee");
        Decision released = Orders.decide(order(Type.LICENSE)
                .authorization(
                        oneRole.party(BUYER, Party.Role.ULTIMATE_CONSIGNEE).build())
                .build());
        assertEquals(Verdict.CLEAR, released.verdict());
    }

    @ParameterizedTest
    @CsvSource({"INTERMEDIATE_CONSIGNEE,HOLD", "SHIP_TO,HOLD", "OTHER,HOLD", "FREIGHT_FORWARDER,CLEAR", "BANK,CLEAR"})
    void whoeverGetsOrUsesTheItemsMustBeNamed(Party.Role role, Verdict verdict) {
        Order.Builder order = order(Type.LICENSE).party(Orders.party(role, "Blue Lagoon Rendering", "DE"));
        assertEquals(verdict, decide(order, new Record(Type.LICENSE)).verdict());
    }

    @Test
    void aListedPartyMustBeNamedInWhateverRole() {
        Order.Builder order = order(Type.LICENSE)
                .party(Orders.party(Party.Role.INTERMEDIATE_CONSIGNEE, "HiSilicon Tecnologies Co Ltd", "CN"));
        Decision held = decide(order, new Record(Type.LICENSE));
        assertHolds(Type.LICENSE, held, "does not release ENTITY_LIST/party 3");
        Decision released = decide(order, record(Type.LICENSE, r -> {
            r.parties.add("HiSilicon Tecnologies Co Ltd");
            r.id = "L-2";
        }));
        for (String rule : List.of("ENTITY_LIST", "LICENSE_REQUIRED")) {
            Release release = ItemChecksTest.reason(released, rule).released();
            assertEquals("L-2", release == null ? "nothing" : release.by());
        }
        assertEquals(HoldKind.REVIEW, released.holdKind(), "a person still looks at whom the items pass through");
    }

    @Test
    void oneLineIsReleasedAndTheOtherIsNot() {
        Order.Builder order = order(Type.LICENSE).item(Item.ofEccn("2", "3A090.b"));
        Decision decision = decide(order, new Record(Type.LICENSE));
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(Verdict.CLEAR, decision.lines().get(0).verdict());
        assertNotEquals(Verdict.CLEAR, decision.lines().get(1).verdict());
        assertTrue(decision.lines().get(0).reasonIds().contains("LICENSE_REQUIRED/line 0"), "nothing is hidden");
        assertNull(decision.lines().get(0).holdKind());
    }

    /** A blocked or denied person is barred whatever is held; so is a region that no record can name. */
    @Test
    void noAuthorizationLiftsABlockedOrDeniedPersonOrARegion() {
        List<Party> barred = List.of(
                Orders.party(Party.Role.END_USER, "Sberbank of Russia", "RU"),
                Orders.party(Party.Role.BANK, "Mahan Airways", "IR"));
        for (Party party : barred) {
            Order.Builder order = Orders.clean().party(party);
            for (Type type : Type.values()) {
                order.authorization(record(type, r -> {
                            r.parties = List.of("Technische Universität München", party.name());
                            r.eccns = List.of("EAR99");
                            r.destination = Country.of("DE");
                            r.quantity = null;
                        })
                        .build());
            }
            Decision decision = Orders.decide(order.build());
            assertEquals(Verdict.BLOCK, decision.verdict(), () -> Explanation.text(decision));
        }
        Order.Builder crimea = Orders.clean().destination(Country.of("UA"), "Sevastopol, Crimea");
        for (Type type : List.of(Type.LICENSE, Type.OFAC_GL, Type.OFAC_LICENSE)) {
            crimea.authorization(record(type, r -> {
                        r.parties = List.of("Technische Universität München");
                        r.eccns = List.of("EAR99");
                        r.destination = Country.of("UA");
                    })
                    .build());
        }
        assertEquals(Verdict.BLOCK, Orders.decide(crimea.build()).verdict());
    }

    /** Decisions 5: an embargo blocks unless an authorization is named; two agencies bar these places, so both must have authorized. */
    @Test
    void anEmbargoThatTwoAgenciesKeepNeedsTheAuthorizationsOfBoth() {
        Decision licenseAlone = Orders.decide(order(Type.OFAC_GL).build());
        assertEquals(Verdict.BLOCK, licenseAlone.verdict());
        assertTrue(
                licenseAlone.reasons().stream().anyMatch(r -> r.text().contains("which two agencies hold")),
                () -> Explanation.text(licenseAlone));
        Order.Builder ofacAlone = Orders.clean().destination(Country.of("IR"), null);
        Decision decision =
                decide(ofacAlone, record(Type.OFAC_GL, r -> r.parties = List.of("Technische Universität München")));
        assertEquals(Verdict.BLOCK, decision.verdict());
    }

    // License Exceptions.

    @Test
    void anExceptionMustBeOpenToTheLine() {
        Decision notOpen = decide(order(Type.LICENSE), record(Type.EXCEPTION, r -> r.destination = Country.of("CN")));
        assertHolds(Type.LICENSE, notOpen, "License Exception ACA is not open to line 1");
        Decision notKnown = decide(order(Type.EXCEPTION), record(Type.EXCEPTION, r -> r.symbol = "XYZ"));
        assertHolds(Type.EXCEPTION, notKnown, "License Exception XYZ is not open to line 1");
        Decision termsNotRead = decide(order(Type.EXCEPTION), record(Type.EXCEPTION, r -> r.symbol = "RPL"));
        assertHolds(Type.EXCEPTION, termsNotRead, "License Exception RPL is not open to line 1");
        Decision nac = decide(order(Type.NOTICE), record(Type.EXCEPTION, r -> {
            r.symbol = "NAC";
            r.destination = Country.of("CN");
            r.terms.addAll(TERMS);
            r.terms.add("AES license code C67");
        }));
        assertHolds(Type.LICENSE, nac, "asks for a record of the type NOTICE");
    }

    /** What 15 CFR 748.15 opens is not encoded, so nothing is taken to be open to Macau or D:5; Hong Kong is read as China. */
    @Test
    void aValidatedEndUserIsNotInMacauOrD5() {
        for (String code : List.of("CN", "HK", "MO", "VE")) {
            Country place = Country.of(code);
            assertHolds(
                    Type.LICENSE,
                    decide(h100To(code), record(Type.VEU, r -> r.destination = place)),
                    "a VEU is not taken to reach " + place.name());
        }
        assertReleases(Type.VEU, decide(h100To("VN"), new Record(Type.VEU)));
        Order.Builder order =
                Orders.bare("x").destination(Country.of("VN"), null).item(item(Type.VEU, "1", LINE));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(new Party(
                    role,
                    BUYER,
                    io.highfence.list.PartyType.UNKNOWN,
                    Country.of("VN"),
                    null,
                    List.of(),
                    null,
                    Country.of("VN"),
                    Country.of("CN"),
                    List.of()));
        }
        assertHolds(Type.VEU, decide(order, new Record(Type.VEU)), "a VEU is not taken to reach China");
    }

    private static Order.Builder h100To(String code) {
        Order.Builder order =
                totals(Orders.bare("x").destination(Country.of(code), null)).item(item(Type.VEU, "1", LINE));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, BUYER, code));
        }
        return order;
    }

    @Test
    void everyConditionOfTheLawMustBeMet() {
        for (Type type : List.of(Type.EXCEPTION, Type.NOTICE)) {
            for (String term : new Record(type).terms) {
                assertHolds(
                        type,
                        decide(order(type), record(type, r -> r.terms.remove(term))),
                        "nothing meets the condition '" + term + "'");
            }
        }
    }

    /** NAC and ACA need a purchase order, samples excepted. */
    @Test
    void nacAndAcaNeedAPurchaseOrderSamplesExcepted() {
        for (Type type : List.of(Type.EXCEPTION, Type.NOTICE)) {
            assertHolds(type, decide(order(type), record(type, r -> r.purchaseOrder = " ")), "purchaseOrder");
            assertReleases(type, decide(order(type), record(type, r -> {
                r.purchaseOrder = "";
                r.sample = true;
            })));
        }
    }

    @Test
    void aListedPartyClosesTheExceptions() {
        Order.Builder order = order(Type.EXCEPTION)
                .party(Orders.party(Party.Role.INTERMEDIATE_CONSIGNEE, "Sun Yat-Sen University", "CN"));
        Decision decision = decide(order, record(Type.EXCEPTION, r -> r.parties.add("Sun Yat-Sen University")));
        assertHolds(Type.EXCEPTION, decision, "a party's listing closes the license exceptions");
        Order.Builder noticed = order(Type.NOTICE)
                .party(Orders.party(Party.Role.INTERMEDIATE_CONSIGNEE, "Sun Yat-Sen University", "CN"));
        Decision held = decide(noticed, record(Type.NOTICE, r -> r.parties.add("Sun Yat-Sen University")));
        assertEquals(Verdict.HOLD, held.verdict());
        assertEquals(HoldKind.LICENSE, held.holdKind());
    }

    /** The license covers the first line alone, as it is not known what the second one is. */
    @Test
    void anItemWithoutAnEccnKeepsALicenseFromCovering() {
        Order.Builder order = order(Type.LICENSE)
                .item(new Item(
                        "2",
                        null,
                        ChipColumns.chip(
                                Map.of("id", "2", "name", "prototype", "rates", "int8:250", "datacenter", "yes")),
                        null,
                        PIECE,
                        null,
                        null,
                        null,
                        null))
                .party(Orders.party(Party.Role.INTERMEDIATE_CONSIGNEE, "Huawei Technologies Co., Ltd.", "CN"));
        Decision decision = decide(order, record(Type.LICENSE, r -> r.parties.add("Huawei Technologies Co., Ltd.")));
        assertFalse(Orders.has(decision, "CHECK_FAILED"), () -> Explanation.text(decision));
        assertTrue(
                decision.reasons().stream()
                        .anyMatch(r -> r.rule().equals("AUTHORIZATION_NOT_COVERING")
                                && r.text().contains("the ECCN of line 2 is not known")),
                () -> Explanation.text(decision));
    }

    // The notice of NAC.

    @ParameterizedTest
    @CsvSource({"24,HOLD", "25,CLEAR", "26,CLEAR"})
    void theClockOfANoticeRunsTwentyFiveCalendarDays(int days, Verdict verdict) {
        Decision decision =
                decide(order(Type.NOTICE), record(Type.NOTICE, r -> r.submittedOn = Orders.AS_OF.minusDays(days)));
        assertEquals(verdict, decision.verdict(), () -> Explanation.text(decision));
        assertEquals(verdict == Verdict.HOLD ? HoldKind.NOTICE : null, decision.holdKind());
        Reason notice = ItemChecksTest.reason(decision, "NAC_NOTICE");
        assertEquals(HoldKind.NOTICE, notice.holdKind());
    }

    @Test
    void aNoticeHoldsUntilEverythingOfItIsEntered() {
        Map<String, Consumer<Record>> lacks = Map.of(
                ".confirmation", r -> r.confirmation = "",
                ".objection", r -> r.objection = Authorization.Objection.UNKNOWN,
                ".submittedOn", r -> r.submittedOn = null,
                "the consignee of the notice is", r -> r.consignee = "Somebody Else",
                ".consignee", r -> r.consignee = "",
                "the end user of the notice is", r -> r.endUser = "Somebody Else",
                ".endUser", r -> r.endUser = "",
                ".items", r -> r.items.clear(),
                "the item of line 1 is not among those of the notice", r -> r.items = List.of("RTX 5090"),
                "at most 6 items", r -> r.items = List.of("RTX 4090", "b", "c", "d", "e", "f", "g"));
        lacks.forEach((why, lack) -> {
            Decision decision = decide(order(Type.NOTICE), record(Type.NOTICE, lack));
            assertHolds(Type.NOTICE, decision, why);
            assertEquals(HoldKind.NOTICE, decision.holdKind(), why);
        });
        assertReleases(
                Type.NOTICE,
                decide(
                        order(Type.NOTICE),
                        record(Type.NOTICE, r -> r.items = List.of("RTX 4090", "b", "c", "d", "e", "f"))));
    }

    @Test
    void anObjectionOrADistributorClosesNac() {
        List<Decision> closed = List.of(
                decide(order(Type.NOTICE), record(Type.NOTICE, r -> r.objection = Authorization.Objection.RAISED)),
                decide(order(Type.NOTICE), record(Type.NOTICE, r -> r.distributor = true)),
                decide(
                        order(Type.NOTICE).party(Orders.party(Party.Role.RESELLER, "Blue Lagoon Rendering", "CN")),
                        record(Type.NOTICE, r -> r.parties.add("Blue Lagoon Rendering"))));
        for (Decision decision : closed) {
            assertEquals(Verdict.HOLD, decision.verdict());
            assertEquals(HoldKind.LICENSE, decision.holdKind(), () -> Explanation.text(decision));
            assertTrue(Orders.has(decision, "NAC_NOT_AVAILABLE"));
        }
    }

    private static List<List<Authorization>> permutations(List<Authorization> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Authorization>> all = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            List<Authorization> rest = new ArrayList<>(of);
            Authorization first = rest.remove(i);
            for (List<Authorization> other : permutations(rest)) {
                List<Authorization> one = new ArrayList<>(List.of(first));
                one.addAll(other);
                all.add(one);
            }
        }
        return all;
    }

    /** What several notices come to, whatever their sequence is. */
    private static HoldKind ofNotices(List<Consumer<Record>> changes) {
        List<Authorization> notices = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Record one = record(Type.NOTICE, changes.get(i));
            one.id = "N-" + i;
            notices.add(one.build());
        }
        HoldKind first = null;
        String binding = null;
        for (List<Authorization> sequence : permutations(notices)) {
            Order.Builder order = order(Type.NOTICE);
            sequence.forEach(order::authorization);
            Decision decision = Orders.decide(order.build());
            String found = decision.verdict() + " "
                    + decision.reasons().stream()
                            .filter(r -> r.verdict() != Verdict.CLEAR)
                            .map(r -> r.id() + r.holdKind() + r.missing() + r.text() + (r.released() != null))
                            .toList();
            assertEquals(binding == null ? found : binding, found, () -> Explanation.text(decision));
            binding = found;
            first = decision.holdKind();
        }
        return first;
    }

    @Test
    void severalNoticesCountWhateverTheirSequence() {
        Consumer<Record> good = r -> {};
        Consumer<Record> objected = r -> r.objection = Authorization.Objection.RAISED;
        Consumer<Record> young = r -> r.submittedOn = Orders.AS_OF.minusDays(1);
        Consumer<Record> unconfirmed = r -> r.confirmation = "";
        Consumer<Record> ofAnother = r -> r.consignee = "Blue Lagoon Rendering";
        Consumer<Record> ofAnotherItem = r -> r.items = List.of("RTX 5090");
        Consumer<Record> ofNobody = r -> r.consignee = "";
        assertEquals(HoldKind.LICENSE, ofNotices(List.of(good, objected)));
        assertEquals(HoldKind.LICENSE, ofNotices(List.of(good, objected, young, unconfirmed)));
        assertEquals(HoldKind.LICENSE, ofNotices(List.of(good, r -> r.distributor = true)));
        assertEquals(HoldKind.LICENSE, ofNotices(List.of(good, objected.andThen(ofNobody))));
        assertNull(ofNotices(List.of(good, young, unconfirmed)));
        assertNull(ofNotices(List.of(good, objected.andThen(ofAnother))));
        assertNull(ofNotices(List.of(good, objected.andThen(ofAnotherItem), young)));
        assertEquals(HoldKind.NOTICE, ofNotices(List.of(young, unconfirmed, objected.andThen(ofAnother))));
        assertEquals(HoldKind.LICENSE, ofNotices(List.of(ofAnother, objected.andThen(ofAnotherItem))));
    }

    /** A purchaser who neither receives nor uses the items may be a distributor until somebody says not. */
    @Test
    void aPurchaserInBetweenMayBeADistributor() {
        Order.Builder between = totals(Orders.bare("x"))
                .destination(Country.of("CN"), null)
                .party(Orders.party(Party.Role.PURCHASER, "Blue Lagoon Rendering", "CN"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, BUYER, "CN"))
                .party(Orders.party(Party.Role.END_USER, BUYER, "CN"))
                .item(item(Type.NOTICE, "1", LINE));
        Consumer<Record> named = r -> r.parties.add("Blue Lagoon Rendering");
        assertHolds(Type.NOTICE, decide(between, record(Type.NOTICE, named)), ".distributor");
        Order.Builder again = totals(Orders.bare("x"))
                .destination(Country.of("CN"), null)
                .party(Orders.party(Party.Role.PURCHASER, "Blue Lagoon Rendering", "CN"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, BUYER, "CN"))
                .party(Orders.party(Party.Role.END_USER, BUYER, "CN"))
                .item(item(Type.NOTICE, "1", LINE));
        assertReleases(Type.NOTICE, decide(again, record(Type.NOTICE, named.andThen(r -> r.distributor = false))));
    }

    @Test
    void aNoticeForAnItemToWhichNacIsNotOpenSaysWhy() {
        Decision decision = decide(order(Type.LICENSE), new Record(Type.NOTICE));
        assertHolds(
                Type.LICENSE,
                decision,
                "License Exception NAC is not open to line 1: designed or marketed for datacenters");
    }

    @Test
    void aReleaseDoesNotCountBeforeItsCheckHasRun() {
        Order order = order(Type.LICENSE)
                .authorization(new Record(Type.LICENSE).build())
                .build();
        Decision decision = new Decision();
        Decision like = Orders.decide(order);
        decision.begin(order, like.stamp(), Orders.DECIDED_AT, List.of());
        Reason reason = Orders.decide(order(Type.LICENSE).build()).reasons().stream()
                .filter(r -> r.verdict() == Verdict.HOLD)
                .findFirst()
                .orElseThrow();
        decision.add(reason);
        decision.release(reason, new Release(Release.Kind.AUTHORIZATION, "L", "It covers it."));
        assertEquals(Verdict.HOLD, decision.verdict());
        for (Screener.Check check : Screener.Check.values()) {
            if (check != Screener.Check.RELEASES) {
                decision.passed(check);
            }
        }
        assertEquals(Verdict.HOLD, decision.verdict());
        decision.passed(Screener.Check.RELEASES);
        assertEquals(Verdict.CLEAR, decision.verdict());
    }

    @Test
    void aReleasedReasonIsShownInEveryForm() {
        Decision decision = decide(order(Type.LICENSE), new Record(Type.LICENSE));
        String json = Explanation.json(decision);
        assertTrue(json.contains("\"released\":{\"by\":\"LICENSE-1\",\"kind\":\"authorization\""), json);
        assertTrue(json.contains("\"id\":\"LICENSE_REQUIRED/line 0\""), json);
        String text = Explanation.text(decision);
        assertTrue(text.contains("released HOLD/LICENSE LICENSE_REQUIRED"), text);
        assertTrue(text.contains("released: LICENSE LICENSE-1 covers it."), text);
        assertFalse(text.contains("No restriction found under"), text);
        assertTrue(Explanation.html(decision).contains("Released: LICENSE LICENSE-1 covers it."));
    }
}
