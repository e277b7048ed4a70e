package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.cli.CommandLineTest.Run;
import io.highfence.list.ListTerms;
import io.highfence.list.Retrieval;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching from a server on this computer that does what servers do, and must never cost a good file. */
class ListsFetchTest {
    private static final byte[] GOOD = un("2024-03-02", 20);

    @TempDir
    Path folder;

    private HttpServer server;
    private ExecutorService threads;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** The list of the United Nations with one name under several numbers. */
    private static byte[] un(String day, int records) {
        StringBuilder text = new StringBuilder("<CONSOLIDATED_LIST dateGenerated=\"" + day + "\"><ENTITIES>");
        for (int i = 1; i <= records; i++) {
            text.append("<ENTITY><DATAID>" + i
                    + "</DATAID><FIRST_NAME>Reconnaissance General Bureau</FIRST_NAME></ENTITY>");
        }
        return text.append("</ENTITIES></CONSOLIDATED_LIST>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            synchronized (asked) {
                asked.add(exchange.getRequestURI().getPath());
            }
            try (exchange) {
                handler.handle(exchange);
            } catch (Hangup e) {
                // The client has gone, as it should.
            }
        });
    }

    /** Marks what a handler throws on purpose, so that the server closes the connection. */
    private static final class Hangup extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private String sources(String... rows) throws IOException {
        return Files.writeString(
                        folder.resolve("sources.tsv"), "list\tformat\tfile\turl\n" + String.join("\n", rows) + "\n")
                .toString();
    }

    private Path lists() {
        return folder.resolve("lists");
    }

    private Run fetch(String sources, String... more) {
        List<String> args =
                new ArrayList<>(List.of("lists", "fetch", "--to", lists().toString(), "--sources", sources));
        args.addAll(Arrays.asList(more));
        return CommandLineTest.run(args.toArray(String[]::new));
    }

    private Run fetchUn(String url, String... more) throws IOException {
        return fetch(sources("un\tun-xml\tun.xml\t" + url), more);
    }

    private byte[] kept() throws IOException {
        return Files.readAllBytes(lists().resolve("un.xml"));
    }

    private void keep(byte[] bytes) throws IOException {
        Files.createDirectories(lists());
        Files.write(lists().resolve("un.xml"), bytes);
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(lists())) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What servers do. */
    enum Misbehaviour {
        CUT("failed", "bytes"),
        SLOW("failed", "longer than 1 seconds"),
        REDIRECT_LOOP("failed", "redirects more than 5 times"),
        WRONG_TYPE("refused", "a page came (text/html; charset=utf-8)"),
        OLD("refused", "it was published on 2024-03-01, the file that is there on 2024-03-02"),
        EMPTY("refused", "an empty file came"),
        SHRUNKEN("refused", "UN has 17 records after 20; at most 10 % may go"),
        FAULT_500("failed", "the server answered 500"),
        HUGE("failed", "more than 100000 bytes"),
        GARBAGE("refused", "un.xml:1:"),
        // Beyond the ten.
        SILENT("failed", "longer than 1 seconds"),
        ENDLESS_FAULT("failed", "the server answered 503"),
        CUT_WITHOUT_LENGTH("refused", "un.xml:1:"),
        NO_RECORD("refused", "un.xml: the file holds no listed party"),
        TO_COME("refused", "it was published on 9999-01-01, which is to come"),
        PACKED("refused", "it came packed as gzip"),
        NOT_MODIFIED_UNASKED("failed", "the server answered 304"),
        REDIRECT_AWAY("failed", "neither https nor http on this computer"),
        REDIRECT_SCHEME("failed", "which is not http"),
        REDIRECT_NOWHERE("failed", "redirects to nowhere");

        private final String status;
        private final String reason;

        Misbehaviour(String status, String reason) {
            this.status = status;
            this.reason = reason;
        }
    }

    private void answer(HttpExchange exchange, Misbehaviour how) throws IOException {
        byte[] newer = un("2024-03-03", 21);
        switch (how) {
            case CUT -> {
                exchange.sendResponseHeaders(200, newer.length);
                exchange.getResponseBody().write(newer, 0, newer.length / 2);
                exchange.getResponseBody().flush();
                throw new Hangup();
            }
            case SLOW -> {
                exchange.sendResponseHeaders(200, newer.length);
                for (int i = 0; i < newer.length && !waited(50); i++) {
                    exchange.getResponseBody().write(newer[i]);
                    exchange.getResponseBody().flush();
                }
                throw new Hangup();
            }
            case SILENT -> waited(10_000);
            case REDIRECT_LOOP -> redirect(exchange, "/list");
            case REDIRECT_AWAY -> redirect(exchange, "http://192.0.2.1/list");
            case REDIRECT_SCHEME -> redirect(exchange, "https://localhost/list");
            case REDIRECT_NOWHERE -> redirect(exchange, "");
            case WRONG_TYPE -> send(exchange, 200, "text/html; charset=utf-8", newer);
            case OLD -> send(exchange, 200, "text/xml", un("2024-03-01", 21));
            case EMPTY -> send(exchange, 200, "text/xml", new byte[0]);
            case SHRUNKEN -> send(exchange, 200, "text/xml", un("2024-03-03", 17));
            case FAULT_500 -> send(exchange, 500, "text/xml", newer);
            case HUGE -> endless(exchange, 200);
            case ENDLESS_FAULT -> endless(exchange, 503);
            case GARBAGE -> {
                byte[] bytes = new byte[5000];
                new Random(8).nextBytes(bytes);
                send(exchange, 200, "text/xml", bytes);
            }
            case CUT_WITHOUT_LENGTH -> send(exchange, 200, "text/xml", Arrays.copyOf(newer, newer.length / 2));
            case NO_RECORD -> send(exchange, 200, "text/xml", un("2024-03-03", 0));
            case TO_COME -> send(exchange, 200, "text/xml", un("9999-01-01", 21));
            case PACKED -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                send(exchange, 200, "text/xml", newer);
            }
            case NOT_MODIFIED_UNASKED -> exchange.sendResponseHeaders(304, -1);
        }
    }

    private static void redirect(HttpExchange exchange, String where) throws IOException {
        if (!where.isEmpty()) {
            exchange.getResponseHeaders().set("Location", where);
        }
        exchange.sendResponseHeaders(302, -1);
    }

    private void endless(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        OutputStream body = exchange.getResponseBody();
        byte[] some = new byte[10_000];
        while (!waited(0)) {
            body.write(some);
        }
        throw new Hangup();
    }

    /** Waits; true if the test is over. */
    private boolean waited(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Misbehaviour.class)
    void aGoodFileOutlivesEveryMisbehaviour(Misbehaviour how) throws IOException {
        keep(GOOD);
        serve("/list", exchange -> answer(exchange, how));
        boolean late = how == Misbehaviour.SLOW || how == Misbehaviour.SILENT;
        Run run = fetchUn(url("/list"), "--timeout", late ? "1" : "60", "--max-bytes", "100000");
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.lines().size());
        Json.Value said = run.json(0);
        assertEquals(
                Set.of("list", "url", "status", "reason", "records", "publishedOn", "digest", "bytes"), said.keys());
        assertEquals(how.status, said.text("status"), run.out());
        assertTrue(said.text("reason").contains(how.reason), run.out());
        assertArrayEquals(GOOD, kept());
        assertEquals(Set.of("un.xml"), files(), "nothing is left beside it");
        assertFalse(run.out().contains(".part-"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void aRedirectLoopIsLeftAfterFive() throws IOException {
        serve("/list", exchange -> redirect(exchange, "/list"));
        fetchUn(url("/list"));
        assertEquals(6, asked.size());
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws IOException {
        keep(GOOD);
        String gone = url("/list");
        server.stop(0);
        Run run = fetchUn(gone);
        assertEquals(0, run.code(), run.err());
        assertEquals("failed", run.json(0).text("status"));
        assertArrayEquals(GOOD, kept());
    }

    @Test
    void aNewerListTakesThePlaceAndIsAskedForByItsVersionOnly() throws IOException, BadInput {
        byte[] newer = un("2024-03-03", 19);
        keep(GOOD);
        List<String> conditions = new ArrayList<>();
        serve("/list", exchange -> {
            String condition = exchange.getRequestHeaders().getFirst("If-None-Match") + " "
                    + exchange.getRequestHeaders().getFirst("If-Modified-Since");
            conditions.add(condition);
            if (condition.startsWith("\"v3\"")) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().set("ETag", "\"v3\"");
            exchange.getResponseHeaders().set("Last-Modified", "Sun, 03 Mar 2024 10:00:00 GMT");
            send(exchange, 200, "text/xml", newer);
        });
        serve("/moved", exchange -> redirect(exchange, "/list"));

        Run first = fetchUn(url("/moved"));
        Json.Value said = first.json(0);
        assertEquals("replaced", said.text("status"), first.out());
        assertEquals("un", said.text("list"));
        assertEquals(url("/moved"), said.text("url"));
        assertEquals("19", said.text("records"));
        assertEquals("2024-03-03", said.text("publishedOn"));
        assertEquals(Digest.of(newer).hex(), said.text("digest"));
        assertEquals(String.valueOf(newer.length), said.text("bytes"));
        assertArrayEquals(newer, kept());
        assertEquals(Set.of("un.xml", "un.xml.retrieved", "un.xml.validators"), files());
        Retrieval retrieval = Retrieval.read(lists().resolve("un.xml"));
        assertNotNull(retrieval);
        assertEquals(url("/moved"), retrieval.source());
        assertEquals(Digest.of(newer), retrieval.digest());
        Run info = CommandLineTest.run("lists", "info", "--list", "un-xml:" + lists().resolve("un.xml"));
        assertTrue(info.out().contains("\"retrievedAt\":\"" + retrieval.retrievedAt() + "\""), info.out());

        Run second = fetchUn(url("/moved"));
        assertEquals("unchanged", second.json(0).text("status"), second.out());
        assertEquals("0", second.json(0).text("bytes"));
        assertEquals("19", second.json(0).text("records"));
        assertEquals(List.of("null null", "\"v3\" Sun, 03 Mar 2024 10:00:00 GMT"), conditions);

        // Another list in its place is no longer the one that the server calls v3.
        keep(GOOD);
        assertEquals("replaced", fetchUn(url("/moved")).json(0).text("status"));
        assertEquals("null null", conditions.get(2));
        // Neither is the same list from another address.
        assertEquals("unchanged", fetchUn(url("/list")).json(0).text("status"));
        assertEquals("null null", conditions.get(3));
        assertArrayEquals(newer, kept());
    }

    @Test
    void damagedValidatorsCostADownloadOnly() throws IOException {
        serve("/list", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            send(exchange, 200, "text/xml", GOOD);
        });
        assertEquals("replaced", fetchUn(url("/list")).json(0).text("status"));
        Path validators = lists().resolve("un.xml.validators");
        String head = Files.readAllLines(validators).get(0);
        for (byte[] damaged : List.of(
                new byte[] {(byte) 0xff, 0},
                new byte[0],
                (head + "\netag\t\u0007\nnonsense\nhost\tx\n").getBytes(StandardCharsets.UTF_8))) {
            Files.write(validators, damaged);
            Run run = fetchUn(url("/list"));
            assertEquals("unchanged", run.json(0).text("status"), run.out());
            assertEquals("the same bytes came", run.json(0).text("reason"));
        }
        assertEquals(List.of(head, "etag\t\"v1\""), Files.readAllLines(validators));
    }

    @Test
    void oneListThatFailsCostsTheOtherNothing() throws IOException {
        keep(GOOD);
        serve("/bad", exchange -> send(exchange, 500, "text/plain", new byte[0]));
        serve(
                "/good",
                exchange -> send(exchange, 200, "text/csv", "id,name\n1,Huawei\n".getBytes(StandardCharsets.UTF_8)));
        String sources = sources("un\tun-xml\tun.xml\t" + url("/bad"), "own\tcustom-csv\town.csv\t" + url("/good"));
        Run run = fetch(sources);
        assertEquals(0, run.code(), run.err());
        assertEquals(2, run.lines().size());
        assertEquals("failed", run.json(0).text("status"));
        assertEquals("null", run.json(0).text("records"));
        assertEquals("replaced", run.json(1).text("status"));
        assertEquals("null", run.json(1).text("publishedOn"));
        assertEquals("null", run.json(1).text("reason"));
        assertArrayEquals(GOOD, kept());
        assertEquals(Set.of("un.xml", "own.csv", "own.csv.retrieved", "own.csv.validators"), files());
        Run one = fetch(sources, "own");
        assertEquals(1, one.lines().size());
        assertEquals("own", one.json(0).text("list"));
    }

    @Test
    void aPersonAcceptsAListThatShrank() throws IOException {
        keep(GOOD);
        byte[] half = un("2024-03-03", 10);
        serve("/list", exchange -> send(exchange, 200, "text/xml", half));
        String sources = sources("un\tun-xml\tun.xml\t" + url("/list"));
        Run refused = fetch(sources, "--accept-shrunk", " ");
        assertEquals("refused", refused.json(0).text("status"));
        assertEquals("10", refused.json(0).text("records"));
        assertArrayEquals(GOOD, kept());
        Run accepted = fetch(sources, "--accept-shrunk", "A. Person");
        assertEquals("replaced", accepted.json(0).text("status"), accepted.out());
        assertEquals(
                "A. Person accepts that UN has 10 records after 20; at most 10 % may go",
                accepted.json(0).text("reason"));
        assertArrayEquals(half, kept());
    }

    @Test
    void aFileThatCannotBeReadIsNotReplacedUnseen() throws IOException {
        byte[] broken = Arrays.copyOf(GOOD, GOOD.length / 2);
        keep(broken);
        serve("/list", exchange -> send(exchange, 200, "text/xml", GOOD));
        String sources = sources("un\tun-xml\tun.xml\t" + url("/list"));
        Run refused = fetch(sources);
        assertEquals("refused", refused.json(0).text("status"), refused.out());
        assertTrue(refused.json(0).text("reason").contains("the file that is there cannot be read"), refused.out());
        assertArrayEquals(broken, kept());
        assertEquals(
                "replaced",
                fetch(sources, "--accept-shrunk", "A. Person").json(0).text("status"));
        assertArrayEquals(GOOD, kept());
    }

    @Test
    void aFolderInThePlaceOfAListFails() throws IOException {
        Files.createDirectories(lists().resolve("un.xml"));
        serve("/list", exchange -> send(exchange, 200, "text/xml", GOOD));
        Run run = fetchUn(url("/list"));
        assertEquals(0, run.code());
        assertEquals("failed", run.json(0).text("status"), run.out());
        assertEquals(Set.of("un.xml"), files());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "list\tformat\tfile\turl",
                "list,format,file,url\nun,un-xml,un.xml,https://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml",
                "list\tformat\tfile\turl\nun\tnonsense\tun.xml\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tofac-sdn-csv\tsdn.csv\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\t../un.xml\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\t/etc/un.xml\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\t..\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml.retrieved\thttps://localhost/x",
                "list\tformat\tfile\turl\n--to\tun-xml\tun.xml\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml\thttp://192.0.2.1/x",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml\thttps://me:word@localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml\tfile:///etc/hosts",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml\tnot an address",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml\thttps://localhost/x\n"
                        + "un\tun-xml\tun2.xml\thttps://localhost/x",
                "list\tformat\tfile\turl\nun\tun-xml\tun.xml\thttps://localhost/x\n"
                        + "un2\tun-xml\tUN.xml\thttps://localhost/x"
            })
    void aBadSourcesFileIs65(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.tsv"), text);
        Run run = fetch(file.toString());
        assertEquals(65, run.code(), run.err());
        assertTrue(run.err().contains("bad.tsv:"), run.err());
        assertEquals("", run.out());
        assertFalse(Files.exists(lists()));
    }

    @Test
    void wrongUseAndMissingFilesHaveTheirCodes() throws IOException {
        assertEquals(64, CommandLineTest.run("lists", "fetch").code());
        String to = lists().toString();
        Run unknown = CommandLineTest.run("lists", "fetch", "--to", to, "nonsense");
        assertEquals(64, unknown.code());
        assertTrue(unknown.err().contains("csl, ofac-sdn, ofac-cons, uk, un"), unknown.err());
        for (String option : List.of("--max-bytes=0", "--max-bytes=x", "--timeout=0", "--timeout=99999999999999")) {
            assertEquals(
                    64,
                    CommandLineTest.run("lists", "fetch", "--to", to, option).code());
        }
        assertEquals(66, fetch(folder.resolve("nowhere.tsv").toString()).code());
        assertFalse(Files.exists(lists()));
        String file = Files.writeString(folder.resolve("file"), "").toString();
        assertEquals(
                66, CommandLineTest.run("lists", "fetch", "--to", file, "un").code());
    }

    @Test
    void theBundledAddressesAreThoseOfTheTerms() throws IOException, BadInput {
        List<ListAddress> all = ListAddress.bundled();
        assertEquals(
                List.of("csl", "ofac-sdn", "ofac-cons", "uk", "un"),
                all.stream().map(ListAddress::list).toList());
        assertTrue(all.stream().allMatch(address -> address.url().getScheme().equals("https")));
        assertEquals(ListTerms.of("EL").source(), all.get(0).url().toString());
        assertEquals(
                ListTerms.of("SDN").source().replace("SDN.CSV", "SDN_ADVANCED.XML"),
                all.get(1).url().toString());
        assertEquals(
                ListTerms.of("SSI").source().replace("CONS_PRIM.CSV", "CONS_ADVANCED.XML"),
                all.get(2).url().toString());
        assertEquals(ListTerms.of("UK").source(), all.get(3).url().toString());
        assertEquals(ListTerms.of("UN").source(), all.get(4).url().toString());
    }

    @Test
    void aByteThatIsNotUtf8HasItsPlace() {
        byte[] text = "list\tformat\tfile\turl\nun\tun-xml\t\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        BadInput bad = assertThrows(BadInput.class, () -> ListAddress.read(new ByteArrayInputStream(text), "s.tsv"));
        assertEquals(2, bad.line());
        assertEquals(3, bad.column());
    }
}
