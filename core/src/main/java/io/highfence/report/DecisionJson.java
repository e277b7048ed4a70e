package io.highfence.report;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Disposition;
import io.highfence.ItemFinding;
import io.highfence.Order;
import io.highfence.OrderWriter;
import io.highfence.Party;
import io.highfence.PartyMatch;
import io.highfence.Reason;
import io.highfence.Release;
import io.highfence.Settings;
import io.highfence.TotalUse;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.ledger.RecordedTotals;
import io.highfence.ledger.Totals;
import io.highfence.list.ListedParty;
import io.highfence.ownership.OwnershipFinding;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision as the JSON object of the command line's contract. */
final class DecisionJson {
    private DecisionJson() {}

    static String write(Decision decision) {
        return Json.object(json -> {
            write(json, decision);
            json.object("inputs", inputs -> inputs(inputs, decision));
        });
    }

    /** What went in, in the forms that the readers of orders and settings read; with the lists it is enough to decide again. */
    static void inputs(Json json, Decision decision) throws IOException {
        Settings settings = decision.settings();
        json.put("version", AuditRecord.VERSION)
                .object("order", order -> order.putAll(OrderWriter.fields(decision.order())));
        if (settings != null) {
            Map<String, @Nullable Object> file = JsonTree.own(settings.json());
            file.remove("demo");
            json.object("settings", used -> used.putAll(file)).put("demo", settings.demo());
        }
        RecordedTotals asked = decision.askedTotals();
        if (asked != null && !asked.isEmpty()) {
            json.objects(
                    "totals",
                    asked.sums().entrySet(),
                    (one, account) -> one.put("account", account.getKey())
                            .put("known", asked.known().get(account.getKey()))
                            .objects("sums", account.getValue().entrySet(), DecisionJson::asked));
        }
    }

    private static void asked(Json json, Map.Entry<DateRange, Totals.Sum> sum) throws IOException {
        json.put("from", sum.getKey().from())
                .put("to", sum.getKey().to())
                .number("committed", Decimal.toString(sum.getValue().committed()))
                .number("reserved", Decimal.toString(sum.getValue().reserved()));
    }

    static String write(DecisionEvents.Event event) {
        return Json.object(json -> write(json, event));
    }

    static String write(DecisionEvents.Event event, Instant decidedAt) {
        return Json.object(json -> {
            write(json, event);
            json.put("decidedAt", decidedAt);
        });
    }

    private static void write(Json json, DecisionEvents.Event event) throws IOException {
        json.put("event", event.kind().name().toLowerCase(Locale.ROOT))
                .put("order", event.order())
                .put("reasonId", event.reasonId())
                .put("verdict", event.verdict())
                .put("text", event.text());
    }

    static void write(Json json, Decision decision) throws IOException {
        Order order = decision.order();
        json.put("id", order.id()).put("verdict", decision.verdict()).put("holdKind", decision.holdKind());
        if (order.step() != null) {
            json.put("step", DecisionWords.step(order.step()));
        }
        json.objects(
                "lines",
                decision.lines(),
                (line, value) -> line.put("line", value.line())
                        .put("verdict", value.verdict())
                        .put("holdKind", value.holdKind())
                        .texts("reasonIds", value.reasonIds()));
        Iterator<Disposition.@Nullable Binding> bindings = (decision.stamp() == null
                        ? List.<Disposition.@Nullable Binding>of()
                        : Disposition.bindingsOf(decision))
                .iterator();
        json.objects(
                "reasons",
                decision.reasons(),
                (reason, value) -> reason(reason, decision, value, bindings.hasNext() ? bindings.next() : null));
        json.objects("matches", decision.matches(), (match, value) -> match(match, order, value));
        json.objects("ownership", decision.ownership(), DecisionJson::ownership);
        json.objects("totals", decision.totals(), DecisionJson::total);
        json.objects("license", decision.items(), (item, value) -> item(item, order, value));
        json.texts("redFlags", redFlags(decision));
        json.texts("missing", decision.missing());
        json.objects(
                "changesOn",
                List.copyOf(decision.changesOn().entrySet()),
                (change, value) -> change.put("date", value.getKey()).put("what", value.getValue()));
        Decision.Stamp stamp = decision.stamp();
        if (stamp == null) {
            json.put("stamp", null);
        } else {
            json.object("stamp", inner -> stamp(inner, stamp, decision));
        }
        json.put("replay", decision.replay());
    }

    private static void reason(Json json, Decision decision, Reason reason, Disposition.@Nullable Binding binding)
            throws IOException {
        json.put("id", reason.id())
                .put("rule", reason.rule())
                .put("verdict", reason.verdict())
                .put("holdKind", reason.holdKind())
                .put("basis", reason.basis().name().toLowerCase(Locale.ROOT));
        subject(
                json,
                decision.order(),
                reason.subject().party(),
                reason.subject().line());
        json.put("text", reason.text())
                .citation(reason.citation())
                .texts("missing", reason.missing())
                .put("change", reason.change().isEmpty() ? null : reason.change());
        Release released = reason.released();
        if (released == null) {
            json.put("released", null);
        } else {
            json.object(
                    "released",
                    inner -> inner.put("by", released.by())
                            .put("kind", released.kind().name().toLowerCase(Locale.ROOT))
                            .put("text", released.text()));
        }
        if (binding != null) {
            json.object(
                    "binding",
                    inner -> inner.put("input", binding.input())
                            .put("rules", binding.rules())
                            .put("lists", binding.lists()));
        }
    }

    private static void subject(Json json, Order order, int party, int line) throws IOException {
        if (party >= 0) {
            Party who = order.parties().get(party);
            json.put("party", who.name()).put("partyIndex", party).put("role", word(who.role()));
        }
        if (line >= 0) {
            json.put("line", order.items().get(line).line());
        }
    }

    private static @Nullable String word(Party.@Nullable Role role) {
        return role == null ? null : role.word();
    }

    private static void match(Json json, Order order, PartyMatch match) throws IOException {
        subject(json, order, match.party(), -1);
        ListedParty best = match.records().get(0);
        json.put("source", best.source())
                .put("entry", best.entry())
                .put("name", best.primaryName())
                .put("matched", match.matched())
                .score("score", match.score())
                .score("nameScore", match.nameScore())
                .put("alert", match.alerts())
                .put("confirmed", match.confirmed())
                .texts("evidence", match.evidence())
                .objects("listings", match.records(), Listings::write);
        if (!match.suppressed().isEmpty() || !match.reopened().isEmpty()) {
            PartyJson.suppressed(json, match);
        }
    }

    private static void ownership(Json json, OwnershipFinding finding) throws IOException {
        json.put("party", finding.party().name())
                .put("rule", finding.rule().key())
                .put("fact", finding.rule().id())
                .put("asOf", finding.asOf())
                .put("says", finding.says())
                .put("codified", finding.codified())
                .number("least", Decimal.toString(finding.least()))
                .number("most", Decimal.toString(finding.most()))
                .texts("footnotes", finding.footnotes())
                .objects(
                        "owners",
                        finding.owners(),
                        (owner, value) -> owner.put("name", value.primaryName())
                                .put("source", value.source())
                                .put("entry", value.entry()))
                .objects(
                        "chain",
                        finding.chain(),
                        (stake, value) -> stake.put("holder", value.holder().id())
                                .put("owned", value.owned().id())
                                .put("stake", value.percent()));
    }

    private static void total(Json json, TotalUse use) throws IOException {
        json.put("account", use.account())
                .put("from", use.window().from())
                .put("to", use.window().to())
                .number("used", amount(use.used()))
                .number("reserved", amount(use.reserved()))
                .number("given", amount(use.given()))
                .number("order", amount(use.order()))
                .number("cap", amount(use.cap()))
                .number("remaining", amount(use.remaining()))
                .put("basis", use.basis().name().toLowerCase(Locale.ROOT))
                .citation(use.citation());
    }

    private static @Nullable String amount(@Nullable Long millionths) {
        return millionths == null ? null : Decimal.toString(millionths);
    }

    private static void item(Json json, Order order, ItemFinding item) throws IOException {
        json.put("line", order.items().get(item.line()).line()).put("eccn", item.eccn());
        if (item.classification() != null) {
            json.put("classification", item.classification().verdict());
        }
        json.put("summary", item.summary()).texts("findings", item.notes());
    }

    private static List<String> redFlags(Decision decision) {
        return decision.reasons().stream()
                .filter(reason -> reason.holdKind() == io.highfence.HoldKind.RED_FLAG)
                .map(Reason::id)
                .toList();
    }

    private static void stamp(Json json, Decision.Stamp stamp, Decision decision) throws IOException {
        json.put("engine", stamp.engine()).put("ruleSet", stamp.ruleSet()).put("listSet", stamp.listSet());
        json.object("listAges", ages -> {
            for (Map.Entry<String, @Nullable Long> age : stamp.listAges().entrySet()) {
                ages.put(age.getKey(), age.getValue());
            }
        });
        EditionJson.brief(json, decision.editions(), stamp.asOf());
        json.put("config", stamp.config());
        for (Map.Entry<String, Digest> given : stamp.also().entrySet()) {
            json.put(given.getKey(), given.getValue());
        }
        json.score("threshold", stamp.threshold()).put("asOf", stamp.asOf()).put("decidedAt", stamp.decidedAt());
    }
}
