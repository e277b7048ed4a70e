package io.highfence.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings file of the gate. Paths in it are seen from its folder.
 *
 * @param lists an index that {@code highfence lists build} wrote; null for the bundled sample, under which nothing is allowed
 * @param demo whether the bundled sample may lead to an allowance, which only a demonstration wants
 * @param settings the settings of the screener, as {@code highfence decide --settings} reads them, with the cap of tenants; null for the defaults
 * @param tenants the tenants as JSON Lines: each an order of kind cloudAccess without items, whose id is the tenant's and the
 *     account of its party
 * @param ledger the ledger of what was launched, as {@code highfence ledger create} makes it; null for one that is gone with the process
 * @param accelerators what there is to launch
 * @param harmless extended resources of Kubernetes that are no accelerators; any other that is not known is refused
 * @param productLabels labels of nodes by which a pod selects a product
 * @param namespaces whose a namespace is: the id of a tenant, or {@link #BY_LABEL}
 * @param reloadSeconds how often the files of lists and tenants are looked at
 * @param envoy where Envoy asks; null if it does not
 * @param webhook where Kubernetes asks; null if it does not
 */
record GateConfig(
        @Nullable Path lists,
        boolean demo,
        @Nullable Path settings,
        @JsonProperty(required = true) Path tenants,
        @Nullable Path ledger,
        @JsonProperty(required = true) List<Accelerator> accelerators,
        Set<String> harmless,
        List<String> productLabels,
        Map<String, String> namespaces,
        int reloadSeconds,
        @Nullable Address envoy,
        @Nullable Webhook webhook) {
    /** Stands for the label of the pod, in a namespace where nobody but the provider writes labels. */
    static final String BY_LABEL = "by-label";

    private static final int RELOAD_SECONDS = 5;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * One kind of accelerator.
     *
     * @param name what a launch through Envoy calls it
     * @param chip its name in the catalogue of chips
     * @param eccn its ECCN, which only a chip below the paragraphs of advanced computing needs; null otherwise
     * @param resource the resource of Kubernetes that counts it
     * @param products values of the product labels of nodes that have it; empty if all nodes with that resource do
     */
    record Accelerator(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String chip,
            @Nullable String eccn,
            @JsonProperty(required = true) String resource,
            List<String> products) {
        Accelerator {
            products = products == null ? List.of() : List.copyOf(products);
        }
    }

    /** A host and a port; the port 0 takes a free one. */
    record Address(
            @JsonProperty(required = true) String host,
            @JsonProperty(required = true) int port) {}

    /**
     * Where Kubernetes asks.
     *
     * @param host the address to listen at
     * @param port the port; 0 takes a free one
     * @param keyStore the key and certificate, PKCS 12
     * @param passwordFile a file with the password of the stores
     * @param clients certificates of those who may ask, PKCS 12; null if the network alone keeps others out
     */
    record Webhook(
            @JsonProperty(required = true) String host,
            @JsonProperty(required = true) int port,
            @JsonProperty(required = true) Path keyStore,
            @JsonProperty(required = true) Path passwordFile,
            @Nullable Path clients) {}

    GateConfig {
        accelerators = List.copyOf(accelerators);
        if (accelerators.isEmpty()) {
            throw new IllegalArgumentException("accelerators must not be empty");
        }
        harmless = harmless == null ? Set.of() : Set.copyOf(harmless);
        productLabels = productLabels == null ? List.of() : List.copyOf(productLabels);
        namespaces = namespaces == null ? Map.of() : Map.copyOf(namespaces);
        reloadSeconds = reloadSeconds == 0 ? RELOAD_SECONDS : reloadSeconds;
        if (reloadSeconds < 0) {
            throw new IllegalArgumentException("reloadSeconds must not be negative");
        }
    }

    /** Reads a settings file; what it does not know is a fault. */
    static GateConfig read(Path file) throws IOException, BadInput {
        try {
            GateConfig read = JSON.readValue(Files.readAllBytes(file), GateConfig.class);
            return read.seenFrom(file.toAbsolutePath().getParent());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new BadInput(
                    file.toString(),
                    at == null ? 0 : at.getLineNr(),
                    at == null ? 0 : at.getColumnNr(),
                    e.getOriginalMessage(),
                    e);
        }
    }

    private GateConfig seenFrom(Path folder) {
        return new GateConfig(
                resolve(folder, lists),
                demo,
                resolve(folder, settings),
                folder.resolve(tenants),
                resolve(folder, ledger),
                accelerators,
                harmless,
                productLabels,
                namespaces,
                reloadSeconds,
                envoy,
                webhook == null
                        ? null
                        : new Webhook(
                                webhook.host(),
                                webhook.port(),
                                folder.resolve(webhook.keyStore()),
                                folder.resolve(webhook.passwordFile()),
                                resolve(folder, webhook.clients())));
    }

    private static @Nullable Path resolve(Path folder, @Nullable Path path) {
        return path == null ? null : folder.resolve(path);
    }
}
