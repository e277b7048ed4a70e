package io.highfence;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.chip.ChipColumns;
import io.highfence.law.FoundryFacts;
import io.highfence.law.Known;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Orders of every kind, with parties of the sample list misspelt, chips of every making, and values that nobody understands. */
public final class RandomOrders {
    private static final List<ListedParty> LISTED = PartyList.sample().records();
    private static final List<String> COUNTRIES = List.of(
            "US", "DE", "CN", "RU", "IR", "KP", "CU", "SY", "AE", "SG", "MO", "TW", "IL", "JP", "BY", "MY", "XK");
    private static final List<String> ODD_NAMES = List.of(
            "none",
            "Müller & Söhne GmbH",
            "华为技术有限公司",
            "\u0645\u0647\u0627\u0646",
            "A\u200bB Trading",
            "\ud800 half",
            "\"quoted\\\" 'name'",
            "Wholly Unrelated Zyxwvut",
            "!!!",
            "x",
            "Ооо Ромашка",
            "line\nend",
            "sealed:" + "0".repeat(64));
    private static final List<String> RATES = List.of(
            "fp16:989.5 fp8:1979",
            "int8:500",
            "sparse-fp8:3958",
            "8b:1979.123456",
            "8x4b:1000",
            "tf32:400",
            "nonsense",
            "fp16:-1");
    private static final List<String> DIES =
            List.of("814:nonplanar", "294:nonplanar:logic 100:planar:memory", "100:unknown", "5:what", "400:planar");

    private final Random random;

    public RandomOrders(long seed) {
        this.random = new Random(seed);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T maybe(Supplier<T> value) {
        return chance(60) ? value.get() : null;
    }

    private Country country() {
        return maybe(() -> Country.of(any(COUNTRIES)));
    }

    private Boolean truth() {
        return maybe(random::nextBoolean);
    }

    private LocalDate day() {
        return LocalDate.of(2022, 1, 1).plusDays(random.nextInt(5 * 365));
    }

    private Long decimal(long most) {
        return maybe(() -> Math.floorMod(random.nextLong(), most + 1));
    }

    public Order next() {
        Order.Builder order = Order.builder("order " + random.nextInt(1_000_000));
        if (chance(95)) {
            order.kind(any(Order.Kind.values()));
        }
        order.exporter(new Order.Exporter(
                country(), country(), country(), chance(30) ? any(FoundryFacts.Exporter.values()) : null));
        if (chance(80)) {
            order.shipFrom(Country.of(chance(50) ? "US" : any(COUNTRIES)));
        }
        order.destination(
                country(), chance(20) ? any(List.of("Crimea", "Yalta, ul. Kirova 1", "", "Oblast' X")) : null);
        if (chance(90)) {
            order.plannedExportDate(day());
        }
        if (chance(30)) {
            order.asOf(day());
        }
        if (chance(80)) {
            order.endUse(any(Order.Purpose.values()), any(Order.Knowledge.values()));
        }
        order.nexus(new Order.Nexus(truth(), truth(), truth(), truth()));
        for (int i = random.nextInt(5); i > 0; i--) {
            order.party(party());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            order.item(item(i));
        }
        order.technicalAnalysis(chance(5)).knownViolation(chance(5));
        if (chance(10)) {
            order.redFlag("red-flag-4");
        }
        if (chance(15)) {
            order.total(new Order.Total(
                    io.highfence.ledger.Account.parse(
                            any(List.of("tpp-consignee:C-1", "tpp-country:SA", "fp64-site:C-1"))),
                    Math.floorMod(random.nextLong(), 1L << 59)));
        }
        if (chance(10)) {
            order.authorization(authorization());
        }
        if (chance(10)) {
            order.step(any(Order.Step.values()));
        }
        if (chance(10)) {
            io.highfence.base.Digest digest = io.highfence.base.Digest.of("x" + random.nextInt());
            order.disposition(new Disposition(
                    any(List.of("POSSIBLE_ENTITY_LIST/party 0", "TRUNCATED/party 1")),
                    chance(50) ? new Disposition.Binding(digest, digest, digest) : null,
                    "An Analyst",
                    chance(50) ? "A Second" : "",
                    "file 7",
                    chance(50) ? "another party" : "",
                    maybe(this::day)));
        }
        if (chance(10)) {
            order.unread("parties[0].shoeSize").unread("colour");
        }
        if (chance(10)) {
            order.unjudged("parties[0].birthDate '31.2.1960'").unjudged("kind 'tele'port'");
        }
        return order.build();
    }

    private Authorization authorization() {
        boolean notice = chance(30);
        Authorization.Builder one = Authorization.builder("D-" + random.nextInt(1000))
                .type(
                        notice
                                ? Authorization.Type.NOTICE
                                : any(List.of(Authorization.Type.LICENSE, Authorization.Type.VEU)))
                .issuer("BIS")
                .exception(chance(20) ? "NAC" : "")
                .valid(maybe(this::day), maybe(this::day))
                .quantity(decimal(1_000_000_000L), decimal(1_000_000L))
                .value(decimal(1_000_000_000L), decimal(1_000_000L))
                .purchaseOrder(chance(50) ? "PO 7" : "")
                .sample(random.nextBoolean());
        if (chance(50)) {
            one.eccn("3A090.a").eccn("").party(name(), chance(50) ? any(Party.Role.values()) : null);
            one.destination(Country.of(any(COUNTRIES))).condition("No resale", chance(50) ? "a contract" : "");
        }
        if (notice) {
            one.notice(new Authorization.Notice(
                    maybe(this::day),
                    any(Authorization.Objection.values()),
                    chance(50) ? "Z-77" : "",
                    truth(),
                    chance(50) ? name() : "",
                    "",
                    chance(50) ? List.of("3A090.a") : List.of()));
        }
        return one.build();
    }

    private String misspelt(String name) {
        StringBuilder text = new StringBuilder(name);
        for (int i = random.nextInt(3); i > 0 && text.length() > 2; i--) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) ('a' + random.nextInt(26)));
                default -> text.setCharAt(at, (char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private String name() {
        if (chance(30)) {
            return any(ODD_NAMES);
        }
        return misspelt(any(any(LISTED).names()).text());
    }

    private Party party() {
        List<ListedParty.Identifier> identifiers = new ArrayList<>();
        for (int i = random.nextInt(10) - 7; i > 0; i--) {
            identifiers.add(new ListedParty.Identifier(
                    any(ListedParty.Identifier.Kind.values()),
                    "Z " + random.nextInt(1_000_000),
                    chance(20) ? "Passport No." : "",
                    chance(20) ? Country.of(any(COUNTRIES)) : null,
                    chance(20) ? new DateRange(day(), null) : DateRange.ALWAYS));
        }
        List<Party.Owner> owners = new ArrayList<>();
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            owners.add(new Party.Owner(
                    chance(80) ? name() : "", chance(30) ? any(List.of("C-1", "F 1")) : null, decimal(100_000_000L)));
        }
        return new Party(
                chance(95) ? any(Party.Role.values()) : null,
                name(),
                any(PartyType.values()),
                country(),
                chance(40)
                        ? any(List.of("Bantian, Longgang, Shenzhen", "Main St. 1\nSpringfield", " ", "10.20.30.40"))
                        : null,
                identifiers,
                chance(30) ? birth() : null,
                country(),
                country(),
                owners,
                chance(30) ? "C-1" : null);
    }

    private DateRange birth() {
        int year = 1930 + random.nextInt(80);
        return switch (random.nextInt(5)) {
            case 0 -> DateRange.ofYear(year);
            case 1 -> {
                YearMonth month = YearMonth.of(year, 1 + random.nextInt(12));
                yield new DateRange(month.atDay(1), month.atEndOfMonth());
            }
            case 2 -> new DateRange(LocalDate.of(year, 3, 5), LocalDate.of(year + 1, 2, 1));
            case 3 -> chance(50) ? new DateRange(null, LocalDate.of(year, 2, 2)) : DateRange.ALWAYS;
            default -> DateRange.on(LocalDate.of(year, 1, 1).plusDays(random.nextInt(365)));
        };
    }

    private Item item(int line) {
        Item item = new Item(
                Integer.toString(line),
                maybe(() -> "SKU " + random.nextInt(100)),
                chance(70) ? chip(line) : null,
                chance(30) ? any(List.of("EAR99", "3A090.a", "4A994", "5A992.c", "3A090.z", "nonsense")) : null,
                decimal(1_000_000_000L * 100),
                chance(30) ? any(List.of("854231", "8471.80", "x")) : null,
                country(),
                decimal(100_000_000L),
                truth(),
                chance(20) ? foundry() : null);
        return new Item(
                item.line(),
                item.sku(),
                item.chip(),
                item.eccn(),
                item.quantityMillionths(),
                item.hts(),
                item.countryOfOrigin(),
                item.usOriginControlledPercent(),
                item.usTechnologyOrPlant(),
                item.foundry(),
                item.quantityMillionths());
    }

    private Chip chip(int line) {
        ChipCatalogue.Entry known = any(ChipCatalogue.bundled().entries());
        return switch (random.nextInt(4)) {
            case 0 -> known.chip();
            case 1 ->
                Chip.builder("board " + line)
                        .form(any(Chip.Form.values()))
                        .contains(known.chip())
                        .contains(known.chip())
                        .contains(any(ChipCatalogue.bundled().entries()).chip())
                        .rate("fp64", 5_000_000L)
                        .fp64Tflops(3_000_000L)
                        .sparse2to4Rate("fp8", 2_000_001L)
                        .build();
            default -> columns(line, known);
        };
    }

    private Chip columns(int line, ChipCatalogue.Entry known) {
        Map<String, String> row = new HashMap<>();
        row.put("id", Integer.toString(line));
        if (chance(50)) {
            row.put("chip", chance(90) ? known.names().get(0) : "no such chip");
        }
        if (chance(40)) {
            row.put("rates", any(RATES));
        }
        if (chance(40)) {
            row.put("dies", any(DIES));
        }
        Map<String, List<String>> cells = Map.of(
                "name", List.of("NVIDIA H100 SXM", "Ascend 910B", "Thing"),
                "datacenter", List.of("yes", "no", "unknown", "perhaps"),
                "form", List.of("ic", "board", "system", "heap"),
                "hbm", List.of("none", "standalone", "copackaged"),
                "encryption", List.of("none", "massMarket", "5A002", "unknown"),
                "base_eccn", List.of("3A001.a.7", "5A992.c", "EAR99", "what"),
                "vendor_eccn", List.of("3A090.a", "EAR99"),
                "contains", List.of("NVIDIA H100 SXM|NVIDIA H100 SXM", "NVIDIA A100", "nothing known"),
                "hbm_area_mm2", List.of("0", "110"),
                "dram_bandwidth_gbps", List.of("3350", "-4", "0.000001"));
        cells.forEach((column, values) -> {
            if (chance(25)) {
                row.put(column, any(values));
            }
        });
        return ChipColumns.chip(row);
    }

    private FoundryFacts foundry() {
        return new FoundryFacts(
                any(Known.values()),
                chance(50) ? 7_000_000L : -1,
                any(Known.values()),
                chance(60)
                        ? new FoundryFacts.Attestation(
                                any(FoundryFacts.By.values()),
                                chance(50) ? 5_000_000_000L : -1,
                                -1,
                                new FoundryFacts.Designer(
                                        country(), country(), country(), any(Known.values()), maybe(this::day)),
                                new FoundryFacts.FinalPackage(
                                        any(Known.values()),
                                        country(),
                                        chance(50) ? 40_000_000_000L : -1,
                                        any(Known.values())))
                        : null);
    }
}
