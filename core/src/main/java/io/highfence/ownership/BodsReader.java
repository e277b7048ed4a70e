package io.highfence.ownership;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.input.JsonInput;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph.Party;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements of the Beneficial Ownership Data Standard 0.4, as JSON Lines or one array.
 *
 * <p>Of several statements on one record the latest counts. A shareholding is a stake, with its exact share, its range or no
 * percentage. Votes of half or more, the appointment of a board and other control are control, as consolidated accounts are; votes
 * below half and rights without control are an influence. An indirect shareholding repeats what is held through others, so that
 * nothing of it is certain. A record that is closed without an end date ends on the day of its statement.
 */
final class BodsReader {
    private static final Set<String> INFLUENCE = Set.of(
            "boardmember",
            "boardchair",
            "seniormanagingofficial",
            "nominee",
            "nominator",
            "settlor",
            "protector",
            "trustee",
            "beneficiaryoflegalarrangement",
            "enjoymentanduseofassets",
            "righttoprofitorincomefromassets",
            "rightstosurplusassetsondissolution",
            "rightsgrantedbycontract",
            "conditionalrightsgrantedbycontract");
    private static final Set<String> UNKNOWN = Set.of("unknowninterest", "unpublishedinterest");
    private static final long HALF = OwnershipGraph.WHOLE / 2;

    /** What one interest of a relationship says. */
    private record Interest(
            String kind,
            Share share,
            boolean indirect,
            @Nullable LocalDate start,
            @Nullable LocalDate end) {}

    /** The latest statement on one record. */
    private record Statement(
            @Nullable Party party,
            String subject,
            @Nullable String interested,
            List<Interest> interests,
            boolean closed,
            @Nullable LocalDate date) {}

    private final String file;
    private final Map<String, Statement> byRecord = new LinkedHashMap<>();

    BodsReader(String file) {
        this.file = file;
    }

    OwnershipGraph read(InputStream in) throws IOException, BadInput {
        try (JsonInput json = new JsonInput(in, file)) {
            while (json.next() != null) {
                if (json.current() == JsonToken.START_ARRAY) {
                    json.array("statements", path -> new One(json).read());
                } else {
                    new One(json).read();
                }
            }
        }
        return graph();
    }

    private OwnershipGraph graph() throws BadInput {
        OwnershipGraph.Builder graph = OwnershipGraph.builder();
        for (Statement statement : byRecord.values()) {
            if (statement.party() != null) {
                graph.party(statement.party());
            }
        }
        for (Statement statement : byRecord.values()) {
            if (statement.party() == null && statement.interested() != null) {
                named(graph, statement.interested());
                named(graph, statement.subject());
                for (Interest interest : statement.interests()) {
                    if (graph.stakes() == OwnershipGraph.MAX_STAKES) {
                        throw new BadInput(
                                file, 0, 0, "there are more than " + OwnershipGraph.MAX_STAKES + " interests");
                    }
                    add(graph, statement, statement.interested(), interest);
                }
            }
        }
        return graph.build();
    }

    /** A party that no statement describes is known by its id, and has no name to search for. */
    private static void named(OwnershipGraph.Builder graph, String id) {
        if (!graph.has(id)) {
            graph.party(new Party(id, "", PartyType.UNKNOWN, null, null, List.of()));
        }
    }

    private static void add(OwnershipGraph.Builder graph, Statement statement, String holder, Interest interest) {
        DateRange days = days(statement, interest);
        String owned = statement.subject();
        String kind = interest.kind().toLowerCase(java.util.Locale.ROOT);
        Share share = interest.share();
        if (kind.equals("shareholding") && share.known()) {
            graph.stake(holder, owned, interest.indirect() ? 0 : share.least(), share.most(), days);
        } else if (kind.equals("shareholding") || UNKNOWN.contains(kind)) {
            graph.unknownStake(holder, owned, days);
        } else if (INFLUENCE.contains(kind) || (kind.equals("votingrights") && share.known() && share.least() < HALF)) {
            graph.influence(holder, owned, days);
        } else {
            graph.control(holder, owned, days);
        }
    }

    private static DateRange days(Statement statement, Interest interest) {
        LocalDate start = interest.start();
        LocalDate end = interest.end();
        if (end == null && statement.closed()) {
            end = statement.date();
        }
        if (start != null && end != null && end.isBefore(start)) {
            start = null; // a contradiction of the register: what counts is that it has ended
        }
        return start == null && end == null ? DateRange.ALWAYS : new DateRange(start, end);
    }

    /** The reading of one statement. */
    private final class One {
        private final JsonInput json;
        private @Nullable String record;
        private @Nullable String type;
        private boolean closed;
        private @Nullable LocalDate date;
        private String name = "";
        private @Nullable Country country;
        private @Nullable String address;
        private final List<ListedParty.Identifier> identifiers = new ArrayList<>();
        private @Nullable String subject;
        private @Nullable String interested;
        private final List<Interest> interests = new ArrayList<>();

        One(JsonInput json) {
            this.json = json;
        }

        void read() throws IOException, BadInput {
            json.object("a statement", this::field);
            if (record == null || record.isBlank() || type == null) {
                throw json.fault("a statement of BODS 0.4 needs recordId and recordType");
            }
            Party party = switch (type) {
                case "entity" -> new Party(record, name, PartyType.ORGANISATION, country, address, identifiers);
                case "person" -> new Party(record, name, PartyType.PERSON, country, address, identifiers);
                case "relationship" -> null;
                default -> throw json.fault("'" + type + "' is no recordType: entity, person or relationship");
            };
            if (party == null && (subject == null || subject.isBlank())) {
                throw json.fault("a relationship needs a subject");
            }
            Statement before = byRecord.get(record);
            if (before != null && (before.party() == null) != (party == null)) {
                throw json.fault("the record " + record + " is a party in one statement and a relationship in another");
            }
            boolean older = before != null && before.date() != null && date != null && date.isBefore(before.date());
            if (!older) {
                byRecord.put(
                        record,
                        new Statement(party, subject == null ? "" : subject, interested, interests, closed, date));
            }
        }

        private void field(String field) throws IOException, BadInput {
            switch (field) {
                case "recordId" -> record = json.text(field);
                case "recordType" -> type = json.text(field);
                case "recordStatus" -> closed = "closed".equals(json.text(field));
                case "statementDate" -> date = day(field);
                case "recordDetails" -> json.object(field, this::detail);
                default -> json.skip();
            }
        }

        private void detail(String field) throws IOException, BadInput {
            switch (field) {
                case "name" -> name = orBlank(json.text(field));
                case "names" -> json.array(field, path -> json.object(path, this::nameField));
                case "jurisdiction", "incorporatedInJurisdiction" -> country = place(field);
                case "nationalities" -> json.array(field, path -> country = first(country, place(path)));
                case "addresses" -> json.array(field, this::address);
                case "identifiers" -> json.array(field, this::identifier);
                case "subject" -> subject = reference(field);
                case "interestedParty" -> interested = reference(field);
                case "interests" -> json.array(field, this::interest);
                default -> json.skip();
            }
        }

        private void nameField(String field) throws IOException, BadInput {
            if (field.equals("fullName") && name.isBlank()) {
                name = orBlank(json.text(field));
            } else {
                json.skip();
            }
        }

        private static <T> @Nullable T first(@Nullable T one, @Nullable T other) {
            return one == null ? other : one;
        }

        /** A record's id; null where the statement gives a reason for there being none. */
        private @Nullable String reference(String path) throws IOException, BadInput {
            if (json.current() == JsonToken.START_OBJECT) {
                json.skip();
                return null;
            }
            return json.text(path);
        }

        /** A place as an object with name and code, or as a text. */
        private @Nullable Country place(String path) throws IOException, BadInput {
            if (json.current() != JsonToken.START_OBJECT) {
                return Country.find(orBlank(json.text(path)));
            }
            String[] found = {"", ""};
            json.object(path, field -> {
                switch (field) {
                    case "code" -> found[0] = orBlank(json.text(path + ".code"));
                    case "name" -> found[1] = orBlank(json.text(path + ".name"));
                    default -> json.skip();
                }
            });
            // A code may go on to a part of the country, as US-DE does.
            String code = found[0].length() > 2 ? found[0].substring(0, 2) : found[0];
            return first(Country.find(code), Country.find(found[1]));
        }

        private void address(String path) throws IOException, BadInput {
            String[] line = {"", ""};
            json.object(path, field -> {
                switch (field) {
                    case "address" -> line[0] = orBlank(json.text(path));
                    case "postCode" -> line[1] = orBlank(json.text(path));
                    default -> json.skip();
                }
            });
            if (address == null && !line[0].isBlank()) {
                address = line[0] + (line[1].isBlank() ? "" : ", " + line[1]);
            }
        }

        private void identifier(String path) throws IOException, BadInput {
            String[] parts = {"", ""};
            json.object(path, field -> {
                switch (field) {
                    case "id" -> parts[0] = orBlank(json.text(path));
                    case "scheme" -> parts[1] = orBlank(json.text(path));
                    default -> json.skip();
                }
            });
            boolean lei = parts[1].equals("XI-LEI");
            Country issuer =
                    parts[1].length() > 2 && parts[1].charAt(2) == '-' ? Country.find(parts[1].substring(0, 2)) : null;
            if (parts[0].codePoints().anyMatch(Character::isLetterOrDigit) && (lei || issuer != null)) {
                identifiers.add(new ListedParty.Identifier(
                        lei ? ListedParty.Identifier.Kind.LEI : ListedParty.Identifier.Kind.REGISTRATION,
                        parts[0],
                        parts[1],
                        issuer,
                        DateRange.ALWAYS));
            }
        }

        private void interest(String path) throws IOException, BadInput {
            String[] words = {"", ""};
            Share[] share = {Share.UNKNOWN};
            @Nullable LocalDate[] days = new LocalDate[2];
            json.object(path, field -> {
                switch (field) {
                    case "type" -> words[0] = orBlank(json.text(path + ".type"));
                    case "directOrIndirect" -> words[1] = orBlank(json.text(path + ".directOrIndirect"));
                    case "share" -> share[0] = share(path + ".share");
                    case "startDate" -> days[0] = day(path + ".startDate");
                    case "endDate" -> days[1] = day(path + ".endDate");
                    default -> json.skip();
                }
            });
            interests.add(new Interest(words[0], share[0], words[1].equals("indirect"), days[0], days[1]));
        }

        private Share share(String path) throws IOException, BadInput {
            long[] ends = {0, OwnershipGraph.WHOLE};
            boolean[] open = {false, false};
            boolean[] given = {false};
            json.object(path, field -> {
                String here = path + "." + field;
                boolean truth = json.current() == JsonToken.VALUE_TRUE || json.current() == JsonToken.VALUE_FALSE;
                switch (field) {
                    case "exact" -> {
                        ends[0] = number(here, false);
                        ends[1] = number(here, true);
                        given[0] = true;
                    }
                    case "minimum" -> {
                        ends[0] = Math.max(ends[0], number(here, false));
                        given[0] = true;
                    }
                    case "maximum" -> {
                        ends[1] = Math.min(ends[1], number(here, true));
                        given[0] = true;
                    }
                    case "exclusiveMinimum" -> {
                        if (truth) {
                            open[0] = Boolean.TRUE.equals(json.truth(here));
                        } else {
                            ends[0] = Math.max(ends[0], number(here, false) + 1);
                            given[0] = true;
                        }
                    }
                    case "exclusiveMaximum" -> {
                        if (truth) {
                            open[1] = Boolean.TRUE.equals(json.truth(here));
                        } else {
                            ends[1] = Math.min(ends[1], number(here, true) - 1);
                            given[0] = true;
                        }
                    }
                    default -> json.skip();
                }
            });
            Share share = Share.of(ends[0] + (open[0] ? 1 : 0), ends[1] - (open[1] ? 1 : 0));
            if (share == null) {
                throw json.fault(path + " is no range of percentages from 0 to 100");
            }
            return given[0] ? share : Share.UNKNOWN;
        }

        private long number(String path, boolean up) throws IOException, BadInput {
            String text = orBlank(json.text(path));
            try {
                long value = up ? Share.ceiling(text) : Share.floor(text);
                if (value <= OwnershipGraph.WHOLE) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw faultOf(path, text, e);
            }
            throw faultOf(path, text, null);
        }

        private BadInput faultOf(String path, String text, @Nullable Throwable cause) {
            BadInput fault = json.fault(path + ": '" + text + "' is no percentage from 0 to 100");
            return cause == null ? fault : new BadInput(file, fault.line(), fault.column(), fault.reason(), cause);
        }

        private @Nullable LocalDate day(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                BadInput fault = json.fault(path + ": '" + text + "' is no day YYYY-MM-DD");
                throw new BadInput(file, fault.line(), fault.column(), fault.reason(), e);
            }
        }
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
