package io.highfence.report;

import io.highfence.law.Finding;
import io.highfence.law.LicenseAnswer;
import io.highfence.law.LicenseQuestion;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The answer to a question about a license as the JSON object of the command line's contract. */
final class LicenseJson {
    private LicenseJson() {}

    static String write(LicenseQuestion question, LicenseAnswer answer, RuleBook rules) {
        return Json.object(json -> json.put("eccn", question.eccn())
                .put("kind", question.kind())
                .put("from", question.from())
                .put("to", question.to())
                .put("date", question.asOf())
                .put("required", answer.required())
                .object("codified", result -> result(result, answer.codified()))
                .object("enforced", result -> result(result, answer.enforced()))
                .objects("exceptions", answer.exceptions(), LicenseJson::exception)
                .put("reviewPolicy", answer.reviewPolicy())
                .texts("checklist", answer.checklist())
                .texts("reasons", reasons(answer))
                .texts("citations", answer.citations())
                .texts("status", answer.status())
                .texts("missing", answer.missing())
                .objects("findings", answer.findings(), LicenseJson::finding)
                .put("changesOn", answer.changesOn())
                .put("ruleSet", rules.digest()));
    }

    /** What holds the transaction up, then what the law says of it; that a license is required the rule behind it says. */
    private static Set<String> reasons(LicenseAnswer answer) {
        Set<String> reasons = new LinkedHashSet<>();
        for (Finding finding : answer.findings()) {
            if (!finding.reason().equals(LicenseAnswer.LICENSE_REQUIRED)) {
                reasons.add(finding.fact() + ": " + finding.text());
            }
        }
        reasons.addAll(answer.reasons());
        return reasons;
    }

    private static void result(Json json, LicenseAnswer.Result result) throws IOException {
        json.put("required", result.required()).citation(result.citation());
    }

    private static void exception(Json json, LicenseAnswer.ExceptionAnswer exception) throws IOException {
        json.put("code", exception.code())
                .put("eligible", exception.eligible().name().toLowerCase(Locale.ROOT))
                .texts("conditions", exception.conditions())
                .texts("missing", exception.missing())
                .citation(exception.citation())
                .put("unverified", exception.unverified());
    }

    private static void finding(Json json, Finding finding) throws IOException {
        json.put("rule", finding.reason())
                .put("verdict", finding.level())
                .put("holdKind", finding.hold())
                .put("basis", finding.basis().name().toLowerCase(Locale.ROOT))
                .put("fact", finding.fact())
                .put("text", finding.text())
                .citation(finding.citation())
                .texts("missing", finding.missing())
                .put("reviewPolicy", finding.reviewPolicy());
    }
}
