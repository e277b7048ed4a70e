package io.highfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.list.Retrieval;
import io.highfence.list.Shrinkage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches lists from their official addresses; a list that is there gives way only to a whole, newer one. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches lists from their official addresses: csl, ofac-sdn, ofac-cons, uk, un. What comes is",
            "read as the format that it should have and held against the file that is there; a page, a cut,",
            "empty, older or shrunken file never takes its place. One JSON object a list says what became",
            "of it: replaced, unchanged, refused (what came is not taken) or failed (nothing whole came).",
            "Beside a list stand FILE.retrieved, when and from where it came, and FILE.validators, with which",
            "the server is asked for a newer version only."
        },
        footer = {"", "Example:  highfence lists fetch --to lists un csl"})
final class ListsFetch implements Callable<Integer> {
    @Spec
    CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "LIST", description = "The lists to fetch. Default: all.")
    List<String> wanted = new ArrayList<>();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the lists are kept; it is made if it is not there.")
    Path to;

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = {
                "Other addresses: tab-separated list, format, file and url under a header with these words.",
                "Only https, and http on this computer."
            })
    @Nullable
    String sources;

    @Option(
            names = "--max-bytes",
            paramLabel = "N",
            defaultValue = "268435456",
            description = "The most bytes of one list as it comes. Default: ${DEFAULT-VALUE}.")
    long maxBytes;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "The longest time for one list. Default: ${DEFAULT-VALUE}.")
    long seconds;

    @Option(
            names = "--accept-shrunk",
            paramLabel = "NAME",
            description = {
                "The person who accepts a list that shrank, or one in the place of a file that cannot be read;",
                "stands in the answer."
            })
    @Nullable
    String acceptedBy;

    /** What became of a list. */
    private enum Status {
        REPLACED,
        UNCHANGED,
        REFUSED,
        FAILED
    }

    /** What became of a list, why, and what came or is there, as far as known. */
    private record Outcome(Status status, @Nullable String reason, PartyList.@Nullable Edition edition, long bytes) {}

    @Override
    public Integer call() throws IOException, BadInput {
        if (maxBytes < 1 || seconds < 1 || seconds > 86_400) {
            throw wrong("--max-bytes is at least 1, --timeout from 1 to 86400");
        }
        List<ListAddress> all = addresses();
        for (String list : wanted) {
            if (all.stream().noneMatch(address -> address.list().equals(list))) {
                throw wrong("There is no list '" + list + "'; there are "
                        + all.stream().map(ListAddress::list).collect(Collectors.joining(", ")));
            }
        }
        if (!Files.isDirectory(to)) {
            Files.createDirectories(to);
        }
        // In the same folder, since a file is moved at one stroke within one file system only; new, so that two fetches
        // at once
        // do not write into each other's files.
        Path staging = Files.createTempDirectory(to, ".part-");
        try {
            for (ListAddress address : all) {
                if (wanted.isEmpty() || wanted.contains(address.list())) {
                    System.out.println(json(address, outcome(address, staging)));
                    System.out.flush();
                }
            }
        } finally {
            empty(staging);
            Files.delete(staging);
        }
        return Exit.OK;
    }

    private CommandLine.ParameterException wrong(String what) {
        return new CommandLine.ParameterException(command.commandLine(), what);
    }

    private List<ListAddress> addresses() throws IOException, BadInput {
        if (sources == null) {
            return ListAddress.bundled();
        }
        try (InputStream in = io.highfence.cli.Files.open(sources)) {
            return ListAddress.read(in, sources);
        }
    }

    /** Fetches one list; what goes wrong with it is its own affair and not that of the others. */
    private Outcome outcome(ListAddress address, Path staging) throws IOException {
        try {
            return fetch(address, staging);
        } catch (IOException e) {
            String said = e.getMessage();
            return new Outcome(Status.FAILED, said == null ? e.getClass().getSimpleName() : said, null, 0);
        } finally {
            empty(staging);
        }
    }

    private Outcome fetch(ListAddress address, Path staging) throws IOException {
        Path place = to.resolve(address.file());
        PartyList before = null;
        String unreadable = null;
        if (Files.exists(place)) {
            try {
                before = PartyList.load(List.of(new ListSource(address.format(), place, null, true)));
            } catch (BadInput e) {
                unreadable = "the file that is there cannot be read, so that nothing can be compared (" + e.getMessage()
                        + ")";
            }
        }
        PartyList.Edition old = before == null ? null : before.editions().get(0);
        Map<String, String> conditions =
                old == null ? Map.of() : Validators.conditions(place, address.url(), old.digest());
        Path staged = staging.resolve(address.file());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Download.Answer answer =
                new Download(maxBytes, Duration.ofSeconds(seconds)).get(address.url(), conditions, staged);
        if (answer.status() == 304 && old != null && !conditions.isEmpty()) {
            return new Outcome(Status.UNCHANGED, "the server has no newer version", old, 0);
        }
        if (answer.status() != 200) {
            return new Outcome(Status.FAILED, "the server answered " + answer.status(), null, 0);
        }
        String shape = fault(answer);
        if (shape != null) {
            return new Outcome(Status.REFUSED, shape, null, answer.bytes());
        }
        PartyList after;
        try {
            after = PartyList.load(List.of(new ListSource(address.format(), staged, null)));
        } catch (BadInput e) {
            // The staging folder is gone when somebody reads this.
            String said = new BadInput(address.file(), e.line(), e.column(), e.reason()).getMessage();
            return new Outcome(Status.REFUSED, said, null, answer.bytes());
        }
        PartyList.Edition come = after.editions().get(0);
        boolean same = old != null && old.digest().equals(come.digest());
        String refused = same ? null : fault(come, old);
        String shrunk = before == null ? unreadable : shrinkage(before, after);
        if (refused == null && shrunk != null) {
            if (acceptedBy == null || acceptedBy.isBlank()) {
                refused = shrunk + ": refused until a named person accepts it";
            } else {
                shrunk = acceptedBy.strip() + " accepts that " + shrunk;
            }
        }
        if (refused != null) {
            return new Outcome(Status.REFUSED, refused, come, answer.bytes());
        }
        new Retrieval(now, address.url().toString(), come.digest()).write(staged);
        Validators.write(staged, address.url(), come.digest(), answer.headers());
        if (same) {
            Files.delete(staged);
        } else {
            move(staged, place);
        }
        // After the list: what stands beside it names its digest, so that a stop in between is noticed.
        try (Stream<Path> beside = Files.list(staging)) {
            for (Path one : beside.toList()) {
                move(one, to.resolve(one.getFileName()));
            }
        }
        return same
                ? new Outcome(Status.UNCHANGED, "the same bytes came", come, answer.bytes())
                : new Outcome(Status.REPLACED, shrunk, come, answer.bytes());
    }

    /** What is wrong with an answer before it is read, or null. */
    private static @Nullable String fault(Download.Answer answer) {
        HttpHeaders headers = answer.headers();
        String type = headers.firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            return "a page came (" + type + ") and not a list";
        }
        String packed = headers.firstValue("content-encoding").orElse("identity");
        if (!packed.equalsIgnoreCase("identity")) {
            return "it came packed as " + packed + ", which was not asked for";
        }
        return answer.bytes() == 0 ? "an empty file came" : null;
    }

    /** What is wrong with an edition in the place of an old one, if there is one, or null. */
    private static @Nullable String fault(PartyList.Edition come, PartyList.@Nullable Edition old) {
        LocalDate day = come.publishedOn();
        if (day == null) {
            return null;
        }
        // A day to come would make every later edition an older one. Somewhere it is tomorrow already.
        if (day.isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(1))) {
            return "it says that it was published on " + day + ", which is to come";
        }
        LocalDate oldDay = old == null ? null : old.publishedOn();
        return oldDay != null && day.isBefore(oldDay)
                ? "it was published on " + day + ", the file that is there on " + oldDay
                : null;
    }

    private static @Nullable String shrinkage(PartyList before, PartyList after) {
        List<Shrinkage> shrunk = Shrinkage.between(before, after);
        return shrunk.isEmpty()
                ? null
                : shrunk.stream().map(Shrinkage::toString).collect(Collectors.joining("; "));
    }

    private static void move(Path from, Path into) throws IOException {
        Files.move(from, into, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static String json(ListAddress address, Outcome outcome) throws IOException {
        PartyList.Edition edition = outcome.edition();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("list", address.list());
            json.writeStringField("url", address.url().toString());
            json.writeStringField("status", outcome.status().name().toLowerCase(Locale.ROOT));
            json.writeStringField("reason", outcome.reason());
            json.writeFieldName("records");
            if (edition == null) {
                json.writeNull();
            } else {
                json.writeNumber(edition.recordCount());
            }
            json.writeStringField(
                    "publishedOn",
                    edition == null || edition.publishedOn() == null
                            ? null
                            : edition.publishedOn().toString());
            json.writeStringField(
                    "digest", edition == null ? null : edition.digest().hex());
            json.writeNumberField("bytes", outcome.bytes());
            json.writeEndObject();
        }
        return text.toString();
    }
}
