package io.highfence.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a pod asks for: extended resources, by the rules by which Kubernetes schedules them. */
final class Pods {
    private static final Pattern QUANTITY =
            Pattern.compile("([0-9]{1,20}(?:\\.[0-9]{1,20})?)(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+]?[0-9]{1,2})?");
    private static final String DECIMAL_UNITS = "kMGTPE";
    private static final String BINARY_UNITS = "KMGTPE";

    private Pods() {}

    /** A pod that does not say what it asks for in the way that Kubernetes does. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    /**
     * How many of each extended resource a pod holds at its height: what its containers hold together, or one of the containers
     * that run before them, if that is more.
     *
     * @param pod the pod, or a missing node for none
     * @return the resources that are asked for and their numbers, above zero
     */
    static Map<String, Long> resources(JsonNode pod) throws Unreadable {
        JsonNode spec = pod.path("spec");
        Map<String, Long> beside = new HashMap<>();
        Map<String, Long> height = new TreeMap<>();
        for (JsonNode container : array(spec, "initContainers")) {
            Map<String, Long> asked = asked(container);
            if (container.path("restartPolicy").asText().equals("Always")) {
                // It starts before the others and goes on beside them.
                asked.forEach((name, count) -> beside.merge(name, count, Math::addExact));
                beside.forEach((name, count) -> height.merge(name, count, Math::max));
            } else {
                asked.forEach((name, count) ->
                        height.merge(name, Math.addExact(count, beside.getOrDefault(name, 0L)), Math::max));
            }
        }
        for (JsonNode container : array(spec, "containers")) {
            asked(container).forEach((name, count) -> beside.merge(name, count, Math::addExact));
        }
        beside.forEach((name, count) -> height.merge(name, count, Math::max));
        asked(spec).forEach((name, count) -> height.merge(name, count, Math::max));
        height.values().removeIf(count -> count == 0);
        return height;
    }

    /** What one container asks for; where limit and request differ, the larger. */
    private static Map<String, Long> asked(JsonNode container) throws Unreadable {
        JsonNode resources = object(container, "resources");
        Map<String, Long> asked = new HashMap<>();
        for (String kind : new String[] {"requests", "limits"}) {
            for (Map.Entry<String, JsonNode> one : object(resources, kind).properties()) {
                if (isExtended(one.getKey())) {
                    asked.merge(one.getKey(), count(one.getValue()), Math::max);
                }
            }
        }
        return asked;
    }

    /** Whether a resource is none of Kubernetes' own. */
    private static boolean isExtended(String name) {
        int slash = name.indexOf('/');
        return slash >= 0
                && !name.startsWith("requests.")
                && !name.substring(0, slash).equals("kubernetes.io")
                && !name.substring(0, slash).endsWith(".kubernetes.io");
    }

    /** A whole number as Kubernetes writes one: {@code 8}, {@code "8"}, {@code "1k"}, {@code "8000m"}. */
    static long count(JsonNode value) throws Unreadable {
        Matcher quantity = QUANTITY.matcher(value.isTextual() || value.isNumber() ? value.asText() : "");
        if (!quantity.matches()) {
            throw new Unreadable("a number of accelerators must be whole");
        }
        try {
            BigDecimal count = new BigDecimal(quantity.group(1)).multiply(unit(quantity.group(2)));
            long whole = count.longValueExact();
            if (whole <= Launch.MOST) {
                return whole;
            }
        } catch (ArithmeticException e) {
            throw new Unreadable("a number of accelerators must be whole");
        }
        throw new Unreadable("there must not be more than " + Launch.MOST + " accelerators");
    }

    private static BigDecimal unit(@Nullable String unit) {
        if (unit == null) {
            return BigDecimal.ONE;
        }
        if (unit.equals("m")) {
            return BigDecimal.ONE.movePointLeft(3);
        }
        if (unit.endsWith("i")) {
            return BigDecimal.valueOf(1024).pow(BINARY_UNITS.indexOf(unit.charAt(0)) + 1);
        }
        boolean exponent = unit.length() > 1;
        int power = exponent
                ? Integer.parseInt(unit.substring(1).replace("+", ""))
                : 3 * (DECIMAL_UNITS.indexOf(unit.charAt(0)) + 1);
        return BigDecimal.ONE.movePointRight(power);
    }

    /** Whether a container of the pod ever ran. */
    static boolean ran(JsonNode pod) {
        JsonNode status = pod.path("status");
        for (String kind : new String[] {"containerStatuses", "initContainerStatuses"}) {
            for (JsonNode container : status.path(kind)) {
                if (!container.path("containerID").asText().isEmpty()) {
                    return true;
                }
            }
        }
        String phase = status.path("phase").asText();
        return phase.equals("Running") || phase.equals("Succeeded");
    }

    private static JsonNode array(JsonNode parent, String name) throws Unreadable {
        JsonNode found = parent.path(name);
        if (!found.isMissingNode() && !found.isNull() && !found.isArray()) {
            throw new Unreadable(name + " must be an array");
        }
        return found;
    }

    private static JsonNode object(JsonNode parent, String name) throws Unreadable {
        JsonNode found = parent.path(name);
        if (!found.isMissingNode() && !found.isNull() && !found.isObject()) {
            throw new Unreadable(name + " must be an object");
        }
        return found;
    }
}
