package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns of {@code classify} as CSV. */
class ChipColumnsTest {
    private final List<BadInput> refused = new ArrayList<>();

    private List<Chip> read(String csv) throws IOException, BadInput {
        return read(csv.getBytes(StandardCharsets.UTF_8));
    }

    private List<Chip> read(byte[] csv) throws IOException, BadInput {
        List<Chip> chips = new ArrayList<>();
        ChipColumns.read(new ByteArrayInputStream(csv), "chips.csv", false, chips::add, refused::add);
        return chips;
    }

    private static List<String> ids(List<Chip> chips) {
        return chips.stream().map(Chip::id).toList();
    }

    private static List<String> faultsOf(Chip chip) {
        return chip.faults().stream().map(Chip.Fault::column).toList();
    }

    @Test
    void theNamesAreThoseOfTheContract() {
        assertEquals(
                List.of(("id name chip rates dies datacenter form contains base_eccn encryption vendor_eccn"
                                + " dram_bandwidth_gbps io_bandwidth_gbps transistors_bn hbm hbm_bandwidth_gbps"
                                + " hbm_area_mm2 app_wt fp64_tflops fp32_tflops")
                        .split(" ")),
                List.copyOf(ChipColumns.NAMES));
    }

    @Test
    void columnsStandInAnyOrderAndAMissingColumnIsABlankOne() throws IOException, BadInput {
        Chip chip = read("\uFEFFDIES,Id,rates\n 814:nonplanar:logic 60:planar:io , mine , FP8:1979  fp16:989.5 \n")
                .get(0);
        assertEquals("mine", chip.id());
        assertEquals(2, chip.dies().size());
        assertEquals(1979 * Decimal.ONE, chip.rates().get(0).teraOps());
        assertEquals(Chip.Answer.UNKNOWN, chip.datacenter());
        assertEquals(Chip.UNKNOWN, chip.ioBandwidthGbps());
        assertEquals(List.of(), chip.faults());
    }

    @Test
    void aRowOfTooFewOrTooManyCellsIsRefusedAndTheOthersAreRead() throws IOException, BadInput {
        assertEquals(List.of("a", "d"), ids(read("id,rates\na,fp16:1\nb\nc,fp16:1,more\nd,fp16:1\n")));
        assertEquals(2, refused.size());
        assertEquals(3, refused.get(0).line());
        assertEquals(2, refused.get(0).column());
        assertEquals(4, refused.get(1).line());
        assertEquals(3, refused.get(1).column());
    }

    @Test
    void aFileThatCannotBeReadIsBadInputWithLineAndColumn() {
        BadInput unknown = assertThrows(BadInput.class, () -> read("id,rate\na,fp16:1\n"));
        assertEquals(1, unknown.line());
        assertEquals(2, unknown.column());
        assertEquals(
                3, assertThrows(BadInput.class, () -> read("id,rates,ID\n")).column());
        assertThrows(BadInput.class, () -> read(""));
        assertThrows(BadInput.class, () -> read("id,rates\na,\"fp16:1\n"));
        assertThrows(BadInput.class, () -> read(new byte[] {'i', (byte) 0xC3, '\n', 'a', '\n'}));
    }

    @Test
    void aByteThatIsNoUtf8CostsItsRowAlone() throws IOException, BadInput {
        byte[] csv = "id,rates\na,fp16:1\nb?,fp16:1\nc,fp16:1\n".getBytes(StandardCharsets.UTF_8);
        csv["id,rates\na,fp16:1\nb".length()] = (byte) 0xC3;
        assertEquals(List.of("a", "c"), ids(read(csv)));
        assertEquals(1, refused.size());
        assertEquals(3, refused.get(0).line());
    }

    @Test
    void answersKeepTheOrderOfTheRowsWhereOneContainsALaterOne() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains,rates\na,,,fp16:1\nb,board,c|a,\nc,,,fp16:2\nd,board,c,\n");
        assertEquals(List.of("a", "b", "c", "d"), ids(chips));
        assertEquals(List.of("c", "a"), ids(chips.get(1).parts()));
        assertEquals(List.of("c"), ids(chips.get(3).parts()));
        assertTrue(chips.stream().allMatch(chip -> chip.faults().isEmpty()));
    }

    @Test
    void aRowGoesBeforeAChipOfTheCatalogue() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains,rates\nH20,,,fp16:1\nb,board,H20,\nc,board,NVIDIA H20,\n");
        assertEquals("H20", chips.get(1).parts().get(0).id());
        assertEquals("NVIDIA H20", chips.get(2).parts().get(0).id());
    }

    @Test
    void namesOfSeveralWordsAreFoundAmongBlanks() throws IOException, BadInput {
        Chip chip =
                read("id,form,contains\na,system,NVIDIA H100 SXM NVIDIA H20\n").get(0);
        assertEquals(List.of("NVIDIA H100 SXM", "NVIDIA H20"), ids(chip.parts()));
    }

    @Test
    void aRepeatedIdNamesNothing() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains,rates\na,,,fp16:1\na,,,fp16:2\nb,board,a,\n");
        assertEquals(List.of("a", "a", "b"), ids(chips));
        assertEquals(List.of("contains"), faultsOf(chips.get(2)));
    }

    @Test
    void rowsThatContainEachOtherAreFaults() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains\na,board,b\nb,board,a\n");
        assertEquals(List.of("a", "b"), ids(chips));
        assertTrue(faultsOf(chips.get(0)).contains("contains"));
        assertTrue(faultsOf(chips.get(1)).contains("contains"));
    }

    @Test
    void aChainThatIsTooDeepIsAFaultAndNoStackOverflow() throws IOException, BadInput {
        StringBuilder csv = new StringBuilder("id,form,contains,rates\n");
        for (int i = 0; i < 5000; i++) {
            csv.append("r").append(i).append(",system,r").append(i + 1).append(",\n");
        }
        List<Chip> chips = read(csv + "r5000,,,fp16:1\n");
        assertEquals(5001, chips.size());
        assertTrue(faultsOf(chips.get(0)).contains("contains"));
    }

    @Test
    void whatTheRowStatesGoesBeforeTheCatalogue() {
        Chip chip = ChipColumns.chip(Map.of("id", "1", "chip", "NVIDIA H20", "rates", "fp8:100", "datacenter", "no"));
        assertEquals(1, chip.rates().size());
        assertEquals(Chip.Answer.NO, chip.datacenter());
        assertEquals(4000 * Decimal.ONE, chip.dramBandwidthGbps());
        assertEquals(1, chip.dies().size());
    }

    @Test
    void aRowWithoutAnIdIsAFault() throws IOException, BadInput {
        assertEquals(List.of("id"), faultsOf(read("id,rates\n,fp16:1\n").get(0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=fp8 | rates: 'fp8' is no rate;
            rates=:5 | rates: '' is no known format;
            rates=fp8:-1 | rates: the rate of 'fp8': '-1' is negative
            rates=fp8: | rates: the rate of 'fp8': a number is missing
            dies=x:planar | dies: the area in 'x:planar': 'x' is not a plain decimal number
            app_wt=1e3 | app_wt: '1e3' is not a plain decimal number
            """)
    void aFaultSaysWhatIsWrongWithTheCell(String cells, String beginning) {
        String fault = Made.chip(cells).faults().get(0).toString();
        assertTrue(fault.startsWith(beginning), fault);
    }

    /** A table may be longer than memory: only a part that has not been read yet holds rows back. */
    @Test
    void aRowIsPassedOnWhenItIsReadWhateverElseIsWrongWithIt() throws IOException, BadInput {
        assertEquals(
                List.of("a", "refused", "c", "d", "refused", "f"),
                events("id,form,contains,rates\na,,,fp9:1\nb\nc,,,fp8:1\nd,board,c,\ne\nf,,,fp8:1\n"));
        assertEquals(
                List.of("a", "refused", "b", "d", "e"),
                events("id,form,contains,rates\na,,,fp8:1\nb,board,d,\nc\nd,,,fp8:1\ne,,,fp8:1\n"));
    }

    private static List<String> events(String csv) throws IOException, BadInput {
        List<String> events = new ArrayList<>();
        ChipColumns.read(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "chips.csv",
                false,
                chip -> events.add(chip.id()),
                row -> events.add("refused"));
        return events;
    }

    @Test
    void aFirstRowMayContainALaterOne() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains,rates\nb,board,c,\nc,,,fp16:2\n");
        assertEquals(List.of("b", "c"), ids(chips));
        assertEquals(List.of(), chips.get(0).faults());
        assertSame(chips.get(1), chips.get(0).parts().get(0), "built once");
    }

    @Test
    void rowsOfARepeatedIdThatWereHeldBackKeepTheirOwnFacts() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains,rates\nb,board,z,\na,,,fp16:1\na,,,fp16:2\nz,,,fp16:3\n");
        assertEquals(List.of("b", "a", "a", "z"), ids(chips));
        assertEquals("[fp16:1]", chips.get(1).rates().toString());
        assertEquals("[fp16:2]", chips.get(2).rates().toString());
    }

    /** A row without an id cannot be named as a part. */
    @Test
    void aWordThatNamesNothingIsAFaultAlsoBesideARowWithoutAnId() throws IOException, BadInput {
        List<Chip> chips = read("id,form,contains,rates\n,,,fp16:1\nb,board,nothing known,\n");
        assertEquals(List.of("contains"), faultsOf(chips.get(1)));
        assertTrue(chips.get(1).faults().get(0).reason().startsWith("'nothing' in '"));
    }

    @Test
    void aChainMayBeThirtyTwoPartsDeep() throws IOException, BadInput {
        assertEquals(List.of(), chain(32).faults());
        assertEquals(List.of("contains"), faultsOf(chain(33)));
    }

    private Chip chain(int depth) throws IOException, BadInput {
        StringBuilder csv = new StringBuilder("id,form,contains,rates\n");
        for (int i = 0; i < depth; i++) {
            csv.append("r").append(i).append(",system,r").append(i + 1).append(",\n");
        }
        return read(csv + "r" + depth + ",,,fp16:1\n").get(0);
    }
}
