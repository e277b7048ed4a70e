package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.law.Known;
import io.highfence.law.LicenseAdvisor;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.RuleBook;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Answers whether a license is needed. */
@Command(
        name = "license",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether a license is needed, by the words of the regulation and by what is enforced, which",
            "license exceptions are open, and how an application would be reviewed. Writes one JSON object."
        },
        footer = {
            "",
            "KIND is one of export, exportFromAbroad, reexport, transferInCountry, deemedExport, deemedReexport,",
            "domestic, cloudAccess, service, returnAfterRepair, temporary.",
            "USE is one of civil, military, militaryIntelligence, nuclear, missile, cbw, maritimeNuclear,",
            "supercomputer, advancedNodeFab, semiconductorEquipment, aiTrainingForD5, unknown.",
            "A COUNTRY is a code such as CN or a name. A fact that is not given is not known: where the answer",
            "turns on it, required is null and missing names it.",
            "",
            "Examples:",
            "  highfence license --eccn 3A090.a --to CN --tpp 15832 --dram-bandwidth-gbps 4800 --datacenter yes",
            "  highfence license --eccn 3A090.a --to DE --date 2026-09-01     codified yes, enforced no: why",
            "  highfence license --eccn 3A090.b --to MY --hq unknown          turns on the headquarters",
            "  highfence license --eccn 3A991.p --to CN --product 'NVIDIA H20' --rules examples/cli/letters.json",
            "",
            "Exit codes: 0 not required, 1 required, 3 unknown; 64 wrong use, 65 bad rule file, 66 a file is missing."
        })
final class License implements Callable<Integer> {
    private static final int REQUIRED = 1;
    private static final int UNKNOWN = 3;
    private static final String NOT_KNOWN = "unknown";

    @Spec
    CommandSpec spec;

    @Option(
            names = "--eccn",
            required = true,
            paramLabel = "ECCN",
            description = "Such as 3A090.a, 5A992.z.1 or EAR99.")
    String eccn;

    @Option(names = "--to", required = true, paramLabel = "COUNTRY", description = "The destination.")
    String to;

    @Option(
            names = "--kind",
            defaultValue = "export",
            paramLabel = "KIND",
            description = "The kind of transaction; default: export.")
    String kind;

    @Option(
            names = "--from",
            defaultValue = "US",
            paramLabel = "COUNTRY",
            description = "Where the item leaves from; default: US.")
    String from;

    @Option(
            names = "--to-region",
            paramLabel = "TEXT",
            description = "The region or address at the destination; parts of Ukraine are embargoed.")
    String region;

    @Option(
            names = "--hq",
            paramLabel = "COUNTRY|unknown",
            description = {
                "Where purchaser, ultimate consignee or end user is headquartered. Default: at the destination,",
                "as its parent; with --hq alone the parent is taken as the same."
            })
    String hq;

    @Option(
            names = "--parent-hq",
            paramLabel = "COUNTRY|unknown",
            description = "Where its ultimate parent is headquartered.")
    String parentHq;

    @Option(names = "--tpp", paramLabel = "N", description = "Total processing performance.")
    String tpp;

    @Option(
            names = "--datacenter",
            defaultValue = NOT_KNOWN,
            paramLabel = "yes|no|unknown",
            description = "Whether it is designed or marketed for datacenters.")
    Known datacenter;

    @Option(names = "--dram-bandwidth-gbps", paramLabel = "N", description = "Total DRAM bandwidth in GB/s.")
    String dramBandwidth;

    @Option(
            names = "--memory-density",
            paramLabel = "N",
            description = "For 3A090.c, memory bandwidth density in GB/s per mm2.")
    String memoryDensity;

    @Option(
            names = "--approved-entity",
            defaultValue = NOT_KNOWN,
            paramLabel = "yes|no|unknown",
            description = "Whether consignee and every end user stand in Supp. No. 8 to part 740.")
    Known approvedEntity;

    @Option(
            names = "--end-use",
            paramLabel = "USE",
            description = "What it is for; not given: end uses are not judged.")
    String endUse;

    @Option(
            names = "--related-to",
            paramLabel = "ECCN",
            description = "For software and technology, the ECCN of the commodity it is for.")
    String relatedTo;

    @Option(
            names = "--exporter-hq",
            paramLabel = "COUNTRY",
            description = "Where the exporter and its ultimate parent are headquartered.")
    String exporterHq;

    @Option(
            names = "--hts",
            paramLabel = "NUMBER",
            description = "The tariff number; asked for EAR99 to Russia, Belarus.")
    String hts;

    @Option(names = "--product", paramLabel = "NAME", description = "Part number or name, for letters that name it.")
    String product;

    @Mixin
    Dates dates;

    @Mixin
    RuleFiles rules;

    @Override
    public Integer call() throws IOException, BadInput {
        LicenseQuestion.Builder question = LicenseQuestion.builder(dates.orToday())
                .eccn(eccn)
                .relatedTo(relatedTo)
                .product(product)
                .kind(word("--kind", kind, LicenseQuestion.KINDS))
                .from(country("--from", from))
                .to(country("--to", to))
                .region(region)
                .hts(hts)
                .tpp(number("--tpp", tpp))
                .datacenter(datacenter)
                .dramBandwidth(number("--dram-bandwidth-gbps", dramBandwidth))
                .memoryDensity(number("--memory-density", memoryDensity))
                .approvedEntity(approvedEntity)
                .endUse(endUse == null ? null : word("--end-use", endUse, LicenseQuestion.END_USES))
                .exporterHq(country("--exporter-hq", exporterHq))
                .exporterParentHq(country("--exporter-hq", exporterHq));
        headquarters(question);
        RuleBook book = rules.load();
        LicenseQuestion asked = question.build();
        LicenseAnswer answer = LicenseAdvisor.of(book).advise(asked);
        System.out.println(Explanation.json(asked, answer, book));
        Boolean required = answer.required();
        return required == null ? UNKNOWN : required ? REQUIRED : Exit.OK;
    }

    /** A party whose seat is said to be unknown is another thing than one of whom nothing is said. */
    private void headquarters(LicenseQuestion.Builder question) {
        if (!NOT_KNOWN.equalsIgnoreCase(hq) && !NOT_KNOWN.equalsIgnoreCase(parentHq)) {
            question.headquarters(country("--hq", hq), country("--parent-hq", parentHq));
            return;
        }
        question.party(new LicenseQuestion.Party(
                "endUser", seat("--hq", hq == null ? to : hq), seat("--parent-hq", parentHq), Known.NO));
    }

    private @Nullable Country seat(String option, @Nullable String text) {
        return NOT_KNOWN.equalsIgnoreCase(text) ? null : country(option, text);
    }

    private @Nullable Country country(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Country country = Country.find(text);
        if (country == null) {
            throw wrong(option, text, "is no country that is known");
        }
        return country;
    }

    private long number(String option, @Nullable String text) {
        try {
            return text == null ? -1 : Decimal.parse(text);
        } catch (NumberFormatException e) {
            throw wrong(option, text, "is no number from 0 with at most six decimals");
        }
    }

    private String word(String option, String text, List<String> words) {
        return words.stream()
                .filter(word -> word.equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> wrong(option, text, "is not one of " + String.join(", ", words)));
    }

    private CommandLine.ParameterException wrong(String option, @Nullable String text, String why) {
        return new CommandLine.ParameterException(spec.commandLine(), option + ": '" + text + "' " + why);
    }
}
