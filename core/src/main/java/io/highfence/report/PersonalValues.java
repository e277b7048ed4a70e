package io.highfence.report;

import io.highfence.ledger.Account;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The personal values of a record: those in the order's own fields, and every place in the record where one of them stands,
 * such as a reason that quotes a name.
 */
final class PersonalValues {
    private static final Pattern IP = Pattern.compile(
            "(?<![\\w.:])(?:(?:\\d{1,3}\\.){3}\\d{1,3}|(?:[0-9A-Fa-f]{0,4}:){2,7}[0-9A-Fa-f]{0,4})(?![\\w:])");

    /** Where the reader of orders quotes a value that it did not understand. */
    private static final Pattern UNJUDGED = Pattern.compile(
            "(parties\\[\\d+])(\\.owners\\[\\d+])?\\.(name|address|birthDate|identifiers)[^ ]* '(.*)'", Pattern.DOTALL);

    /** How an advisory quotes a suppression: whose, by whom, why. */
    private static final Pattern SUPPRESSION = Pattern.compile(
            "(?:Suppressed: )?'(.*)' is not entry .*?, say (.*?) from \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d: (.*?)"
                    + "(?:\\. Otherwise this would be .*| Reopened, as .*)",
            Pattern.DOTALL);

    /** Accounts whose id is a party's. */
    private static final Set<Account.Kind> OF_A_PARTY = EnumSet.of(
            Account.Kind.TPP_CONSIGNEE, Account.Kind.TPP_TENANT, Account.Kind.FP64_SITE, Account.Kind.FP32_SITE);

    /** What says when and under what was decided, and names nobody. */
    private static final Set<String> IMPERSONAL = Set.of(
            "format", "version", "verdict", "holdKind", "asOf", "decidedAt", "rules", "lists", "stamp", "settings");

    private static final char LAST_OF_LATIN = 0x250;

    private final Map<String, Value> values = new LinkedHashMap<>();

    private PersonalValues() {}

    /** A personal value: its class, and whose it is, as paths into the order. */
    record Value(RetentionClass kind, Set<String> of) {}

    /** The personal values of a record's order. */
    static PersonalValues of(Map<String, @Nullable Object> record) {
        PersonalValues found = new PersonalValues();
        if (record.get("inputs") instanceof Map<?, ?> inputs && inputs.get("order") instanceof Map<?, ?> order) {
            found.order(order);
        }
        if (record.get("decision") instanceof Map<?, ?> decision) {
            found.decision(decision);
        }
        return found;
    }

    /** Values that are personal as a whole. */
    static PersonalValues of(Set<String> texts, RetentionClass kind, String owner) {
        PersonalValues found = new PersonalValues();
        texts.forEach(text -> found.add(text, kind, owner));
        return found;
    }

    private void order(Map<?, ?> order) {
        each(order.get("parties"), (i, party) -> {
            String owner = "parties[" + i + "]";
            if (party instanceof Map<?, ?> facts) {
                party(facts, owner);
                each(facts.get("owners"), (j, holder) -> {
                    if (holder instanceof Map<?, ?> stake) {
                        add(stake.get("name"), RetentionClass.NAME, owner + ".owners[" + j + "]");
                        add(stake.get("ref"), RetentionClass.IDENTIFIER, owner + ".owners[" + j + "]");
                    }
                });
            }
        });
        if (order.get("destination") instanceof Map<?, ?> destination) {
            add(destination.get("region"), RetentionClass.ADDRESS, "destination");
        }
        each(order.get("totals"), (i, one) -> {
            if (one instanceof Map<?, ?> total) {
                account(String.valueOf(total.get("account")), "totals[" + i + "]");
            }
        });
        each(order.get("authorizations"), (i, one) -> letter(one, "authorizations[" + i + "]"));
        each(order.get("dispositions"), (i, one) -> letter(one, "dispositions[" + i + "]"));
        each(order.get("unjudged"), (i, text) -> {
            Matcher quoted = UNJUDGED.matcher(String.valueOf(text));
            if (quoted.matches()) {
                String owner = quoted.group(1) + (quoted.group(2) == null ? "" : quoted.group(2));
                add(quoted.group(4), kind(quoted.group(3)), owner);
            }
        });
        texts(order, text -> {
            Matcher address = IP.matcher(text);
            while (address.find()) {
                add(address.group(), RetentionClass.IP_ADDRESS, "order");
            }
        });
    }

    private void party(Map<?, ?> facts, String owner) {
        Object name = facts.get("name");
        if (name != null && !name.toString().strip().equalsIgnoreCase("none")) {
            add(name, RetentionClass.NAME, owner);
            Object country = facts.get("country");
            add(Account.idOf(name.toString(), country == null ? null : country.toString()), RetentionClass.NAME, owner);
        }
        add(facts.get("address"), RetentionClass.ADDRESS, owner);
        add(facts.get("account"), RetentionClass.IDENTIFIER, owner);
        add(facts.get("birthDate"), RetentionClass.BIRTH_DATE, owner);
        each(facts.get("identifiers"), (i, identifier) -> {
            if (identifier instanceof Map<?, ?> number) {
                Object value = number.get("value");
                add(value, RetentionClass.IDENTIFIER, owner);
                add(value == null ? null : key(value.toString()), RetentionClass.IDENTIFIER, owner);
            }
        });
    }

    private void account(String text, String owner) {
        int colon = text.indexOf(':');
        Account.Kind kind = colon < 0 ? null : Account.Kind.find(text.substring(0, colon));
        if (kind != null && OF_A_PARTY.contains(kind)) {
            add(text.substring(colon + 1), RetentionClass.IDENTIFIER, owner);
        }
    }

    /** Who is named by what was given beside the order: stakes and suppressions. */
    private void decision(Map<?, ?> decision) {
        each(decision.get("ownership"), (i, one) -> {
            if (one instanceof Map<?, ?> finding) {
                String owner = "ownership[" + i + "]";
                add(finding.get("party"), RetentionClass.NAME, owner + ".party");
                each(finding.get("chain"), (j, stake) -> {
                    if (stake instanceof Map<?, ?> ends) {
                        add(ends.get("holder"), RetentionClass.NAME, owner + ".chain[" + j + "].holder");
                        add(ends.get("owned"), RetentionClass.NAME, owner + ".chain[" + j + "].owned");
                    }
                });
            }
        });
        each(decision.get("matches"), (i, one) -> {
            if (one instanceof Map<?, ?> match) {
                String owner = "matches[" + i + "]";
                each(match.get("suppressedBy"), (j, by) -> {
                    if (by instanceof Map<?, ?> grant) {
                        add(grant.get("author"), RetentionClass.NAME, owner + ".author");
                        add(grant.get("approver"), RetentionClass.NAME, owner + ".approver");
                        add(grant.get("reason"), RetentionClass.LETTER, owner + ".reason");
                    }
                });
                each(match.get("reopened"), (j, text) -> suppression(text, match.get("partyIndex"), owner));
            }
        });
        each(decision.get("reasons"), (i, one) -> {
            if (one instanceof Map<?, ?> reason
                    && String.valueOf(reason.get("rule")).startsWith("SUPPRESS")) {
                suppression(reason.get("text"), reason.get("partyIndex"), "reasons[" + i + "]");
            }
        });
    }

    private void suppression(@Nullable Object text, @Nullable Object party, String owner) {
        Matcher quoted = SUPPRESSION.matcher(String.valueOf(text));
        if (quoted.matches()) {
            add(quoted.group(1), RetentionClass.NAME, "parties[" + party + "]");
            // Where one ends and the other begins no text can tell: what stands between is no name.
            String[] persons = quoted.group(2).split(" and ", -1);
            for (int i = 0; i < persons.length; i++) {
                add(persons[i], RetentionClass.NAME, owner + ".persons[" + i + "]");
            }
            add(quoted.group(3), RetentionClass.LETTER, owner + ".reason");
        }
    }

    /** What somebody wrote to the caller alone, and who is named in it. */
    private void letter(@Nullable Object letter, String owner) {
        if (letter instanceof Map<?, ?> facts) {
            for (String key : List.of("id", "purchaseOrder", "confirmation", "evidence", "note", "text")) {
                add(facts.get(key), RetentionClass.LETTER, owner);
            }
            for (String key : List.of("name", "consignee", "endUser", "author", "secondApprover", "metBy")) {
                add(facts.get(key), RetentionClass.NAME, owner + "." + key);
            }
            for (String key : List.of("parties", "conditions")) {
                each(facts.get(key), (i, inner) -> letter(inner, owner + "." + key + "[" + i + "]"));
            }
        }
    }

    private static RetentionClass kind(String field) {
        return switch (field) {
            case "name" -> RetentionClass.NAME;
            case "address" -> RetentionClass.ADDRESS;
            case "birthDate" -> RetentionClass.BIRTH_DATE;
            default -> RetentionClass.IDENTIFIER;
        };
    }

    private static void each(@Nullable Object list, BiConsumer<Integer, @Nullable Object> use) {
        if (list instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                use.accept(i, elements.get(i));
            }
        }
    }

    private static void texts(@Nullable Object value, java.util.function.Consumer<String> use) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> texts(inner, use));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> texts(inner, use));
        } else if (value instanceof String text) {
            use.accept(text);
        }
    }

    private void add(@Nullable Object value, RetentionClass kind, String owner) {
        String text = value instanceof String given ? given : "";
        if (!text.isBlank()) {
            values.computeIfAbsent(text, k -> new Value(kind, new TreeSet<>()))
                    .of()
                    .add(owner);
        }
    }

    /** The form in which a subject is compared: letters and digits alone, in upper case. */
    static String key(String text) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toUpperCase)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /**
     * A copy of a tree in which every personal value is replaced, whatever the case of its letters.
     *
     * @param token gives the replacement of a text, by the text as it stands there and what it is
     */
    Map<String, @Nullable Object> replaceIn(
            Map<String, @Nullable Object> tree, Function<Map.Entry<String, Value>, String> token) {
        Map<String, Value> byFolded = new HashMap<>();
        values.forEach((text, value) -> byFolded.merge(folded(text), value, PersonalValues::both));
        Map<Character, List<String>> byFirst = new HashMap<>();
        byFolded.keySet()
                .forEach(text -> byFirst.computeIfAbsent(text.charAt(0), k -> new ArrayList<>())
                        .add(text));
        byFirst.values()
                .forEach(texts ->
                        texts.sort(Comparator.comparingInt(String::length).reversed()));
        return replaced(tree, text -> {
            String folded = folded(text);
            StringBuilder marked = new StringBuilder();
            int done = 0;
            for (int i = 0; i < text.length(); ) {
                String found = at(folded, i, byFirst.getOrDefault(folded.charAt(i), List.of()));
                Value value = found == null ? null : byFolded.get(found);
                if (found == null || value == null) {
                    i++;
                } else {
                    String as = text.substring(i, i + found.length());
                    marked.append(text, done, i).append(token.apply(Map.entry(as, value)));
                    i += found.length();
                    done = i;
                }
            }
            return done == 0 ? text : marked.append(text, done, text.length()).toString();
        });
    }

    private static Value both(Value one, Value other) {
        TreeSet<String> of = new TreeSet<>(one.of());
        of.addAll(other.of());
        return new Value(one.kind(), of);
    }

    /** The longest of some texts that stands here and is no part of a longer word: a year must not be found within a digest. */
    private static @Nullable String at(String text, int i, List<String> longestFirst) {
        for (String one : longestFirst) {
            if (text.startsWith(one, i)
                    && (!isWord(one, 0) || !isWord(text, i - 1))
                    && (!isWord(one, one.length() - 1) || !isWord(text, i + one.length()))) {
                return one;
            }
        }
        return null;
    }

    /** Whether a letter or digit of a script that puts blanks between words stands there. */
    private static boolean isWord(String text, int i) {
        return i >= 0
                && i < text.length()
                && text.charAt(i) < LAST_OF_LATIN
                && Character.isLetterOrDigit(text.charAt(i));
    }

    /** Letter case aside, sign by sign, so that places stay the same. */
    private static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(Character.toUpperCase(folded[i]));
        }
        return new String(folded);
    }

    /** A copy of a tree in which every text is replaced, but those that are never personal. */
    static Map<String, @Nullable Object> replaced(Map<?, ?> tree, Function<String, String> replacement) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        tree.forEach((key, value) -> {
            String name = String.valueOf(key);
            copy.put(name, IMPERSONAL.contains(name) ? value : replaced(value, replacement));
        });
        return copy;
    }

    private static @Nullable Object replaced(@Nullable Object value, Function<String, String> replacement) {
        if (value instanceof Map<?, ?> map) {
            return replaced(map, replacement);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(replaced(element, replacement)));
            return copy;
        }
        return value instanceof String text ? replacement.apply(text) : value;
    }
}
