package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.chip.ChipCatalogue;
import io.highfence.list.PartyType;
import io.highfence.report.Explanation;
import io.highfence.report.Pages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The HTML page of a decision: complete, well-formed, harmless. */
class DecisionPageTest {
    private static final String LISTED = "Huawei Tecnologies Co Ltd";

    private static Decision held() {
        return Orders.decide(Orders.bare("order 1")
                .party(Orders.party(Party.Role.PURCHASER, LISTED, "CN"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, LISTED, "CN"))
                .party(Orders.buyer(Party.Role.END_USER))
                .item(Item.ofChip("10", ChipCatalogue.bundled().find("H200").chip()))
                .build());
    }

    private static Document page(Decision... decisions) {
        Document page = Pages.wellFormed(Explanation.html(decisions));
        Pages.assertHarmless(page);
        return page;
    }

    private static String text(Document page) {
        return page.getDocumentElement().getTextContent();
    }

    @Test
    void thePageHoldsWhatTheDecisionSays() {
        Decision decision = held();
        Document page = page(decision);
        String text = text(page);
        assertEquals(Verdict.HOLD, decision.verdict());
        assertTrue(Pages.texts(page, "p").contains("HOLD (license)"), text);
        for (Reason reason : decision.reasons()) {
            assertTrue(text.contains(reason.rule()), reason.rule());
            assertTrue(text.contains(reason.text()), reason.text());
            assertTrue(text.contains(reason.change()), reason.change());
            if (reason.citation() != null) {
                assertTrue(
                        text.contains(reason.citation().text()),
                        reason.citation().text());
            }
        }
        assertEquals(decision.missing(), Pages.pointsAfter(page, "Missing"));
        assertEquals(decision.replay().hex(), Pages.rows(page).get("replay"));
        assertEquals(decision.stamp().ruleSet().hex(), Pages.rows(page).get("rule set"));
        assertEquals(decision.stamp().listSet().hex(), Pages.rows(page).get("list set"));
        assertEquals("2026-09-01", Pages.rows(page).get("as of"));
        // 1979 TOPS x 8 bits = 15832 TPP for the H200.
        assertTrue(text.contains("fp8: 1979 TOPS x 8 bits = 15832 TPP"), text);
    }

    @Test
    void queryAndListedNameStandSideBySideOnceForAllRolesOfAParty() {
        Document page = page(held());
        List<String> pairs = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        for (Element row : Pages.elements(page, "tr")) {
            String heading = row.getElementsByTagName("th").item(0).getTextContent();
            var cells = row.getElementsByTagName("td");
            if (heading.equals("name")) {
                pairs.add(cells.item(0).getTextContent() + " | " + cells.item(1).getTextContent());
            } else if (heading.equals("role and list")) {
                roles.add(cells.item(0).getTextContent());
            }
        }
        assertTrue(pairs.contains(LISTED + " | Huawei Technologies Co., Ltd. (Huawei)"), pairs.toString());
        assertEquals(pairs.stream().distinct().toList(), pairs);
        assertTrue(roles.stream().allMatch(role -> role.equals("purchaser, ultimateConsignee")), roles.toString());
        assertTrue(
                Pages.rows(page).get("evidence").contains("country agrees"),
                Pages.rows(page).toString());
    }

    @Test
    void everyMatchSaysWhyItsNameHasItsScore() {
        Decision decision = held();
        String text = Explanation.text(decision).replaceAll("\\s+", " ");
        List<String> why = Pages.texts(page(decision), "li");
        for (String point : List.of(
                "'huawei' = 'huawei': equal;", "'tecnologies' = 'technologies': spelled nearly alike: 1 edit,")) {
            assertTrue(why.stream().anyMatch(line -> line.startsWith(point)), why::toString);
            assertTrue(text.contains(point), text);
        }
        for (PartyMatch match : decision.matches()) {
            String score = String.format(java.util.Locale.ROOT, "name score 0.%04d,", match.nameScore());
            assertTrue(why.stream().anyMatch(line -> line.startsWith(score)), why::toString);
            assertTrue(text.contains(score), text);
        }
    }

    @Test
    void aMatchOfAnOwnerShowsTheOwnersName() {
        Party buyer = Orders.buyer(Party.Role.PURCHASER);
        Decision decision = Orders.decide(Orders.bare("owned")
                .party(new Party(
                        Party.Role.PURCHASER,
                        buyer.name(),
                        PartyType.PERSON,
                        buyer.country(),
                        null,
                        List.of(),
                        null,
                        buyer.country(),
                        buyer.country(),
                        List.of(new Party.Owner(LISTED, null))))
                .item(Item.ofEccn("1", "EAR99"))
                .build());
        PartyMatch match = decision.matches().get(0);
        assertEquals(LISTED, match.searched());
        assertEquals(PartyType.UNKNOWN, match.type(), "an owner has no type");
        assertTrue(Explanation.text(decision).contains("'" + LISTED + "' matches"));
        assertTrue(Pages.texts(page(decision), "bdi").contains(LISTED));
    }

    @Test
    void aClearPageSaysHowFarItReaches() {
        Document page = page(Orders.decide(Orders.clean().build()));
        assertTrue(Pages.texts(page, "p").contains("CLEAR"));
        assertTrue(text(page).contains("not covered: ownership"), text(page));
    }

    @Test
    void anEmptyDecisionIsNeedsDataAndNamesEveryCheck() {
        Document page = page(new Decision());
        assertTrue(Pages.texts(page, "p").contains("NEEDS_DATA"));
        long unfinished = Pages.texts(page, "p").stream()
                .filter(line -> line.startsWith("Not checked to the end"))
                .count();
        assertEquals(Screener.Check.values().length, unfinished);
    }

    @Test
    void severalDecisionsMakeOneDocument() {
        Document page = page(held(), Orders.decide(Orders.clean().build()));
        assertEquals(List.of("order 1", "clean"), Pages.texts(page, "h2"));
        assertEquals(2, Pages.elements(page, "article").size());
    }

    @Test
    void namesAreShownAndNeverObeyed() {
        for (String hostile : Pages.HOSTILE) {
            Decision decision = Orders.decide(Orders.bare(hostile)
                    .party(Orders.party(Party.Role.PURCHASER, LISTED + " " + hostile, "CN"))
                    .party(Orders.party(Party.Role.END_USER, LISTED, "CN"))
                    .item(Item.ofEccn(hostile, hostile))
                    .build());
            Document page = page(decision);
            // Lone halves, controls and turning marks are shown as a mark, everything else as it is.
            String kept = hostile.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\uFFFE\\uFFFF]", "\uFFFD");
            assertEquals(kept, Pages.texts(page, "h2").get(0));
            assertEquals(
                    kept,
                    Explanation.text(decision).lines().findFirst().orElseThrow().replaceAll(": [A-Z_]+.*$", ""));
        }
    }

    /** What is kept needs neither the decision, which is filled anew, nor the lists. */
    @Test
    void aPageThatIsFinishedLaterIsThatOfTheMomentOfTheDecision() {
        List<Order> orders = new ArrayList<>(List.of(Orders.clean().build(), held().order()));
        for (String hostile : Pages.HOSTILE) {
            orders.add(Orders.bare(hostile)
                    .party(Orders.party(Party.Role.PURCHASER, LISTED + " " + hostile, "CN"))
                    .party(Orders.party(Party.Role.END_USER, "Huawei--> --", "CN"))
                    .item(Item.ofEccn(hostile, hostile))
                    .build());
        }
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        Decision decision = new Decision();
        for (Order order : orders) {
            screener.screen(order, Orders.DECIDED_AT, decision);
            String atOnce = Explanation.html(decision);
            String kept = Explanation.unfinishedHtml(decision);
            int matches = decision.matches().size();
            screener.screen(Orders.clean().build(), Orders.DECIDED_AT, decision);

            assertEquals(atOnce, Explanation.finished(kept));
            assertEquals(atOnce, Explanation.finished(atOnce));
            assertEquals(matches == 0, kept.equals(atOnce));
            Document unfinished = Pages.wellFormed(kept);
            Pages.assertHarmless(unfinished);
            assertTrue(Pages.texts(unfinished, "li").stream().noneMatch(point -> point.startsWith("name score")));
        }
    }

    @Test
    void aPageSaysWhenAnotherEngineFinishesIt() {
        String kept = Explanation.unfinishedHtml(held());
        int notes = kept.split("\"engine\":\"", -1).length - 1;
        List<String> points = Pages.texts(
                Pages.wellFormed(Explanation.finished(kept.replace("\"engine\":\"", "\"engine\":\"0"))), "li");
        assertTrue(notes > 0);
        assertEquals(
                notes,
                points.stream()
                        .filter(("explained by engine " + Screener.ENGINE
                                + "; the engine of the decision may have scored otherwise")::equals)
                        .count());
        assertThrows(
                IllegalArgumentException.class,
                () -> Explanation.finished(kept.substring(0, kept.indexOf("\"engine\""))));
    }

    @Test
    void textFromRightToLeftIsIsolated() {
        String name = "شركة هواوي";
        Document page = page(Orders.decide(Orders.bare("order " + name + " 12")
                .party(Orders.party(Party.Role.PURCHASER, "Huawei Technologies " + name, "CN"))
                .item(Item.ofEccn("1", "EAR99"))
                .build()));
        List<String> isolated = Pages.texts(page, "bdi");
        assertTrue(isolated.contains("order " + name + " 12"), isolated.toString());
        int letters = 0;
        for (Element element : Pages.elements(page, "bdi")) {
            letters += element.getTextContent().contains(name) ? 1 : 0;
        }
        int all = text(page).split(name, -1).length - 1;
        // Every place but the title, which holds no elements.
        assertEquals(all - 1, letters);
    }
}
