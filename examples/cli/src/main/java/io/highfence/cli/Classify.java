package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.ChipColumns;
import io.highfence.chip.Classification;
import io.highfence.law.RuleBook;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Classifies chips. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description = {
            "Classifies chips: total processing performance, performance density, paragraph and ECCN.",
            "Reads CSV and writes one JSON object a row, or what a person needs to follow each answer."
        },
        footer = {
            "",
            "Needed are id and one of chip, rates, hbm, contains. The columns, in any order:",
            "  id, name    your own",
            "  chip        a name of the bundled catalogue, such as NVIDIA H100 SXM",
            "  rates       dense peak rates as data sheets count them, FORMAT:TERA_OPS, blank-separated:",
            "              fp16:989.5 fp8:1979   (a sparse figure: sparse-fp8:3958)",
            "  dies        AREA_MM2:PROCESS[:ROLE], blank-separated: 814:nonplanar 60:planar:io",
            "              PROCESS nonplanar, planar or unknown; ROLE logic, io, memory or interposer",
            "  datacenter  yes, no or unknown: designed or marketed for datacenters",
            "  form        ic, module, board or system; contains names the chips or row ids inside",
            "  encryption  none, massMarket, 5A002 or unknown",
            "  hbm         none, standalone or copackaged; hbm_bandwidth_gbps, hbm_area_mm2",
            "  base_eccn, vendor_eccn, dram_bandwidth_gbps, io_bandwidth_gbps, transistors_bn, app_wt,",
            "  fp64_tflops, fp32_tflops",
            "",
            "Example:",
            "  printf 'id,rates,dies,datacenter\\nmine,fp8:1979,814:nonplanar,yes\\n' |",
            "    highfence classify --chips -",
            "",
            "Exit codes: 0 all CLASSIFIED, 1 some REVIEW, 3 some NEEDS_DATA; 65 bad input, 66 a file is missing."
        })
final class Classify implements Callable<Integer> {
    private static final int REVIEW = 1;
    private static final int NEEDS_DATA = 3;

    @Option(
            names = "--chips",
            required = true,
            paramLabel = "FILE.csv",
            description = "The chips; - is standard input.")
    String chips;

    @Mixin
    Dates dates;

    @Option(
            names = "--assume-2to4",
            description = "Takes half of a sparse rate as the dense rate, as 2:4 structured sparsity would have it.")
    boolean assume2to4;

    @Option(
            names = "--explain",
            defaultValue = "json",
            paramLabel = "text|json|html",
            description = "json (default) for programs; text or one html document for people.")
    Explain explain;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        LocalDate date = dates.orToday();
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification result = new Classification();
        List<Classification> chapters = new ArrayList<>();
        Refusals refusals = new Refusals("row");
        int[] code = {Exit.OK};
        try (InputStream in = Files.open(chips);
                Writer answers = out.create()) {
            ChipColumns.read(
                    in,
                    chips,
                    assume2to4,
                    chip -> {
                        Classification answer = explain == Explain.HTML ? new Classification() : result;
                        classifier.classify(chip, date, answer);
                        if (explain == Explain.HTML) {
                            chapters.add(answer);
                        } else {
                            write(answer, answers);
                        }
                        code[0] = graver(code[0], answer.verdict());
                    },
                    refusals::add);
            if (explain == Explain.HTML) {
                answers.write(Explanation.html(chapters.toArray(Classification[]::new)));
            }
        } catch (BadInput e) {
            refusals.stop(e);
        } catch (PackedInput.Fault e) {
            refusals.stop(e.badInput());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return refusals.orElse(code[0], System.err);
    }

    private void write(Classification answer, Writer answers) {
        try {
            answers.write(explain == Explain.TEXT ? Explanation.text(answer) + "\n" : Explanation.json(answer));
            answers.write('\n');
            answers.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int graver(int code, Classification.Verdict verdict) {
        int of = switch (verdict) {
            case CLASSIFIED -> Exit.OK;
            case REVIEW -> REVIEW;
            case NEEDS_DATA -> NEEDS_DATA;
        };
        return Math.max(code, of);
    }
}
