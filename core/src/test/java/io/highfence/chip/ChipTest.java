package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of a chip as they are stated, and what cannot be judged as a fault of its column. */
class ChipTest {
    @ParameterizedTest
    @CsvSource({
        "fp4, 4, 4",
        "fp8, 8, 8",
        "FP16, 16, 16",
        "fp64, 64, 64",
        "int2, 2, 2",
        "int8, 8, 8",
        "bf16, 16, 16",
        "tf32, 32, 19",
        "mxfp4, 4, 4",
        "mxfp6, 6, 6",
        "mxint8, 8, 8",
        "nvfp4, 4, 4",
        "analog, 0, 0",
        "1b, 1, 1",
        "128b, 128, 128",
        "8x4b, 8, 8",
        "4x8b, 8, 8",
        "1x1b, 1, 1",
        "128x1b, 128, 128",
    })
    void aFormatHasTheBitsOfItsWiderInput(String name, int bits, int leastBits) {
        Format format = Objects.requireNonNull(Format.find(name));
        assertEquals(bits, format.bits());
        assertEquals(leastBits, format.leastBits());
        assertEquals(name.toLowerCase(java.util.Locale.ROOT), format.toString());
    }

    @ParameterizedTest
    @CsvSource({"fp9", "0b", "129b", "0x8b", "8x0b", "129x1b", "8x129b", "b", "8", "8xb", "-8b", "''"})
    void whatIsNoFormatIsNone(String name) {
        assertNull(Format.find(name));
        Chip chip = Chip.builder("x").rate(name, Decimal.ONE).build();
        assertEquals(List.of("rates"), columns(chip));
        assertTrue(chip.faults().get(0).reason().contains("known are [analog, bf16, fp16, "), chip::toString);
    }

    private static List<String> columns(Chip chip) {
        return chip.faults().stream().map(Chip.Fault::column).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "3A090, 3A090, 3A090",
        "' 3a090.A.1 ', 3A090.a.1, 3A090.a.1 3A090.a 3A090",
        "ear99, EAR99, EAR99",
        "3A001.b.2.c, 3A001.b.2.c, 3A001.b.2.c 3A001.b.2 3A001.b 3A001",
    })
    void aNumberLiesUnderItsShorterOnes(String text, String number, String upwards) {
        Eccn eccn = Objects.requireNonNull(Eccn.parse(text));
        assertEquals(number, eccn.text());
        assertEquals(number, eccn.toString());
        assertEquals(upwards, String.join(" ", eccn.upwards()));
    }

    @ParameterizedTest
    @CsvSource({"3A09", "3F090", "33090", "3A090.", "3A090a", "EAR98", "''", "3A090.a..1"})
    void whatIsNoNumberIsNone(String text) {
        assertNull(Eccn.parse(text));
        assertEquals(
                List.of("base_eccn"), columns(Chip.builder("x").baseEccn(text).build()));
        assertEquals(
                List.of("vendor_eccn"),
                columns(Chip.builder("x").vendorEccn(text).build()));
    }

    @Test
    void whatWasStatedIsKept() {
        Chip chip = Made.chip("name=N, rates=fp8:1 sparse-fp16:2, dies=3:planar:io, datacenter=yes, form=ic"
                + ", base_eccn=4A003, encryption=none, vendor_eccn=EAR99, dram_bandwidth_gbps=4"
                + ", io_bandwidth_gbps=5, transistors_bn=6, hbm=copackaged, hbm_bandwidth_gbps=7, hbm_area_mm2=8"
                + ", app_wt=9, fp64_tflops=10, fp32_tflops=11");
        assertEquals("x", chip.id());
        assertEquals("N", chip.name());
        assertEquals("[fp8:1, sparse-fp16:2]", chip.rates().toString());
        assertEquals("[3:planar:io]", chip.dies().toString());
        assertEquals(Chip.Answer.YES, chip.datacenter());
        assertEquals(Chip.Form.IC, chip.form());
        assertEquals("4A003", chip.baseEccn());
        assertEquals("EAR99", chip.vendorEccn());
        assertEquals(4 * Decimal.ONE, chip.dramBandwidthGbps());
        assertEquals(5 * Decimal.ONE, chip.ioBandwidthGbps());
        assertEquals(6 * Decimal.ONE, chip.transistorsBn());
        assertEquals(Chip.Hbm.COPACKAGED, chip.hbm());
        assertEquals(7 * Decimal.ONE, chip.hbmBandwidthGbps());
        assertEquals(8 * Decimal.ONE, chip.hbmAreaMm2());
        assertEquals(9 * Decimal.ONE, chip.appWt());
        assertEquals(10 * Decimal.ONE, chip.fp64Tflops());
        assertEquals(11 * Decimal.ONE, chip.fp32Tflops());
        assertEquals(List.of(), columns(chip));
        assertEquals(0, chip.faultBits());
        assertTrue(chip.formStated());
        assertEquals(
                "Chip{id=x, name=N, rates=[fp8:1, sparse-fp16:2], dies=[3:planar:io], datacenter=yes, form=ic,"
                        + " base_eccn=4A003, encryption=none, vendor_eccn=EAR99, dram_bandwidth_gbps=4,"
                        + " io_bandwidth_gbps=5, transistors_bn=6, hbm=copackaged, hbm_bandwidth_gbps=7,"
                        + " hbm_area_mm2=8, app_wt=9, fp64_tflops=10, fp32_tflops=11}",
                chip.toString());
    }

    @Test
    void whatWasNotStatedIsUnknown() {
        Chip chip = Chip.builder("x").build();
        assertEquals("Chip{id=x, datacenter=unknown, form=ic}", chip.toString());
        for (long number : new long[] {
            chip.dramBandwidthGbps(),
            chip.ioBandwidthGbps(),
            chip.transistorsBn(),
            chip.hbmBandwidthGbps(),
            chip.hbmAreaMm2(),
            chip.appWt(),
            chip.fp64Tflops(),
            chip.fp32Tflops()
        }) {
            assertEquals(Chip.UNKNOWN, number);
        }
        assertNull(chip.baseEccn());
        assertNull(chip.vendorEccn());
        assertFalse(chip.formStated());
        assertFalse(chip.fromCatalogue(Column.RATES));
    }

    /** Each fact makes another chip: an answer is never taken over from one that differs. */
    @Test
    void chipsAreEqualIfAllFactsAre() {
        Set<Chip> different = new HashSet<>();
        List<String> rows = List.of(
                "name=N",
                "name=M",
                "rates=fp8:1",
                "rates=fp8:2",
                "rates=sparse-fp8:1",
                "dies=1:planar",
                "dies=1:unknown",
                "dies=1:planar:io",
                "datacenter=no",
                "form=board",
                "form=board, contains=NVIDIA V100",
                "contains=NVIDIA V100",
                "base_eccn=3A001",
                "vendor_eccn=3A001",
                "encryption=none",
                "dram_bandwidth_gbps=1",
                "io_bandwidth_gbps=1",
                "transistors_bn=1",
                "hbm=none",
                "hbm_bandwidth_gbps=1",
                "hbm_area_mm2=1",
                "app_wt=1",
                "fp64_tflops=1",
                "fp32_tflops=1",
                "rates=fp9:1",
                "datacenter=unknown");
        for (String row : rows) {
            Chip chip = Made.chip(row);
            assertTrue(different.add(chip), row);
            assertEquals(chip, Made.chip(row));
            assertEquals(chip.hashCode(), Made.chip(row).hashCode());
        }
        Chip one = Made.chip("name=N");
        assertEquals(one, one);
        assertNotEquals("Chip", one);
        assertFalse(one.equals(null));
        assertNotEquals(
                Made.chip("rates=fp8:1"), ChipColumns.chip(Made.row("rates=sparse-fp8:2"), true), "halved figures");
    }

    @ParameterizedTest
    @CsvSource({"-2", "-1", "1000000000000001"})
    void aNumberOutOfRangeIsAFault(long number) {
        Chip chip = Chip.builder("x")
                .rate("fp8", number)
                .sparse2to4Rate("fp8", number)
                .die(number, Chip.ProcessType.PLANAR, Chip.Role.LOGIC)
                .dramBandwidthGbps(number)
                .ioBandwidthGbps(number)
                .transistorsBn(number)
                .hbmBandwidthGbps(number)
                .hbmAreaMm2(number)
                .appWt(number)
                .fp64Tflops(number)
                .fp32Tflops(number)
                .build();
        assertEquals(
                List.of(
                        "rates",
                        "rates",
                        "dies",
                        "dram_bandwidth_gbps",
                        "io_bandwidth_gbps",
                        "transistors_bn",
                        "hbm_bandwidth_gbps",
                        "hbm_area_mm2",
                        "app_wt",
                        "fp64_tflops",
                        "fp32_tflops"),
                columns(chip));
        assertEquals(List.of(), chip.rates());
        assertEquals(List.of(), chip.dies());
        assertTrue((chip.faultBits() & Column.RATES.bit()) != 0);
        assertTrue((chip.faultBits() & Column.APP_WT.bit()) != 0);
    }

    @Test
    void theEndsOfTheRangeAreNoFault() {
        Chip most = Chip.builder("x")
                .rate("fp8", Decimal.MAX)
                .die(Decimal.MAX, Chip.ProcessType.PLANAR, Chip.Role.LOGIC)
                .appWt(Decimal.MAX)
                .build();
        assertEquals(List.of(), most.faults());
        Chip least = Chip.builder("x")
                .rate("fp8", 0)
                .die(1, Chip.ProcessType.PLANAR, Chip.Role.LOGIC)
                .appWt(0)
                .build();
        assertEquals(List.of(), least.faults());
        assertEquals(
                List.of("dies"),
                columns(Chip.builder("x")
                        .die(0, Chip.ProcessType.PLANAR, Chip.Role.LOGIC)
                        .build()));
        assertEquals(
                List.of("hbm_area_mm2"), columns(Chip.builder("x").hbmAreaMm2(0).build()));
    }

    @Test
    void aSparseFigureIsHalvedUpwards() {
        Chip chip = Chip.builder("x")
                .sparse2to4Rate("fp8", 7)
                .sparse2to4Rate("fp8", 8)
                .sparse2to4Rate("fp8", 0)
                .sparse2to4Rate("fp8", Decimal.MAX)
                .build();
        assertEquals(
                List.of(4L, 4L, 0L, Decimal.MAX / 2),
                chip.rates().stream().map(Chip.Rate::teraOps).toList());
        assertTrue(chip.assumed2to4());
        assertEquals(List.of(), chip.faults());
    }

    @Test
    void moreThanAPackageOrADataSheetHoldsIsAFault() {
        Chip.Builder builder = Chip.builder("x");
        for (int i = 0; i < 128; i++) {
            builder.rate("fp8", 1).die(1, Chip.ProcessType.PLANAR, Chip.Role.LOGIC);
        }
        assertEquals(List.of(), builder.build().faults());
        builder.rate("fp8", 1).die(1, Chip.ProcessType.PLANAR, Chip.Role.LOGIC);
        assertEquals(List.of("rates", "dies"), columns(builder.build()));
        Chip part = Chip.builder("part").rate("fp8", 1).build();
        Chip.Builder whole = Chip.builder("package");
        for (int i = 0; i < 64; i++) {
            whole.contains(part);
        }
        assertEquals(List.of(), whole.build().faults());
        Chip over = whole.contains(part).build();
        assertEquals(List.of("contains: a package of more than 64 parts"), texts(over));
        assertEquals(List.of(), over.parts());
    }

    private static List<String> texts(Chip chip) {
        return chip.faults().stream().map(Chip.Fault::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hbm=none, hbm_bandwidth_gbps=1 | hbm
            hbm=none, hbm_area_mm2=1 | hbm
            hbm=none, hbm_bandwidth_gbps=0 | ''
            hbm=none | ''
            hbm=standalone, form=board | hbm
            hbm=standalone, form=ic | ''
            hbm=copackaged, form=board | ''
            encryption=none, base_eccn=5A992 | encryption
            encryption=none, base_eccn=4A003 | ''
            encryption=massMarket, base_eccn=5A992 | ''
            rates=fp8:1, contains=NVIDIA V100 | contains
            rates=fp8:1, form=board, contains=NVIDIA V100 | ''
            """)
    void factsThatContradictEachOtherAreAFault(String cells, String column) {
        assertEquals(column.isEmpty() ? List.of() : List.of(column), columns(Made.chip(cells)));
    }

    @Test
    void aPackageHoldsPlainCircuitsAlone() {
        Chip board = Chip.builder("board").form(Chip.Form.BOARD).build();
        Chip plain = Chip.builder("plain").rate("fp8", 1).build();
        Chip nested = Chip.builder("nested").contains(plain).build();
        for (Chip part : List.of(board, nested)) {
            Chip whole = Chip.builder("whole").contains(part).contains(plain).build();
            assertEquals(
                    List.of("contains: " + part.id() + " is no plain integrated circuit, so no package can hold it"),
                    texts(whole));
            assertEquals(List.of(plain), whole.parts());
        }
        assertEquals(
                List.of(),
                Chip.builder("rack")
                        .form(Chip.Form.SYSTEM)
                        .contains(board)
                        .contains(nested)
                        .build()
                        .faults());
        Chip faulty = Made.chip("rates=fp9:1");
        Chip holder = Chip.builder("holder")
                .form(Chip.Form.BOARD)
                .contains(faulty)
                .contains(faulty)
                .build();
        assertEquals(List.of("contains"), columns(holder), "a part is told once");
        assertTrue(texts(holder).get(0).startsWith("contains: x: rates: "), holder::toString);
    }

    @Test
    void theDoublePrecisionOfTheRatesCountsToo() {
        Chip chip = Made.chip("rates=fp64:5 fp64:7 sparse-fp64:50 fp32:3, fp64_tflops=6, fp32_tflops=4");
        assertEquals(7 * Decimal.ONE, chip.fp64Tflops());
        assertEquals(4 * Decimal.ONE, chip.fp32Tflops());
    }

    @Test
    void whatComesFromTheCatalogueIsKnownByColumn() {
        Chip chip = Made.chip("chip=NVIDIA V100, rates=fp8:1");
        assertEquals("NVIDIA V100", chip.catalogueName());
        assertFalse(chip.fromCatalogue(Column.RATES));
        assertTrue(chip.fromCatalogue(Column.DIES));
        assertEquals("NVIDIA V100", Made.chip("chip=NVIDIA V100").name());
        Chip known = Objects.requireNonNull(ChipCatalogue.bundled().find("NVIDIA V100"))
                .chip();
        Chip like = Made.chip("chip=NVIDIA V100");
        assertEquals(known.rates(), like.rates());
        assertEquals(known.dies(), like.dies());
        assertEquals(known.datacenter(), like.datacenter());
        assertEquals(known.ioBandwidthGbps(), like.ioBandwidthGbps());
        assertEquals(known.dramBandwidthGbps(), like.dramBandwidthGbps());
        assertEquals(known.transistorsBn(), like.transistorsBn());
        assertNotNull(like.circuits());
    }

    /** Each seat once, in the order of the parts; a chip that nobody of the catalogue made has none. */
    @Test
    void theMakersOfAChipAreItsOwnAndThoseOfItsParts() {
        Chip mixed = Made.chip("form=system, contains=NVIDIA V100 | BR100 | NVIDIA H100 SXM | Huawei Ascend 310");
        assertEquals(List.of(Country.of("US"), Country.of("CN")), mixed.makerSeats());
        assertNull(mixed.makerHq());
        assertEquals(
                List.of(Country.of("GB")), Made.chip("chip=GC200, rates=fp16:1").makerSeats());
        assertEquals(List.of(), Made.chip("name=NVIDIA V100, rates=fp16:1").makerSeats());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> ChipFacts.read(Map.of("id", "x", "makerHq", "China")));
        assertTrue(String.valueOf(refused.getMessage()).contains("'China'"), refused::toString);
    }

    private static ChipCatalogue catalogue(String rows) throws IOException, BadInput {
        String header = "name,aliases,rates,confidence,source,flag\n";
        return ChipCatalogue.read(new ByteArrayInputStream((header + rows).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCatalogueIsReadRowByRow() throws IOException, BadInput {
        ChipCatalogue catalogue = catalogue("One,uno| |ein,fp8:1,2,a; b,\nTwo,,fp8:2,1,a,\nThree,three,fp8:3,,,look\n");
        assertEquals(3, catalogue.entries().size());
        ChipCatalogue.Entry one = Objects.requireNonNull(catalogue.find("UNO"));
        assertEquals(List.of("One", "uno", "ein"), one.names());
        assertEquals("One", one.chip().id());
        assertEquals("One", one.chip().catalogueName());
        assertEquals(ChipCatalogue.Confidence.TWO_SOURCES, one.confidence());
        assertEquals("a; b", one.source());
        assertEquals("", one.process());
        assertFalse(one.chip().leastConfidence());
        assertEquals(
                ChipCatalogue.Confidence.ONE_SOURCE, catalogue.entries().get(1).confidence());
        ChipCatalogue.Entry three = catalogue.entries().get(2);
        assertEquals(ChipCatalogue.Confidence.UNVERIFIED, three.confidence());
        assertEquals("look", three.flag());
        assertTrue(three.chip().leastConfidence());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'One,x,fp8:1,2,a,\nTwo,X,fp8:1,2,a,\n' | Two chips are called X",
                "'One,,fp9:1,2,a,\n' | A row of the catalogue is damaged",
                "',x,fp8:1,2,a,\n' | A row of the catalogue is damaged",
            })
    void aDamagedCatalogueIsRefused(String rows, String reason) {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> catalogue(rows.replace("\\n", "\n")));
        assertTrue(refused.getMessage().startsWith(reason), refused.getMessage());
    }

    @Test
    void aRowOfTheCatalogueWithoutItsCellsIsRefused() {
        assertThrows(BadInput.class, () -> catalogue("One,x\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "NVIDIA H100 SXM, ' nvidia h 100 sxm '",
        "h100-sxm, ' h 100 sxm '",
        "'  a  1b2 ', ' a 1 b 2 '",
        "'', ' '",
        "90, ' 90 '",
        "a/0:9z, ' a 0 9 z '",
    })
    void aKeyIsWordsOfLettersAndWordsOfDigits(String name, String key) {
        assertEquals(key, ChipCatalogue.key(name));
        assertEquals(key, ChipCatalogue.key(key));
    }

    @Test
    void theColumnsAreThoseOfTheContractAndTheDayIsNone() {
        assertEquals(Column.RATES, Column.find("rates"));
        assertEquals(Column.DATE, Column.find("date"));
        assertNull(Column.find("Rates"));
        assertEquals(20, ChipColumns.NAMES.size());
        assertFalse(ChipColumns.NAMES.contains("date"));
        assertEquals("id", ChipColumns.NAMES.iterator().next());
        assertEquals(Map.of("id", "x", "rates", "fp8:1"), Made.row("rates=fp8:1"));
    }

    /** Calls of a builder follow one another. */
    @Test
    void aBuilderIsReturnedByEachOfItsCalls() {
        Chip chip = Chip.builder("x")
                .sparseRate("fp8", 1)
                .die(0, Chip.ProcessType.PLANAR, Chip.Role.LOGIC)
                .encryption(Chip.Encryption.UNKNOWN)
                .hbm(Chip.Hbm.COPACKAGED)
                .leastConfidence()
                .sparseSuspected()
                .given(Column.RATES)
                .fromCatalogue("row")
                .withoutRates()
                .withoutDies()
                .name("N")
                .build();
        assertEquals("N", chip.name());
        assertTrue(chip.leastConfidence());
        assertTrue(chip.sparseSuspected());
    }

    @Test
    void whatIsLikeAnotherHasItsFactsUntilTheyAreOverridden() {
        String cells = "name=N, rates=fp8:1, dies=3:planar:io, datacenter=yes, base_eccn=4A003, encryption=unknown"
                + ", vendor_eccn=EAR99, dram_bandwidth_gbps=4, io_bandwidth_gbps=5, transistors_bn=6, hbm=copackaged"
                + ", hbm_bandwidth_gbps=7, hbm_area_mm2=8, app_wt=9, fp64_tflops=10, fp32_tflops=11, form=ic";
        Chip known = Made.chip(cells);
        assertEquals(known, Chip.builder("x").like(known).build());
        assertTrue(Chip.builder("x").like(known).build().formStated());
        Chip board = Made.chip("form=board, contains=NVIDIA V100");
        assertEquals(board, Chip.builder("x").like(board).build());
        Chip other = Made.chip("chip=NVIDIA V100, dies=5:planar");
        assertEquals("[5:planar:logic]", other.dies().toString());
    }

    @Test
    void aPackageWithRatesOfItsOwnHasNoParts() {
        Chip chip = Made.chip("rates=fp8:1, contains=NVIDIA V100");
        assertEquals(List.of(), chip.parts());
        assertEquals(8 * Decimal.ONE, chip.totals().tpp);
    }

    /** Counted twice, dies would halve the density: logic dies are those of the package or those of its parts. */
    @Test
    void aPackageStatesItsLogicDiesOrThoseOfItsParts() {
        Chip part = Made.chip("rates=fp8:1, dies=4:nonplanar");
        Chip without = Made.chip("rates=fp8:1");
        Chip twice = withOwnDies(part);
        assertEquals(
                List.of("dies: a package states its own logic dies or those of its parts, not both"), texts(twice));
        assertEquals("[2:planar:io]", twice.dies().toString());
        assertEquals(2, twice.allDies().length);
        assertEquals(List.of(), texts(withOwnDies(without)));
        assertEquals(2, withOwnDies(without).dies().size());
        assertFalse(withOwnDies(without).diesKnown());
        assertTrue(twice.diesKnown());
    }

    private static Chip withOwnDies(Chip part) {
        return Chip.builder("package")
                .contains(part)
                .die(3 * Decimal.ONE, Chip.ProcessType.NONPLANAR, Chip.Role.LOGIC)
                .die(2 * Decimal.ONE, Chip.ProcessType.PLANAR, Chip.Role.IO)
                .build();
    }

    @Test
    void aBoardHasTheCircuitsOfWhatItHoldsAndNotTheirDies() {
        Chip circuit = Made.chip("rates=fp8:1, dies=4:nonplanar");
        Chip board = Chip.builder("board")
                .form(Chip.Form.BOARD)
                .contains(circuit)
                .contains(circuit)
                .build();
        assertEquals(0, board.allDies().length);
        assertFalse(board.diesKnown());
        Chip empty = Chip.builder("empty").form(Chip.Form.MODULE).build();
        Chip rack = Chip.builder("rack")
                .form(Chip.Form.SYSTEM)
                .contains(board)
                .contains(empty)
                .build();
        assertEquals(List.of(circuit, empty), List.of(rack.circuits()), "each different one once");
        assertEquals(List.of(), List.of(circuit.circuits()));
        Chip whole = Chip.builder("package").contains(circuit).contains(circuit).build();
        assertEquals(2, whole.allDies().length);
        assertEquals(2, whole.units().length);
    }

    @Test
    void moreCircuitsThanASystemHoldsAreAFault() {
        Chip.Builder rack = Chip.builder("rack").form(Chip.Form.SYSTEM);
        for (int i = 0; i < 1000; i++) {
            rack.contains(Chip.builder("p" + i).build());
        }
        assertEquals(List.of(), texts(rack.build()));
        Chip over = rack.contains(Chip.builder("last").build()).build();
        assertEquals(List.of("contains: more than 1000 different integrated circuits"), texts(over));
        assertEquals(0, over.circuits().length);
    }

    @Test
    void chipsDifferByWhatTheyHoldAndByWhatIsDoubtfulOfThem() {
        Chip one = Chip.builder("part").rate("fp8", 1).build();
        Chip two = Chip.builder("part").rate("fp8", 2).build();
        for (Chip.Form form : Chip.Form.values()) {
            assertNotEquals(
                    Chip.builder("x").form(form).contains(one).build(),
                    Chip.builder("x").form(form).contains(two).build());
        }
        assertNotEquals(rackOfBoard("north", one), rackOfBoard("south", one), "other boards with the same circuit");
        Chip plain = Chip.builder("x").build();
        assertNotEquals(plain, Chip.builder("x").leastConfidence().build());
        assertNotEquals(plain, Chip.builder("x").sparseSuspected().build());
        assertNotEquals(
                Chip.builder("x").rate("fp8", 1).build(),
                Chip.builder("x").sparse2to4Rate("fp8", 2).build());
        assertNotEquals(0, plain.hashCode());
    }

    private static Chip rackOfBoard(String board, Chip circuit) {
        Chip part = Chip.builder(board).form(Chip.Form.BOARD).contains(circuit).build();
        return Chip.builder("rack").form(Chip.Form.SYSTEM).contains(part).build();
    }

    /** A text that holds another has all the signs of that other; one that lacks a sign of it cannot hold it. */
    @Test
    void theSignsOfATextAreThoseOfItsCharacters() {
        assertEquals(0, ChipCatalogue.signs(""));
        assertEquals(1L << 'a', ChipCatalogue.signs("a"));
        assertEquals(1L << 'a' | 1L << 'b', ChipCatalogue.signs("abba"));
        Chip chip = Chip.builder("H20").name("NVIDIA").build();
        assertEquals(ChipCatalogue.signs(" h 20 nvidia "), chip.searchSigns());
    }
}
