package io.highfence.gate;

import io.highfence.ledger.Ledger;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A gate of a folder of its own, in which a test writes what it wants to see. */
final class Rig {
    /** The day of all tests; the rules were read through a later one. */
    static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");

    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Of one NVIDIA H100 SXM: 1,979 tera-operations of eight bits. */
    static final long H100_TPP = 1_979 * 8;

    static final String OK = tenant("ok", "Northern Lights Rendering", "CA", "CA", "CA");

    private static final String PASSWORD = "only-for-this-test";

    private final Path folder;
    private String lists = "\"demo\": true,";
    private String settings = "\"timeBudgetMillis\": 60000";
    private String tenants = OK;
    private String cap = "";
    private String ledger = "";
    private String webhook = "";
    private Clock clock = CLOCK;

    Rig(Path folder) {
        this.folder = folder;
    }

    /** A line of the file of tenants; a headquarters that is empty is not said. */
    static String tenant(String id, String name, String country, String hq, String parent) {
        return """
                {"id":"%s","kind":"cloudAccess","exporter":{"country":"US","hqCountry":"US","ultimateParentCountry":"US"},"shipFrom":"US",\
                "destination":"%s","endUse":"civil","parties":[{"role":"tenant","name":"%s","account":"%s","type":"organisation","country":"%s",\
                "hqCountry":"%s","ultimateParentCountry":"%s"},{"role":"owner","name":"none"}]}
                """.formatted(id, country, name, id, country, hq, parent);
    }

    Rig tenants(String... lines) {
        tenants = String.join("", lines);
        return this;
    }

    /** A cap in numbers of H100, and one unit of performance more or less. */
    Rig capOfH100(long count, long more) {
        cap = ", \"tenantCap\": {\"tpp\": " + (count * H100_TPP + more) + ", \"days\": 30}";
        return this;
    }

    Rig withoutDemo() {
        lists = "";
        return this;
    }

    /** A list of the caller's own in an index file, published on a day. */
    Rig list(String published, String... names) throws Exception {
        writeIndex(published, names);
        lists = "\"lists\": \"lists.index\",";
        return settings("\"requiredLists\": [\"CUSTOM\"], \"timeBudgetMillis\": 60000");
    }

    void writeIndex(String published, String... names) throws Exception {
        StringBuilder csv = new StringBuilder("id,name,type,countries\n");
        for (int i = 0; i < names.length; i++) {
            csv.append(i).append(',').append(names[i]).append(",entity,\n");
        }
        Path file = Files.writeString(folder.resolve("list.csv"), csv);
        PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + file + "@" + published))))
                .save(folder.resolve("lists.index"));
    }

    /** Keeps what is launched in a file. */
    Rig ledger() throws IOException {
        Ledger.create(folder.resolve("launches.ledger")).close();
        ledger = "\"ledger\": \"launches.ledger\",";
        return this;
    }

    Rig settings(String json) {
        settings = json;
        return this;
    }

    Rig clock(Clock value) {
        clock = value;
        return this;
    }

    /** Opens the HTTPS door, under a certificate that is made now and known to nobody else. */
    Rig webhook() throws IOException, InterruptedException {
        return webhook("");
    }

    Rig webhook(String more) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        makeKey(folder.resolve("gate.p12"));
        webhook =
                "\"webhook\": {\"host\": \"127.0.0.1\", \"port\": 0, \"keyStore\": \"gate.p12\", \"passwordFile\": \"password\""
                        + more + "},";
        return this;
    }

    static char[] password() {
        return PASSWORD.toCharArray();
    }

    static void makeKey(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "gate",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!keytool.waitFor(2, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    Path folder() {
        return folder;
    }

    Path tenantsFile() {
        return folder.resolve("tenants.jsonl");
    }

    Server start() throws Exception {
        Files.writeString(tenantsFile(), tenants);
        Files.writeString(folder.resolve("settings.json"), "{" + settings + cap + "}");
        Path config = Files.writeString(folder.resolve("gate.json"), """
                {%s %s %s
                 "settings": "settings.json", "tenants": "tenants.jsonl", "reloadSeconds": 1,
                 "envoy": {"host": "127.0.0.1", "port": 0},
                 "accelerators": [
                   {"name": "H100", "chip": "NVIDIA H100 SXM", "resource": "nvidia.com/gpu", "products": ["NVIDIA-H100-80GB-HBM3"]},
                   {"name": "A100", "chip": "NVIDIA A100", "resource": "nvidia.com/gpu", "products": ["NVIDIA-A100-SXM4-80GB"]},
                   {"name": "MI300X", "chip": "AMD MI300X", "resource": "amd.com/gpu"}],
                 "harmless": ["rdma/hca"],
                 "productLabels": ["nvidia.com/gpu.product", "cloud.google.com/gke-accelerator"],
                 "namespaces": {"team": "ok", "other": "other", "nobody": "nobody", "shared": "by-label"}}
                """.formatted(lists, ledger, webhook));
        Server server = new Server(GateConfig.read(config), clock, 4);
        server.start();
        return server;
    }
}
