package io.highfence;

import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.base.Digest;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipColumns;
import io.highfence.chip.ChipFacts;
import io.highfence.input.JsonInput;
import io.highfence.law.FoundryFacts;
import io.highfence.law.Known;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders from JSON: one order, or JSON Lines with an order each.
 *
 * <p>What is no JSON, or has a text where an object belongs, is a fault with its place. A value that is well formed and
 * not understood (a country that does not exist, a role without meaning) is no fault: the order keeps its path, and the
 * decision asks for it. Not safe for several threads.
 */
public final class OrderReader implements AutoCloseable {
    /** The endings of files in which each line is an order. */
    private static final Pattern LINES = Pattern.compile(".*\\.(jsonl|ndjson)(\\.gz)?", Pattern.CASE_INSENSITIVE);

    /** A whole number that a {@code long} holds. */
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}");

    /** A plain decimal whose millionths a {@code long} holds. */
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

    private final JsonInput json;
    private boolean lineByLine;
    private boolean stopped;

    /**
     * Opens a stream of orders.
     *
     * @param in the bytes, UTF-8; not closed
     * @param file the name for messages
     * @throws IOException if the stream cannot be read
     */
    public OrderReader(InputStream in, String file) throws IOException {
        this.json = new JsonInput(in, file);
        this.lineByLine = LINES.matcher(file).matches();
        json.mark();
    }

    /**
     * Reads the next order.
     *
     * @return the order, or null at the end of the stream
     * @throws IOException if the stream cannot be read
     * @throws BadInput if what follows is no order; unless {@link #isStopped()}, the next call reads the order behind it
     */
    public @Nullable Order next() throws IOException, BadInput {
        if (stopped) {
            return null;
        }
        long firstLine = 0;
        try {
            if (json.next() == null) {
                return null;
            }
            firstLine = json.line();
            Order order = new One().read();
            lineByLine = json.line() == firstLine;
            json.mark();
            return order;
        } catch (BadInput e) {
            throw passOver() && firstLine > 0 && firstLine < e.line() && json.isBeforeObject()
                    ? new BadInput(e.file(), firstLine, 1, "line " + firstLine + " ends in the middle of an order", e)
                    : e;
        }
    }

    /** A fault where the reader stands, behind the order that was read last. */
    BadInput fault(String reason) {
        return json.fault(reason);
    }

    /**
     * Goes to the end of what is no order; where it is no JSON either, to the line behind the one on which it begins, if each
     * line is an order.
     *
     * @return whether it went to that line
     */
    private boolean passOver() throws IOException {
        if (json.finish()) {
            json.mark();
            return false;
        }
        stopped = !json.nextLine(lineByLine);
        return !stopped;
    }

    /**
     * Whether a fault ended the reading: what stands behind it, if anything does, was not read. So it is with text that is no
     * JSON, unless each order stands on a line of its own.
     *
     * @return true if {@link #next()} finds nothing more for that reason
     */
    public boolean isStopped() {
        return stopped;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    /** The reading of one order. */
    private final class One {
        private @Nullable String id;
        private final List<Consumer<Order.Builder>> facts = new ArrayList<>();

        private @Nullable Country exporterCountry;
        private @Nullable Country exporterHq;
        private @Nullable Country exporterParent;
        private FoundryFacts.@Nullable Exporter exporterRole;
        private @Nullable Boolean usPerson;
        private @Nullable Boolean usOrigin;
        private @Nullable Boolean usdPayment;
        private @Nullable Boolean usServer;
        private @Nullable Country destination;
        private @Nullable String region;
        private Order.Purpose purpose = Order.Purpose.UNKNOWN;
        private Order.Knowledge knowledge = Order.Knowledge.STATED;

        Order read() throws IOException, BadInput {
            json.object("an order", this::field);
            if (id == null || id.isBlank()) {
                throw json.fault("an order needs an id");
            }
            Order.Builder order = Order.builder(id)
                    .exporter(new Order.Exporter(exporterCountry, exporterHq, exporterParent, exporterRole))
                    .destination(destination, region)
                    .endUse(purpose, knowledge)
                    .nexus(new Order.Nexus(usPerson, usOrigin, usdPayment, usServer));
            facts.forEach(fact -> fact.accept(order));
            return order.build();
        }

        private void field(String name) throws IOException, BadInput {
            switch (name) {
                case "id" -> id = json.text("id");
                case "kind" -> {
                    Order.Kind kind = word(Order.Kind.class, "kind");
                    if (kind != null) {
                        facts.add(b -> b.kind(kind));
                    }
                }
                case "exporter" -> json.object("exporter", this::exporterField);
                case "shipFrom" -> {
                    Country from = json.current() == JsonToken.START_OBJECT ? placeCountry("shipFrom") : country(name);
                    if (from != null) {
                        facts.add(b -> b.shipFrom(from));
                    }
                }
                case "destination" -> {
                    if (json.current() == JsonToken.START_OBJECT) {
                        json.object("destination", this::destinationField);
                    } else {
                        destination = country(name);
                    }
                }
                case "plannedExportDate" -> {
                    LocalDate day = day(name);
                    if (day != null) {
                        facts.add(b -> b.plannedExportDate(day));
                    }
                }
                case "asOf" -> {
                    LocalDate day = day(name);
                    if (day != null) {
                        facts.add(b -> b.asOf(day));
                    }
                }
                case "endUse" -> {
                    if (json.current() == JsonToken.START_OBJECT) {
                        json.object("endUse", this::endUseField);
                    } else {
                        purpose(name);
                    }
                }
                case "knowledge" -> knowledge(name);
                case "usNexus" -> {
                    if (json.current() == JsonToken.START_OBJECT) {
                        json.object("usNexus", this::nexusField);
                    } else {
                        Boolean tie = json.truth(name);
                        usPerson = either(usPerson, tie);
                        usOrigin = tie;
                        usdPayment = tie;
                        usServer = tie;
                    }
                }
                case "parties" ->
                    json.array("parties", path -> {
                        Party party = party(path);
                        facts.add(b -> b.party(party));
                    });
                case "items" ->
                    json.array("items", path -> {
                        Item item = item(path);
                        facts.add(b -> b.item(item));
                    });
                case "purpose" -> technicalAnalysis(name);
                case "knownViolation" -> {
                    boolean known = Boolean.TRUE.equals(json.truth(name));
                    facts.add(b -> b.knownViolation(known));
                }
                case "redFlags" ->
                    json.array("redFlags", path -> {
                        String flag = json.text(path);
                        if (flag == null || flag.isBlank()) {
                            unjudged(path, "blank");
                        } else {
                            facts.add(b -> b.redFlag(flag.strip()));
                        }
                    });
                case "totals" -> json.array("totals", this::total);
                case "authorizations" ->
                    json.array("authorizations", path -> {
                        Authorization authorization = authorization(path);
                        facts.add(b -> b.authorization(authorization));
                    });
                case "unread" -> texts(name, path -> facts.add(b -> b.unread(path)));
                case "unjudged" -> texts(name, path -> facts.add(b -> b.unjudged(path)));
                case "dispositions" ->
                    json.array("dispositions", path -> {
                        DispositionFacts disposition = new DispositionFacts(path);
                        json.object(path, disposition::field);
                        facts.add(b -> b.disposition(disposition.build()));
                    });
                case "step" -> {
                    Order.Step step = word(Order.Step.class, name);
                    if (step != null) {
                        facts.add(b -> b.step(step));
                    }
                }
                default -> unread(name);
            }
        }

        /** What a recorded order keeps of the reading of the one that was given. */
        private void texts(String name, Consumer<String> use) throws IOException, BadInput {
            json.array(name, path -> use.accept(orBlank(json.text(path))));
        }

        private void total(String path) throws IOException, BadInput {
            Account[] account = new Account[1];
            Long[] used = new Long[1];
            json.object(path, field -> {
                String here = path + "." + field;
                switch (field) {
                    case "account" -> account[0] = account(here);
                    case "used" -> used[0] = amount(here);
                    default -> unread(here);
                }
            });
            if (account[0] != null && used[0] != null) {
                Order.Total total = new Order.Total(account[0], used[0]);
                facts.add(b -> b.total(total));
            } else {
                unjudged(path, "without account and used");
            }
        }

        private @Nullable Account account(String path) throws IOException, BadInput {
            String text = orBlank(json.text(path)).strip();
            try {
                return Account.parse(text);
            } catch (IllegalArgumentException e) {
                unjudged(path, text);
                return null;
            }
        }

        /** An amount of a total, which may be larger than any rate or quantity. */
        private @Nullable Long amount(String path) throws IOException, BadInput {
            String text = orBlank(json.text(path)).strip();
            if (!AMOUNT.matcher(text).matches()) {
                unjudged(path, text);
                return null;
            }
            return new BigDecimal(text).movePointRight(6).longValueExact();
        }

        /** The one purpose that a rule asks about, beside the end use. */
        private void technicalAnalysis(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return;
            }
            if (text.strip().equalsIgnoreCase("technicalAnalysis")) {
                facts.add(b -> b.technicalAnalysis(true));
            } else {
                unjudged(path, text);
            }
        }

        private void exporterField(String name) throws IOException, BadInput {
            String path = "exporter." + name;
            switch (name) {
                case "country" -> exporterCountry = country(path);
                case "hqCountry" -> exporterHq = country(path);
                case "ultimateParentCountry" -> exporterParent = country(path);
                case "role" -> exporterRole = word(FoundryFacts.Exporter.class, path);
                case "usPerson" -> usPerson = either(usPerson, json.truth(path));
                default -> unread(path);
            }
        }

        /** A person stated twice: yes if one of the two says so. */
        private static @Nullable Boolean either(@Nullable Boolean one, @Nullable Boolean other) {
            return (Boolean.TRUE.equals(one) || other == null) ? one : other;
        }

        private @Nullable Country placeCountry(String path) throws IOException, BadInput {
            Country[] found = new Country[1];
            json.object(path, name -> {
                if (name.equals("country")) {
                    found[0] = country(path + ".country");
                } else {
                    unread(path + "." + name);
                }
            });
            return found[0];
        }

        private void destinationField(String name) throws IOException, BadInput {
            String path = "destination." + name;
            switch (name) {
                case "country" -> destination = country(path);
                case "region" -> region = json.text(path);
                default -> unread(path);
            }
        }

        private void endUseField(String name) throws IOException, BadInput {
            String path = "endUse." + name;
            switch (name) {
                case "purpose", "use", "endUse" -> purpose(path);
                case "knowledge" -> knowledge(path);
                default -> unread(path);
            }
        }

        private void purpose(String path) throws IOException, BadInput {
            Order.Purpose read = word(Order.Purpose.class, path);
            if (read != null) {
                purpose = read;
            }
        }

        private void knowledge(String path) throws IOException, BadInput {
            Order.Knowledge read = word(Order.Knowledge.class, path);
            if (read != null) {
                knowledge = read;
            }
        }

        private void nexusField(String name) throws IOException, BadInput {
            String path = "usNexus." + name;
            switch (name) {
                case "usPerson" -> usPerson = either(usPerson, json.truth(path));
                case "usOrigin" -> usOrigin = json.truth(path);
                case "usdPayment" -> usdPayment = json.truth(path);
                case "usServer" -> usServer = json.truth(path);
                default -> unread(path);
            }
        }

        private Party party(String path) throws IOException, BadInput {
            PartyFacts facts = new PartyFacts(path);
            json.object(path, facts::field);
            return facts.build();
        }

        private Item item(String path) throws IOException, BadInput {
            ItemFacts facts = new ItemFacts(path);
            json.object(path, facts::field);
            return facts.build();
        }

        /** What is said of one party. */
        private final class PartyFacts {
            private final String path;
            private Party.@Nullable Role role;
            private String name = "";
            private PartyType type = PartyType.UNKNOWN;
            private @Nullable Country country;
            private @Nullable String address;
            private final List<ListedParty.Identifier> identifiers = new ArrayList<>();
            private @Nullable DateRange birthDate;
            private @Nullable Country hqCountry;
            private @Nullable Country ultimateParentCountry;
            private final List<Party.Owner> owners = new ArrayList<>();
            private @Nullable String account;

            PartyFacts(String path) {
                this.path = path;
            }

            void field(String field) throws IOException, BadInput {
                String here = path + "." + field;
                switch (field) {
                    case "role" -> role = word(Party.Role.class, here);
                    case "name" -> name = orBlank(json.text(here));
                    case "type" -> {
                        String text = orBlank(json.text(here));
                        type = PartyType.parse(text);
                        if (type == PartyType.UNKNOWN
                                && !text.isBlank()
                                && !text.strip().equalsIgnoreCase("unknown")) {
                            unjudged(here, text);
                        }
                    }
                    case "country" -> country = country(here);
                    case "address" -> address = json.text(here);
                    case "identifiers" -> readIdentifiers(here);
                    case "birthDate" -> birthDate = dayMonthOrYear(here);
                    case "hqCountry" -> hqCountry = country(here);
                    case "ultimateParentCountry" -> ultimateParentCountry = country(here);
                    case "owners" -> json.array(here, this::owner);
                    case "account" -> {
                        String text = orBlank(json.text(here)).strip();
                        if (OrderLine.isId(text)) {
                            account = text;
                        } else if (!text.isEmpty()) {
                            unjudged(here, text);
                        }
                    }
                    default -> unread(here);
                }
            }

            private void readIdentifiers(String here) throws IOException, BadInput {
                if (json.current() == JsonToken.START_ARRAY) {
                    json.array(here, this::identifier);
                } else {
                    String text = orBlank(json.text(here));
                    for (String one : text.split("\\|", -1)) {
                        addIdentifier(here, one);
                    }
                }
            }

            private void identifier(String here) throws IOException, BadInput {
                if (json.current() == JsonToken.START_OBJECT) {
                    IdentifierFacts facts = new IdentifierFacts(here);
                    json.object(here, facts::field);
                    addIdentifier(here, facts.kind + ":" + facts.value, facts);
                } else {
                    addIdentifier(here, orBlank(json.text(here)));
                }
            }

            private void addIdentifier(String here, String text) {
                addIdentifier(here, text, new IdentifierFacts(here));
            }

            private void addIdentifier(String here, String text, IdentifierFacts facts) {
                if (text.isBlank()) {
                    return;
                }
                ListedParty.Identifier read = ListedParty.Identifier.parse(text);
                if (read == null) {
                    unjudged(here, text);
                } else {
                    identifiers.add(new ListedParty.Identifier(
                            read.kind(), read.value(), facts.publishedType, facts.country, facts.validity));
                }
            }

            private void owner(String here) throws IOException, BadInput {
                String[] name = {""};
                String[] ref = {""};
                Long[] percent = new Long[1];
                json.object(here, field -> {
                    switch (field) {
                        case "name" -> name[0] = orBlank(json.text(here + ".name"));
                        case "ref" -> ref[0] = orBlank(json.text(here + ".ref")).strip();
                        case "percent" -> percent[0] = percent(here + ".percent");
                        default -> unread(here + "." + field);
                    }
                });
                owners.add(new Party.Owner(name[0], ref[0].isEmpty() ? null : ref[0], percent[0]));
            }

            private @Nullable Long percent(String here) throws IOException, BadInput {
                Long percent = decimal(here);
                if (percent != null && percent > OwnershipGraph.WHOLE) {
                    unjudged(here, Decimal.toString(percent));
                    return null;
                }
                return percent;
            }

            Party build() {
                return new Party(
                        role,
                        name,
                        type,
                        country,
                        address,
                        identifiers,
                        birthDate,
                        hqCountry,
                        ultimateParentCountry,
                        owners,
                        account);
            }
        }

        /** What is said of one number or code that names a party. */
        private final class IdentifierFacts {
            private final String path;
            private String kind = "";
            private String value = "";
            private String publishedType = "";
            private @Nullable Country country;
            private DateRange validity = DateRange.ALWAYS;

            IdentifierFacts(String path) {
                this.path = path;
            }

            void field(String field) throws IOException, BadInput {
                String here = path + "." + field;
                switch (field) {
                    case "kind", "type" -> kind = orBlank(json.text(here));
                    case "value", "number" -> value = orBlank(json.text(here));
                    case "publishedType" -> publishedType = orBlank(json.text(here));
                    case "country" -> country = country(here);
                    case "validity" -> {
                        DateRange range = dayMonthOrYear(here);
                        validity = range == null ? DateRange.ALWAYS : range;
                    }
                    default -> unread(here);
                }
            }
        }

        /** What is said of one line. */
        private final class ItemFacts {
            private final String path;
            private @Nullable String line;
            private @Nullable String sku;
            private @Nullable String eccn;
            private @Nullable Long quantity;
            private @Nullable Long value;
            private @Nullable String hts;
            private @Nullable Country countryOfOrigin;
            private @Nullable Long usOriginControlledPercent;
            private @Nullable Boolean usTechnologyOrPlant;
            private @Nullable FoundryFacts foundry;
            private final Map<String, String> columns = new LinkedHashMap<>();
            private @Nullable Chip recorded;

            ItemFacts(String path) {
                this.path = path;
            }

            void field(String field) throws IOException, BadInput {
                String here = path + "." + field;
                switch (field) {
                    case "line" -> line = json.text(here);
                    case "sku" -> sku = json.text(here);
                    case "eccn" -> eccn = json.text(here);
                    case "quantity" -> quantity = decimal(here);
                    case "value" -> value = decimal(here);
                    case "hts" -> hts = json.text(here);
                    case "countryOfOrigin" -> countryOfOrigin = country(here);
                    case "usOriginControlledPercent" -> usOriginControlledPercent = decimal(here);
                    case "usTechnologyOrPlant" -> usTechnologyOrPlant = json.truth(here);
                    case "foundry" -> foundry = foundry(here);
                    case "chip" -> {
                        if (json.current() == JsonToken.START_OBJECT) {
                            recorded = recorded(here);
                        } else {
                            column(field, here);
                        }
                    }
                    default -> {
                        String column = Words.snake(field);
                        if (ChipColumns.NAMES.contains(column) && !column.equals("id")) {
                            column(column, here);
                        } else {
                            unread(here);
                        }
                    }
                }
            }

            private void column(String column, String here) throws IOException, BadInput {
                String text = json.text(here);
                if (text != null) {
                    columns.put(column, text);
                }
            }

            /** A chip as {@link OrderWriter} writes it. */
            @SuppressWarnings("unchecked") // What begins with a brace is a map.
            private Chip recorded(String here) throws IOException, BadInput {
                try {
                    return ChipFacts.read((Map<String, @Nullable Object>) Objects.requireNonNull(json.value(here)));
                } catch (IllegalArgumentException e) {
                    throw json.fault(here + ": " + e.getMessage());
                }
            }

            Item build() throws BadInput {
                String name = line == null || line.isBlank()
                        ? path.substring(path.indexOf('[') + 1, path.length() - 1)
                        : line;
                Chip chip = recorded;
                if (chip != null && !columns.isEmpty()) {
                    throw json.fault(path + ": a chip is given as a whole, or by columns, not both");
                }
                if (!columns.isEmpty()) {
                    columns.put("id", name);
                    chip = ChipColumns.chip(columns);
                }
                return new Item(
                        name,
                        sku,
                        chip,
                        eccn,
                        quantity,
                        hts,
                        countryOfOrigin,
                        usOriginControlledPercent,
                        usTechnologyOrPlant,
                        foundry,
                        value);
            }
        }

        /** A record of an authorization; a text is the id of one of which nothing else is known. */
        private Authorization authorization(String path) throws IOException, BadInput {
            if (json.current() != JsonToken.START_OBJECT) {
                return Authorization.builder(orBlank(json.text(path))).build();
            }
            AuthorizationFacts authorization = new AuthorizationFacts(path);
            json.object(path, authorization::field);
            return authorization.build();
        }

        /** What is said of one authorization. */
        private final class AuthorizationFacts {
            private final String path;
            private String id = "";
            private final List<Consumer<Authorization.Builder>> said = new ArrayList<>();
            private @Nullable LocalDate validFrom;
            private @Nullable LocalDate validTo;
            private @Nullable Long quantity;
            private @Nullable Long used;
            private @Nullable Long value;
            private @Nullable Long usedValue;
            private boolean notified;
            private @Nullable LocalDate submittedOn;
            private Authorization.Objection objection = Authorization.Objection.UNKNOWN;
            private String confirmation = "";
            private @Nullable Boolean distributor;
            private String consignee = "";
            private String endUser = "";
            private final List<String> items = new ArrayList<>();

            AuthorizationFacts(String path) {
                this.path = path;
            }

            void field(String field) throws IOException, BadInput {
                String here = path + "." + field;
                switch (field) {
                    case "id" -> id = orBlank(json.text(here));
                    case "type" -> {
                        Authorization.Type type = constant(Authorization.Type.class, here);
                        notified |= type == Authorization.Type.NOTICE;
                        said.add(b -> b.type(type));
                    }
                    case "issuer" -> text(here, Authorization.Builder::issuer);
                    case "exception" -> text(here, Authorization.Builder::exception);
                    case "validFrom" -> validFrom = day(here);
                    case "validTo" -> validTo = day(here);
                    case "eccns" -> json.array(here, eccn -> text(eccn, Authorization.Builder::eccn));
                    case "parties" -> json.array(here, this::party);
                    case "destinations" ->
                        json.array(here, place -> {
                            Country country = country(place);
                            if (country != null) {
                                said.add(b -> b.destination(country));
                            }
                        });
                    case "quantity" -> quantity = decimal(here);
                    case "used" -> used = decimal(here);
                    case "value" -> value = decimal(here);
                    case "usedValue" -> usedValue = decimal(here);
                    case "conditions" -> json.array(here, this::condition);
                    case "purchaseOrder" -> text(here, Authorization.Builder::purchaseOrder);
                    case "sample" -> {
                        boolean sample = Boolean.TRUE.equals(json.truth(here));
                        said.add(b -> b.sample(sample));
                    }
                    default -> noticed(here, field);
                }
            }

            /** What a notice needs beside what every authorization says. */
            private void noticed(String here, String field) throws IOException, BadInput {
                switch (field) {
                    case "submittedOn" -> submittedOn = day(here);
                    case "objection" -> {
                        Authorization.Objection read = word(Authorization.Objection.class, here);
                        objection = read == null ? Authorization.Objection.UNKNOWN : read;
                    }
                    case "confirmation" -> confirmation = orBlank(json.text(here));
                    case "distributor" -> distributor = json.truth(here);
                    case "consignee" -> consignee = orBlank(json.text(here));
                    case "endUser" -> endUser = orBlank(json.text(here));
                    case "items" -> json.array(here, item -> items.add(orBlank(json.text(item))));
                    default -> unread(here);
                }
            }

            private void text(String here, BiConsumer<Authorization.Builder, String> into)
                    throws IOException, BadInput {
                String text = orBlank(json.text(here));
                said.add(b -> into.accept(b, text));
            }

            private void party(String here) throws IOException, BadInput {
                if (json.current() != JsonToken.START_OBJECT) {
                    text(here, (b, name) -> b.party(name, null));
                    return;
                }
                String[] name = {""};
                Party.@Nullable Role[] role = new Party.Role[1];
                boolean[] understood = {true};
                json.object(here, field -> {
                    switch (field) {
                        case "name" -> name[0] = orBlank(json.text(here + ".name"));
                        case "role" -> {
                            role[0] = word(Party.Role.class, here + ".role");
                            understood[0] = role[0] != null;
                        }
                        default -> unread(here + "." + field);
                    }
                });
                if (understood[0]) {
                    Party.Role in = role[0];
                    said.add(b -> b.party(name[0], in));
                }
            }

            private void condition(String here) throws IOException, BadInput {
                String[] words = {"", ""};
                if (json.current() == JsonToken.START_OBJECT) {
                    json.object(here, field -> {
                        switch (field) {
                            case "text" -> words[0] = orBlank(json.text(here + ".text"));
                            case "metBy" -> words[1] = orBlank(json.text(here + ".metBy"));
                            default -> unread(here + "." + field);
                        }
                    });
                } else {
                    words[0] = orBlank(json.text(here));
                }
                said.add(b -> b.condition(words[0], words[1]));
            }

            Authorization build() {
                Authorization.Builder builder = Authorization.builder(id)
                        .valid(validFrom, validTo)
                        .quantity(quantity, used)
                        .value(value, usedValue);
                said.forEach(fact -> fact.accept(builder));
                if (notified) {
                    builder.notice(new Authorization.Notice(
                            submittedOn, objection, confirmation, distributor, consignee, endUser, items));
                }
                return builder.build();
            }
        }

        /** What is said of one disposition. */
        private final class DispositionFacts {
            private final String path;
            private String reasonId = "";
            private final @Nullable Digest[] digests = new Digest[3];
            private String author = "";
            private String secondApprover = "";
            private String evidence = "";
            private String note = "";
            private @Nullable LocalDate expires;

            DispositionFacts(String path) {
                this.path = path;
            }

            void field(String field) throws IOException, BadInput {
                String here = path + "." + field;
                switch (field) {
                    case "reasonId" -> reasonId = orBlank(json.text(here));
                    case "binding" -> json.object(here, name -> bound(here + "." + name, name));
                    case "author" -> author = orBlank(json.text(here));
                    case "secondApprover" -> secondApprover = orBlank(json.text(here));
                    case "evidence" -> evidence = orBlank(json.text(here));
                    case "note" -> note = orBlank(json.text(here));
                    case "expires" -> expires = day(here);
                    default -> unread(here);
                }
            }

            private void bound(String here, String field) throws IOException, BadInput {
                switch (field) {
                    case "input" -> digests[0] = digest(here);
                    case "rules" -> digests[1] = digest(here);
                    case "lists" -> digests[2] = digest(here);
                    default -> unread(here);
                }
            }

            private @Nullable Digest digest(String here) throws IOException, BadInput {
                String text = json.text(here);
                if (text == null || text.isBlank()) {
                    return null;
                }
                try {
                    return new Digest(text.strip());
                } catch (IllegalArgumentException e) {
                    unjudged(here, text);
                    return null;
                }
            }

            Disposition build() {
                Digest input = digests[0];
                Digest rules = digests[1];
                Digest lists = digests[2];
                return new Disposition(
                        reasonId,
                        input == null || rules == null || lists == null
                                ? null
                                : new Disposition.Binding(input, rules, lists),
                        author,
                        secondApprover,
                        evidence,
                        note,
                        expires);
            }
        }

        private FoundryFacts foundry(String path) throws IOException, BadInput {
            FoundryFields facts = new FoundryFields(path);
            json.object(path, facts::field);
            return facts.build();
        }

        /** What is said of one line for the foundry presumption. */
        private final class FoundryFields {
            private final String path;
            private Known logic = Known.UNKNOWN;
            private long nodeNm = -1;
            private Known nonPlanar = Known.UNKNOWN;
            private boolean attested;
            private FoundryFacts.By by = FoundryFacts.By.UNKNOWN;
            private long tpp = -1;
            private long performanceDensity = -1;
            private @Nullable Country designerCountry;
            private @Nullable Country designerHq;
            private @Nullable Country designerParent;
            private Known agreedToReport = Known.UNKNOWN;
            private @Nullable LocalDate appliedOn;
            private Known byFabricator = Known.UNKNOWN;
            private @Nullable Country packagedIn;
            private long transistors = -1;
            private Known hbm = Known.UNKNOWN;

            FoundryFields(String path) {
                this.path = path;
            }

            void field(String field) throws IOException, BadInput {
                String here = path + "." + field;
                switch (field) {
                    case "logic" -> logic = known(here);
                    case "nodeNm" -> nodeNm = millionths(here);
                    case "nonPlanar" -> nonPlanar = known(here);
                    case "attestation" -> {
                        attested = true;
                        json.object(here, name -> attestation(here + "." + name, name));
                    }
                    default -> unread(here);
                }
            }

            private void attestation(String here, String field) throws IOException, BadInput {
                switch (field) {
                    case "by" -> {
                        FoundryFacts.By read = word(FoundryFacts.By.class, here);
                        by = read == null ? FoundryFacts.By.UNKNOWN : read;
                    }
                    case "tpp" -> tpp = millionths(here);
                    case "performanceDensity" -> performanceDensity = millionths(here);
                    case "designer" -> json.object(here, name -> designer(here + "." + name, name));
                    case "package" -> json.object(here, name -> finalPackage(here + "." + name, name));
                    default -> unread(here);
                }
            }

            private void designer(String here, String field) throws IOException, BadInput {
                switch (field) {
                    case "country" -> designerCountry = country(here);
                    case "hqCountry" -> designerHq = country(here);
                    case "ultimateParentCountry" -> designerParent = country(here);
                    case "agreedToReport" -> agreedToReport = known(here);
                    case "appliedOn" -> appliedOn = day(here);
                    default -> unread(here);
                }
            }

            private void finalPackage(String here, String field) throws IOException, BadInput {
                switch (field) {
                    case "byFabricator" -> byFabricator = known(here);
                    case "country" -> packagedIn = country(here);
                    case "transistors" -> transistors = count(here);
                    case "hbm" -> hbm = known(here);
                    default -> unread(here);
                }
            }

            private Known known(String here) throws BadInput {
                Boolean truth = json.truth(here);
                return truth == null ? Known.UNKNOWN : truth ? Known.YES : Known.NO;
            }

            private long millionths(String here) throws IOException, BadInput {
                Long value = decimal(here);
                return value == null ? -1 : value;
            }

            /** A whole number of pieces: counts of transistors are larger than what a decimal holds. */
            private long count(String here) throws IOException, BadInput {
                String text = json.text(here);
                if (text == null || text.isBlank()) {
                    return -1;
                }
                if (!COUNT.matcher(text.strip()).matches()) {
                    unjudged(here, text);
                    return -1;
                }
                return Long.parseLong(text.strip());
            }

            FoundryFacts build() {
                return new FoundryFacts(
                        logic,
                        nodeNm,
                        nonPlanar,
                        attested
                                ? new FoundryFacts.Attestation(
                                        by,
                                        tpp,
                                        performanceDensity,
                                        new FoundryFacts.Designer(
                                                designerCountry, designerHq, designerParent, agreedToReport, appliedOn),
                                        new FoundryFacts.FinalPackage(byFabricator, packagedIn, transistors, hbm))
                                : null);
            }
        }

        private void unread(String path) throws IOException, BadInput {
            json.skip();
            facts.add(b -> b.unread(path));
        }

        private void unjudged(String path, String value) {
            facts.add(b -> b.unjudged(path + " '" + value + "'"));
        }

        private @Nullable Country country(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return null;
            }
            Country country = Country.find(text);
            if (country == null) {
                unjudged(path, text);
            }
            return country;
        }

        private <E extends Enum<E>> @Nullable E word(Class<E> words, String path) throws IOException, BadInput {
            String text = json.text(path);
            return text == null || text.isBlank() ? null : word(words, path, text);
        }

        private <E extends Enum<E>> @Nullable E word(Class<E> words, String path, String text) {
            E word = Words.parse(words, text);
            if (word == null) {
                unjudged(path, text);
            }
            return word;
        }

        /** A constant by its own name, such as {@code OFAC_GL}, or by its word {@code ofacGl}, letter case aside. */
        private <E extends Enum<E>> @Nullable E constant(Class<E> constants, String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return null;
            }
            for (E constant : constants.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(text.strip())) {
                    return constant;
                }
            }
            return word(constants, path, text);
        }

        private @Nullable LocalDate day(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeException e) {
                unjudged(path, text);
                return null;
            }
        }

        private @Nullable DateRange dayMonthOrYear(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return null;
            }
            DateRange range = PartyReader.birthDate(text.strip());
            if (range == null) {
                unjudged(path, text);
            }
            return range;
        }

        private @Nullable Long decimal(String path) throws IOException, BadInput {
            String text = json.text(path);
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                return Decimal.parse(text.strip());
            } catch (NumberFormatException e) {
                unjudged(path, text);
                return null;
            }
        }
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
