package io.highfence.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.Objects;

/** A review as the server of Kubernetes posts it, of which a test changes what it is about. */
final class Review {
    static final JsonMapper JSON = new JsonMapper();

    final ObjectNode whole;
    final ObjectNode request;
    ObjectNode pod;

    private Review() throws Exception {
        try (InputStream in = Objects.requireNonNull(Review.class.getResourceAsStream("create.json"))) {
            whole = (ObjectNode) JSON.readTree(in);
        }
        request = (ObjectNode) whole.get("request");
        pod = (ObjectNode) request.get("object");
    }

    /** A pod that is created and asks for some H100. */
    static Review create(String podUid, Object gpus) throws Exception {
        return new Review().uid(podUid).gpus(gpus);
    }

    Review uid(String podUid) {
        ((ObjectNode) pod.get("metadata")).put("uid", podUid);
        return this;
    }

    Review gpus(Object count) {
        ObjectNode resources = (ObjectNode) pod.at("/spec/containers/0/resources");
        ((ObjectNode) resources.get("limits")).putPOJO("nvidia.com/gpu", JSON.valueToTree(count));
        ((ObjectNode) resources.get("requests")).putPOJO("nvidia.com/gpu", JSON.valueToTree(count));
        return this;
    }

    Review namespace(String name) {
        request.put("namespace", name);
        return this;
    }

    Review label(String tenant) {
        ((ObjectNode) pod.at("/metadata/labels")).put(KubernetesGate.TENANT, tenant);
        return this;
    }

    Review product(String product) {
        ((ObjectNode) pod.at("/spec/nodeSelector")).put("nvidia.com/gpu.product", product);
        return this;
    }

    Review dryRun() {
        request.put("dryRun", true);
        return this;
    }

    Review phase(String phase) {
        ((ObjectNode) pod.get("status")).put("phase", phase);
        return this;
    }

    /** The same pod with another number of accelerators, as an update of the one that this review created. */
    Review update(String subResource, Object gpus) throws Exception {
        Review update = new Review();
        update.request
                .put("operation", "UPDATE")
                .put("subResource", subResource)
                .put("namespace", request.get("namespace").asText());
        update.request.set("oldObject", pod.deepCopy());
        update.request.set("object", pod.deepCopy());
        update.pod = (ObjectNode) update.request.get("object");
        return update.gpus(gpus);
    }

    /** The deletion of the pod. */
    Review delete(int graceSeconds) throws Exception {
        Review delete = new Review();
        delete.request.put("operation", "DELETE");
        delete.request.set("oldObject", pod.deepCopy());
        delete.request.putNull("object");
        delete.pod = (ObjectNode) delete.request.get("oldObject");
        ((ObjectNode) delete.pod.get("spec")).put("nodeName", "node-1");
        delete.request.putObject("options").put("kind", "DeleteOptions").put("gracePeriodSeconds", graceSeconds);
        return delete;
    }

    @Override
    public String toString() {
        return whole.toString();
    }

    static boolean isAllowed(JsonNode reply) {
        return reply.at("/response/allowed").asBoolean();
    }
}
