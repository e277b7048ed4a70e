package io.highfence.law;

import io.highfence.base.BadInput;
import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.law.RuleFields.Field;
import io.highfence.law.RuleFields.Kind;
import io.highfence.law.StrictJson.Array;
import io.highfence.law.StrictJson.Flag;
import io.highfence.law.StrictJson.Members;
import io.highfence.law.StrictJson.Node;
import io.highfence.law.StrictJson.Nothing;
import io.highfence.law.StrictJson.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One rule file, read and checked against the families of its group.
 *
 * <p>The form is {@code {"family-group": NAME, "rules": [RULE…]}}. Every rule has {@code id, family, cite, note, status, trust,
 * from, to}, may have {@code promoted}, and has the fields of its family. {@code from} and {@code to} are dates, both
 * included, or {@code null} for an open end. Anything else is an error with its place.
 */
final class RuleFile {
    private static final Set<String> COMMON =
            Set.of("id", "family", "cite", "note", "status", "trust", "from", "to", "promoted");

    private static final Pattern DATE = Pattern.compile("[12]\\d{3}-\\d\\d-\\d\\d");
    private static final Pattern LIMIT = Pattern.compile("(>=|>|<=|<) (\\S+)");

    private final String file;
    private final RuleGroup group;
    private final List<Rule> rules;
    private final Digest digest;

    private RuleFile(String file, RuleGroup group, List<Rule> rules, Digest digest) {
        this.file = file;
        this.group = group;
        this.rules = rules;
        this.digest = digest;
    }

    /**
     * Reads a rule file.
     *
     * @param file the name for messages
     * @param content the bytes of the file
     * @param groups the groups that are known, by name
     */
    static RuleFile read(String file, byte[] content, Map<String, RuleGroup> groups) throws BadInput {
        Node root = StrictJson.read(file, content);
        Reader reader = new Reader(file);
        Members members = reader.members(root, "a rule file");
        reader.onlyKnown(members, Set.of("family-group", "rules"));
        Node groupName = reader.member(members, "family-group");
        RuleGroup group = groups.get(reader.text(groupName, "family-group"));
        if (group == null) {
            throw reader.bad(groupName, "no such family-group; known are " + sorted(groups.keySet()));
        }
        List<Rule> rules = new ArrayList<>();
        for (Node node : reader.elements(reader.member(members, "rules"), "rules")) {
            rules.add(reader.rule(node, group));
        }
        return new RuleFile(file, group, List.copyOf(rules), Digest.of(content));
    }

    String file() {
        return file;
    }

    RuleGroup group() {
        return group;
    }

    List<Rule> rules() {
        return rules;
    }

    Digest digest() {
        return digest;
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    /** Turns the nodes of one file into values, and says where one is not what it should be. */
    private static final class Reader {
        private final String file;

        Reader(String file) {
            this.file = file;
        }

        Rule rule(Node node, RuleGroup group) throws BadInput {
            Members members = members(node, "a rule");
            Node familyName = member(members, "family");
            RuleFamily family = group.families().get(text(familyName, "family"));
            if (family == null) {
                throw bad(
                        familyName,
                        "the group " + group.name() + " has no such family; known are "
                                + sorted(group.families().keySet()));
            }
            Map<String, Node> own = new HashMap<>(members.byName());
            own.keySet().removeAll(COMMON);
            Node promoted = members.byName().get("promoted");
            Rule.Values values = values(members, own, family.fields());
            String fault = family.fault(values);
            if (fault != null) {
                throw bad(members, fault);
            }
            return new Rule(
                    text(member(members, "id"), "id"),
                    family,
                    new Citation(text(member(members, "cite"), "cite")),
                    text(member(members, "note"), "note"),
                    status(member(members, "status")),
                    trust(member(members, "trust")),
                    promoted == null ? null : text(promoted, "promoted"),
                    interval(members),
                    values,
                    new Rule.Place(file, node.at().line(), node.at().column()));
        }

        private RuleStatus status(Node node) throws BadInput {
            String name = text(node, "status");
            for (RuleStatus status : RuleStatus.values()) {
                if (status.name().equals(name)) {
                    return status;
                }
            }
            throw bad(node, "'" + name + "' is no status; known are " + List.of(RuleStatus.values()));
        }

        private Rule.Trust trust(Node node) throws BadInput {
            String mark = text(node, "trust");
            for (Rule.Trust trust : Rule.Trust.values()) {
                if (trust.mark().equals(mark)) {
                    return trust;
                }
            }
            throw bad(node, "'" + mark + "' is no mark of trust; known are 2, 1, M, ? and derived");
        }

        private DateRange interval(Members rule) throws BadInput {
            Node last = member(rule, "to");
            LocalDate from = dateOrOpen(member(rule, "from"), "from");
            LocalDate to = dateOrOpen(last, "to");
            if (from != null && to != null && to.isBefore(from)) {
                throw bad(last, "the last day " + to + " lies before the first " + from);
            }
            return new DateRange(from, to);
        }

        private @Nullable LocalDate dateOrOpen(Node node, String what) throws BadInput {
            return node instanceof Nothing ? null : date(node, what);
        }

        private Rule.Values values(Members owner, Map<String, Node> given, RuleFields fields) throws BadInput {
            for (Map.Entry<String, Node> member : given.entrySet()) {
                if (!fields.byName().containsKey(member.getKey())) {
                    throw bad(
                            member.getValue(),
                            "'" + member.getKey() + "' is not known here; known are "
                                    + sorted(fields.byName().keySet()));
                }
            }
            Map<String, Object> values = new HashMap<>();
            for (Map.Entry<String, Field> wanted : fields.byName().entrySet()) {
                Node node = given.get(wanted.getKey());
                if (node != null) {
                    values.put(wanted.getKey(), value(node, wanted.getKey(), wanted.getValue()));
                } else if (wanted.getValue().required()) {
                    throw bad(owner, "'" + wanted.getKey() + "' is missing");
                }
            }
            return new Rule.Values(values);
        }

        private Object value(Node node, String name, Field field) throws BadInput {
            return switch (field.kind()) {
                case DECIMAL -> decimal(node, name);
                case WHOLE -> whole(node, name);
                case TEXT -> choice(node, name, field.choices());
                case FLAG -> flag(node, name);
                case DATE -> date(node, name);
                case COUNTRIES -> countries(node, name);
                case TEXTS -> texts(node, name);
                case LIMIT -> limit(node, name);
                case LIMITS -> limits(node, name);
                case GROUP -> group(node, name, field.inner());
                case GROUPS -> groups(node, name, field.inner());
            };
        }

        private String choice(Node node, String name, List<String> choices) throws BadInput {
            String word = text(node, name);
            if (choices.isEmpty() || choices.contains(word)) {
                return word;
            }
            throw bad(node, "'" + name + "' must be one of " + choices);
        }

        private Long decimal(Node node, String name) throws BadInput {
            if (!(node instanceof StrictJson.Numeral number)) {
                throw wrong(node, name, Kind.DECIMAL);
            }
            return parse(node, name, number.text());
        }

        private long parse(Node node, String name, String number) throws BadInput {
            try {
                return Decimal.parse(number);
            } catch (NumberFormatException e) {
                throw new BadInput(file, node.at().line(), node.at().column(), "'" + name + "': " + e.getMessage(), e);
            }
        }

        private Integer whole(Node node, String name) throws BadInput {
            long millionths = decimal(node, name);
            if (millionths % Decimal.ONE != 0) {
                throw wrong(node, name, Kind.WHOLE);
            }
            return Math.toIntExact(millionths / Decimal.ONE);
        }

        private Boolean flag(Node node, String name) throws BadInput {
            if (!(node instanceof Flag flag)) {
                throw wrong(node, name, Kind.FLAG);
            }
            return flag.yes();
        }

        private LocalDate date(Node node, String name) throws BadInput {
            if (node instanceof Text text && DATE.matcher(text.text()).matches()) {
                try {
                    return LocalDate.parse(text.text());
                } catch (DateTimeException e) {
                    throw new BadInput(
                            file,
                            node.at().line(),
                            node.at().column(),
                            "'" + name + "': the calendar has no day " + text.text(),
                            e);
                }
            }
            throw wrong(node, name, Kind.DATE);
        }

        private Rule.CountrySet countries(Node node, String name) throws BadInput {
            Set<Country> countries = new LinkedHashSet<>();
            for (Node element : elements(node, name)) {
                Country country = country(text(element, name));
                if (country == null) {
                    throw wrong(element, name, Kind.COUNTRIES);
                }
                if (!countries.add(country)) {
                    throw bad(element, "'" + name + "' holds " + country + " twice");
                }
            }
            return new Rule.CountrySet(Set.copyOf(countries));
        }

        private static @Nullable Country country(String code) {
            Country country = Country.find(code);
            return country != null && country.code().equals(code) ? country : null;
        }

        private Rule.TextList texts(Node node, String name) throws BadInput {
            List<String> texts = new ArrayList<>();
            for (Node element : elements(node, name)) {
                texts.add(text(element, name));
            }
            return new Rule.TextList(List.copyOf(texts));
        }

        private Rule.Limit limit(Node node, String name) throws BadInput {
            if (node instanceof Text text) {
                Matcher parts = LIMIT.matcher(text.text());
                if (parts.matches()) {
                    return new Rule.Limit(sign(parts.group(1)), parse(node, name, parts.group(2)));
                }
            }
            throw wrong(node, name, Kind.LIMIT);
        }

        private static Rule.Sign sign(String mark) {
            for (Rule.Sign sign : Rule.Sign.values()) {
                if (sign.toString().equals(mark)) {
                    return sign;
                }
            }
            throw new IllegalStateException("The pattern of limits let through " + mark);
        }

        private Rule.LimitList limits(Node node, String name) throws BadInput {
            List<Rule.Limit> limits = new ArrayList<>();
            for (Node element : elements(node, name)) {
                limits.add(limit(element, name));
            }
            if (limits.isEmpty()) {
                throw wrong(node, name, Kind.LIMITS);
            }
            return new Rule.LimitList(List.copyOf(limits));
        }

        private Rule.Values group(Node node, String name, RuleFields inner) throws BadInput {
            Members members = members(node, "'" + name + "'");
            return values(members, members.byName(), inner);
        }

        private Rule.GroupList groups(Node node, String name, RuleFields inner) throws BadInput {
            List<Rule.Values> groups = new ArrayList<>();
            for (Node element : elements(node, name)) {
                groups.add(group(element, name, inner));
            }
            return new Rule.GroupList(List.copyOf(groups));
        }

        Members members(Node node, String what) throws BadInput {
            if (node instanceof Members members) {
                return members;
            }
            throw bad(node, what + " must be an object");
        }

        Node member(Members members, String name) throws BadInput {
            Node member = members.byName().get(name);
            if (member == null) {
                throw bad(members, "'" + name + "' is missing");
            }
            return member;
        }

        List<Node> elements(Node node, String name) throws BadInput {
            if (node instanceof Array array) {
                return array.elements();
            }
            throw bad(node, "'" + name + "' must be an array");
        }

        String text(Node node, String name) throws BadInput {
            if (node instanceof Text text && !text.text().isBlank()) {
                return text.text();
            }
            throw wrong(node, name, Kind.TEXT);
        }

        void onlyKnown(Members members, Set<String> known) throws BadInput {
            for (Map.Entry<String, Node> member : members.byName().entrySet()) {
                if (!known.contains(member.getKey())) {
                    throw bad(
                            member.getValue(),
                            "'" + member.getKey() + "' is not known here; known are " + sorted(known));
                }
            }
        }

        private BadInput wrong(Node node, String name, Kind kind) {
            return bad(node, "'" + name + "' must be " + kind);
        }

        BadInput bad(Node node, String reason) {
            return new BadInput(file, node.at().line(), node.at().column(), reason);
        }
    }
}
