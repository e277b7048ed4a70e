package io.highfence.gate;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Starts the gate: {@code java -jar compute-gate.jar gate.json}. */
public final class Main {
    private Main() {}

    /**
     * Starts the gate, and ends with the process.
     *
     * @param args the settings file
     * @throws IOException if a file cannot be read or a port not be taken
     * @throws InterruptedException if somebody interrupts it
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1) {
            System.err.println("Give the settings file of the gate.");
            System.exit(64);
        }
        boundRequests();
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        try (Server server = new Server(GateConfig.read(Path.of(args[0])), Clock.systemUTC(), threads)) {
            server.warmUp();
            server.start();
            Thread.currentThread().join();
        } catch (BadInput e) {
            System.err.println(e.getMessage());
            System.exit(65);
        }
    }

    /** How many seconds a client of the JDK's server may take, so that nobody holds its threads by sending slowly. */
    private static void boundRequests() {
        System.setProperty("sun.net.httpserver.maxReqTime", "10");
        System.setProperty("sun.net.httpserver.maxRspTime", "10");
    }
}
