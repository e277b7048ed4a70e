package io.highfence.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The results of one run: the JSON files that JMH wrote, which are refused if they are of different runs. */
final class JmhResults {
    /** The system property that the script marks a run with; JMH writes it down among the arguments of each result's JVM. */
    static final String RUN = "-Dhighfence.run=";

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String ALLOCATION_RATE = "gc.alloc.rate";

    private final List<Result> results;
    private final String run;

    /**
     * One line of JMH's table.
     *
     * @param name class and method, without the package
     * @param params the parameters
     * @param threads how many threads measured
     * @param score the mean
     * @param error half the width of JMH's interval of 99.9 %; NaN where there were too few iterations
     * @param unit of both
     * @param counters the secondary results
     * @param forks how many JVMs measured
     * @param iterations how many iterations each of them had
     * @param platform JMH and JVM, of which there must be one
     * @param run the mark of the run; empty if there is none
     */
    record Result(
            String name,
            Map<String, String> params,
            int threads,
            double score,
            double error,
            String unit,
            Map<String, Double> counters,
            int forks,
            int iterations,
            String platform,
            String run) {
        /** Bytes an operation; null if nobody counted them. JMH leaves the line out where nothing at all was allocated. */
        Double bytes() {
            Double rate = counters.get(ALLOCATION_RATE);
            if (rate == null) {
                return null;
            }
            if (rate.isNaN()) {
                throw new IllegalArgumentException(name + " " + params + ": the JVM does not count allocations");
            }
            return counters.getOrDefault(ALLOCATED, 0.0);
        }
    }

    private JmhResults(List<Result> results, String run) {
        this.results = results;
        this.run = run;
    }

    /**
     * Reads the files of one run.
     *
     * @throws IllegalArgumentException if they are not of one run, or say one thing twice
     */
    static JmhResults read(List<Path> files) throws IOException {
        List<Result> results = new ArrayList<>();
        for (Path file : files) {
            try (JsonParser json = new JsonFactory().createParser(file.toFile())) {
                json.nextToken();
                for (Object result : (List<?>) value(json)) {
                    results.add(result((Map<?, ?>) result));
                }
            }
        }
        if (results.isEmpty()) {
            throw new IllegalArgumentException("There are no results");
        }
        Result first = results.get(0);
        Set<List<Object>> seen = new HashSet<>();
        for (Result result : results) {
            if (result.run.isEmpty() || !result.run.equals(first.run) || !result.platform.equals(first.platform)) {
                throw new IllegalArgumentException("Results of different runs cannot be compared: " + first.name
                        + " is of run '"
                        + first.run + "' on " + first.platform + ", " + result.name + " of run '" + result.run + "' on "
                        + result.platform);
            }
            if (!seen.add(List.of(result.name, result.params, result.threads))) {
                throw new IllegalArgumentException(result.name + " " + result.params + " was measured twice");
            }
        }
        return new JmhResults(List.copyOf(results), first.run);
    }

    private static Result result(Map<?, ?> json) {
        Map<?, ?> primary = (Map<?, ?>) json.get("primaryMetric");
        Map<String, String> params = new LinkedHashMap<>();
        if (json.get("params") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> params.put(text(name), text(value)));
        }
        Map<String, Double> counters = new LinkedHashMap<>();
        ((Map<?, ?>) json.get("secondaryMetrics"))
                .forEach((name, metric) -> counters.put(text(name), number(((Map<?, ?>) metric).get("score"))));
        String run = ((List<?>) json.get("jvmArgs"))
                .stream()
                        .map(JmhResults::text)
                        .filter(argument -> argument.startsWith(RUN))
                        .map(argument -> argument.substring(RUN.length()))
                        .findFirst()
                        .orElse("");
        String name = text(json.get("benchmark"));
        int method = name.lastIndexOf('.');
        return new Result(
                name.substring(name.lastIndexOf('.', method - 1) + 1),
                Map.copyOf(params),
                (int) number(json.get("threads")),
                number(primary.get("score")),
                number(primary.get("scoreError")),
                text(primary.get("scoreUnit")),
                Map.copyOf(counters),
                (int) number(json.get("forks")),
                (int) number(json.get("measurementIterations")),
                "JMH " + text(json.get("jmhVersion")) + ", " + text(json.get("vmName")) + " "
                        + text(json.get("vmVersion")),
                run);
    }

    private static String text(Object value) {
        return Objects.requireNonNull(value, "JMH's JSON lacks a field").toString();
    }

    /** A number; JMH writes {@code "NaN"} as text. */
    private static double number(Object value) {
        return Double.parseDouble(text(value));
    }

    /** The value that the parser stands on: a map, a list, or a text for everything else. */
    private static Object value(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> object = new LinkedHashMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                object.put(name, value(json));
            }
            return object;
        }
        if (json.currentToken() == JsonToken.START_ARRAY) {
            List<Object> array = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(json));
            }
            return array;
        }
        return json.getText();
    }

    /** The mark of the run. */
    String run() {
        return run;
    }

    /** JMH and JVM. */
    String platform() {
        return results.get(0).platform;
    }

    /** The results of a method with so many threads, in the order in which they were measured. */
    List<Result> of(String name, int threads) {
        return results.stream()
                .filter(result -> result.name.equals(name) && result.threads == threads)
                .toList();
    }

    /** The results of every method of a class. */
    List<Result> ofClass(String name) {
        return results.stream()
                .filter(result -> result.name.startsWith(name + "."))
                .toList();
    }

    /**
     * The result of one rival.
     *
     * @throws IllegalArgumentException if it is not there: without it nothing can be compared
     */
    static Result of(List<Result> results, Rival rival) {
        return results.stream()
                .filter(result -> rival.name().equals(result.params.get("rival")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The run has no result of " + rival + " among "
                        + results.stream().map(Result::name).distinct().toList()));
    }
}
