package io.highfence.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers reviews of {@code admission.k8s.io/v1} about pods.
 *
 * <p>A pod that is created, or becomes larger, is a launch. Whatever else happens to a pod is let by, and tells whether its launch came
 * to run.
 */
final class KubernetesGate {
    /** The label by which a pod names its tenant. */
    static final String TENANT = "highfence.io/tenant";

    private static final String VERSION = "admission.k8s.io/v1";
    private static final String KIND = "AdmissionReview";
    private static final Pattern UID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");
    private static final int MAX_DEPTH = 100;
    private static final int LONGEST_WARNING = 250;
    private static final int LONGEST_ANNOTATION = 4_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Gate gate;
    private final Accelerators accelerators;
    private final GateConfig config;

    KubernetesGate(Gate gate, Accelerators accelerators, GateConfig config) {
        this.gate = gate;
        this.accelerators = accelerators;
        this.config = config;
    }

    /** What is no review, so that no review can answer it. */
    static final class NoReview extends Exception {
        private static final long serialVersionUID = 1L;

        NoReview(String why) {
            super(why);
        }
    }

    /**
     * Answers a review.
     *
     * @param body the review as JSON
     * @return the review with its response, as JSON
     * @throws NoReview if it is none; whoever asked must take that for a refusal
     */
    String review(byte[] body) throws NoReview {
        JsonNode review = read(body);
        JsonNode request = review.path("request");
        String uid = request.path("uid").asText();
        if (!review.path("apiVersion").asText().equals(VERSION)
                || !review.path("kind").asText().equals(KIND)) {
            throw new NoReview("This is no " + KIND + " of " + VERSION + ".");
        }
        if (!UID.matcher(uid).matches()) {
            throw new NoReview("The review has no request.uid that is one.");
        }
        Answer answer = answer(request, uid);
        ObjectNode reply = JSON.createObjectNode().put("apiVersion", VERSION).put("kind", KIND);
        response(reply.putObject("response").put("uid", uid), answer);
        return reply.toString();
    }

    private static JsonNode read(byte[] body) throws NoReview {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new NoReview("This is not JSON"
                    + (at == null ? "." : ": line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        } catch (IOException e) {
            throw new NoReview("This cannot be read.");
        }
    }

    /** The answer; null where there is nothing to answer but yes. */
    private @Nullable Answer answer(JsonNode request, String uid) {
        String operation = request.path("operation").asText();
        JsonNode pod = request.path("object");
        JsonNode before = request.path("oldObject");
        boolean dryRun = request.path("dryRun").asBoolean();
        String podUid = (operation.equals("DELETE") ? before : pod)
                .path("metadata")
                .path("uid")
                .asText();
        String id = "k8s/" + (UID.matcher(podUid).matches() ? podUid : uid);
        switch (operation) {
            case "DELETE" -> {
                if (!dryRun && isLast(request, before) && !Pods.ran(before)) {
                    gate.failed(id);
                }
                return null;
            }
            case "CREATE", "UPDATE" -> {
                if (!isPod(request)) {
                    return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "ONLY_PODS_ARE_JUDGED");
                }
                if (request.path("subResource").asText().equals("status")) {
                    if (!dryRun) {
                        tell(id, pod);
                    }
                    return null;
                }
                boolean creates = operation.equals("CREATE");
                try {
                    return launch(request, id, pod, creates ? JSON.missingNode() : before, creates, dryRun);
                } catch (Pods.Unreadable | ArithmeticException e) {
                    return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "POD_NOT_UNDERSTOOD: " + e.getMessage());
                }
            }
            default -> {
                return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "OPERATION_NOT_KNOWN");
            }
        }
    }

    private static boolean isPod(JsonNode request) {
        JsonNode resource = request.path("resource");
        return resource.path("group").asText().isEmpty()
                && resource.path("version").asText().equals("v1")
                && resource.path("resource").asText().equals("pods");
    }

    /** Whether nothing of the pod goes on after this deletion: it is on no node, or its node has let it go. */
    private static boolean isLast(JsonNode request, JsonNode pod) {
        JsonNode grace = request.path("options").path("gracePeriodSeconds");
        return pod.path("spec").path("nodeName").asText().isEmpty() || (grace.isNumber() && grace.asInt() == 0);
    }

    /** Takes from the status of a pod whether its launch came to run. */
    private void tell(String id, JsonNode pod) {
        if (Pods.ran(pod)) {
            gate.running(id);
        } else if (pod.path("status").path("phase").asText().equals("Failed")) {
            gate.failed(id);
        }
    }

    private @Nullable Answer launch(
            JsonNode request, String id, JsonNode pod, JsonNode before, boolean creates, boolean dryRun)
            throws Pods.Unreadable {
        JsonNode claims = pod.path("spec").path("resourceClaims");
        if (!claims.isEmpty() && !claims.equals(before.path("spec").path("resourceClaims"))) {
            return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "RESOURCE_CLAIMS_ARE_NOT_COUNTED");
        }
        String product = product(pod);
        Map<String, Long> held =
                before.isMissingNode() || !product.equals(product(before)) ? Map.of() : Pods.resources(before);
        List<Launch.Ask> asks = new ArrayList<>();
        for (Map.Entry<String, Long> asked : Pods.resources(pod).entrySet()) {
            long more = asked.getValue() - held.getOrDefault(asked.getKey(), 0L);
            if (more <= 0 || accelerators.isHarmless(asked.getKey())) {
                continue;
            }
            Accelerators.Accelerator accelerator = accelerators.of(asked.getKey(), product.isEmpty() ? null : product);
            if (accelerator == null) {
                return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "ACCELERATOR_UNKNOWN");
            }
            String line =
                    creates ? Launch.line(asks.size() + 1) : "raised to " + asked.getValue() + " " + accelerator.name();
            asks.add(new Launch.Ask(line, accelerator, more));
        }
        if (asks.isEmpty()) {
            return null;
        }
        String tenant = tenant(request, pod);
        if (tenant == null) {
            return Answer.refused(Answer.Code.UNKNOWN_TENANT, id, "TENANT_MISSING");
        }
        Launch.Moment moment = dryRun ? Launch.Moment.DRY_RUN : creates ? Launch.Moment.LATER : Launch.Moment.AT_ONCE;
        return gate.decide(new Launch(id, true, tenant, asks, moment));
    }

    /** The product of the nodes that the pod selects; empty if it selects none. */
    private String product(JsonNode pod) throws Pods.Unreadable {
        JsonNode selector = pod.path("spec").path("nodeSelector");
        String product = "";
        for (String label : config.productLabels()) {
            String selected = selector.path(label).asText();
            if (!selected.isEmpty() && !product.isEmpty() && !selected.equals(product)) {
                throw new Pods.Unreadable("nodeSelector selects two products");
            }
            product = selected.isEmpty() ? product : selected;
        }
        return product;
    }

    /** Whose pod it is: the tenant of its namespace, which a label may repeat and not contradict; null if that is not said. */
    private @Nullable String tenant(JsonNode request, JsonNode pod) {
        String bound = config.namespaces().get(request.path("namespace").asText());
        String label = pod.path("metadata").path("labels").path(TENANT).asText();
        if (bound == null) {
            return null;
        }
        if (bound.equals(GateConfig.BY_LABEL)) {
            return label.isEmpty() ? null : label;
        }
        return label.isEmpty() || label.equals(bound) ? bound : null;
    }

    private static void response(ObjectNode response, @Nullable Answer answer) {
        response.put("allowed", answer == null || answer.isAllowed());
        if (answer == null) {
            return;
        }
        if (!answer.isAllowed()) {
            response.putObject("status")
                    .put("status", "Failure")
                    .put("code", answer.code().status())
                    .put("reason", reason(answer.code()))
                    .put("message", Words.line(answer));
        } else if (answer.room() != null) {
            String warning = Words.line(answer);
            response.putArray("warnings")
                    .add(warning.length() <= LONGEST_WARNING ? warning : warning.substring(0, LONGEST_WARNING));
        }
        ObjectNode annotations = response.putObject("auditAnnotations")
                .put("verdict", answer.verdict().name())
                .put("code", answer.code().word())
                .put("launch", answer.launch());
        if (!answer.reasons().isEmpty()) {
            annotations.put("reasons", Words.reasons(answer, LONGEST_ANNOTATION));
        }
        if (answer.basis() != null) {
            annotations.put("basis", answer.basisWord());
        }
        if (answer.stamp() != null) {
            annotations.put("stamp", answer.stamp());
        }
        Answer.Room room = answer.room();
        if (room != null) {
            annotations.put("cap", room.cap()).put("remaining", room.free());
        }
    }

    /** The reason of a {@code metav1.Status} that belongs to the status in HTTP. */
    private static String reason(Answer.Code code) {
        return switch (code.status()) {
            case 400 -> "BadRequest";
            case 409 -> "Conflict";
            case 429 -> "TooManyRequests";
            case 503 -> "ServiceUnavailable";
            default -> "Forbidden";
        };
    }
}
