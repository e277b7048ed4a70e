package io.highfence.list;

import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What the files of the United Kingdom say of one party, whichever of them it came from. */
final class UkParty {
    private static final Pattern PASSPORT =
            Pattern.compile("(?:\\b(?:No|Number|Nr|no|number)\\b[.:]*\\s*+)([A-Za-z]{0,4}[ -]?[0-9][A-Za-z0-9/-]*+)");

    /** A number that begins a text of further words. */
    private static final Pattern FIRST = Pattern.compile("^([A-Za-z]{0,4}[ -]?[0-9][A-Za-z0-9/.-]*+)");

    private final GroupedParty group;
    private final Loading loading;

    UkParty(String id, Loading loading) {
        this("UK Sanctions List", "UK", id, loading);
    }

    UkParty(String source, String list, String id, Loading loading) {
        this.group = new GroupedParty(source, list, id, loading);
        this.loading = loading;
    }

    GroupedParty group() {
        return group;
    }

    /**
     * A name in six parts, of which the last is printed last; the family name, or the whole name of a firm or ship.
     *
     * @param part gives the part of a number from 1 to 6
     */
    void name(IntFunction<String> part, String type, String strength) {
        String kind = type.strip().toLowerCase(Locale.ROOT);
        Role role = switch (kind) {
            case "primary name", "prime alias" -> Role.PRIMARY;
            case "fka", "f.k.a", "f.k.a." -> Role.FORMER;
            default -> Role.ALIAS;
        };
        List<String> parts = IntStream.rangeClosed(1, 6).mapToObj(part).toList();
        group.name(Published.name(" ", parts), role, quality(strength));
    }

    /** An address in six lines, of which the last is the city. */
    void address(IntFunction<String> line, String postcode, String country) {
        List<String> lines = IntStream.rangeClosed(1, 5).mapToObj(line).toList();
        group.address(Published.join(", ", lines), line.apply(6), "", postcode, country);
    }

    /** A name in the script of the party's home, and which script and language that is. */
    void original(String name, String script, String language) {
        group.original(name);
        group.extra("Script", script);
        group.extra("Language", language);
    }

    private static Quality quality(String strength) {
        String word = strength.strip().toLowerCase(Locale.ROOT);
        return word.startsWith("good") || word.equals("strong")
                ? Quality.STRONG
                : word.startsWith("low") || word.equals("weak") ? Quality.WEAK : Quality.UNKNOWN;
    }

    void designation(
            String type,
            String regime,
            String imposed,
            String designated,
            String ofsiGroup,
            String unReference,
            String information,
            String reasons) {
        group.type(type);
        group.program(regime);
        for (String sanction : imposed.split("\\|", -1)) {
            group.extra("Sanctions imposed", sanction);
        }
        group.from(PublishedDate.day(designated, PublishedDate.dayFirst(designated), loading));
        group.extra("OFSI group ID", ofsiGroup);
        group.extra("UN reference", unReference);
        group.remarks(information);
        group.remarks(reasons);
    }

    void birth(String text) {
        for (String one : Published.numbered(text)) {
            group.birth(one, PublishedDate.dayFirst(one));
        }
    }

    /** A document whose number stands alone in its field, several numbered; what else is known of it follows. */
    void document(Kind kind, String type, String numbers, String details) {
        for (String number : Published.numbered(numbers)) {
            group.identifier(kind, number.endsWith(".") ? number.substring(0, number.length() - 1) : number, type);
        }
        group.extra(type + " details", details);
    }

    /** Documents of which the number stands inside a sentence, as in {@code Passport No: 592667 (issued in 2007)}. */
    void documentIn(Kind kind, String type, String text) {
        for (String one : Published.numbered(text)) {
            Matcher number = PASSPORT.matcher(one);
            Matcher first = FIRST.matcher(one);
            if (number.find()) {
                group.identifier(kind, number.group(1), type);
            } else if (first.find()) {
                group.identifier(kind, first.group(1), type);
            }
        }
        group.extra(type + " details", text);
    }

    /** A number of a register, which may stand behind the register's name. */
    void registration(String text) {
        for (String one : text.split("[;|]", -1)) {
            String behind = one.substring(one.lastIndexOf(':') + 1).strip();
            boolean numbered = behind.chars().anyMatch(Character::isDigit);
            if (numbered) {
                int bracket = behind.indexOf('(');
                group.identifier(
                        Kind.REGISTRATION,
                        bracket > 0 ? behind.substring(0, bracket) : behind,
                        "Business registration number",
                        bracket > 0 ? behind.substring(bracket + 1).replace(")", "") : "",
                        DateRange.ALWAYS);
            }
        }
        group.extra("Business registration number", text);
    }

    void imo(String text) {
        for (String one : Published.numbered(text)) {
            group.identifier(Kind.IMO, one.replace(" ", ""), "IMO number");
        }
    }

    void owner(String text) {
        group.vessel("owner", text);
        group.link("Current owner/operator", text);
    }
}
