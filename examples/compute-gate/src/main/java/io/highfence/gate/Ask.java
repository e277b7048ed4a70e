package io.highfence.gate;

import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Asks a gate as Envoy does, and prints what it says: {@code Ask HOST:PORT ACCELERATOR COUNT TENANT...}. */
public final class Ask {
    private Ask() {}

    /**
     * Asks for one launch a tenant.
     *
     * @param args the gate's address, the accelerator, how many, and the tenants
     */
    public static void main(String[] args) {
        if (args.length < 4) {
            System.err.println("Ask HOST:PORT ACCELERATOR COUNT TENANT...");
            System.exit(64);
        }
        ManagedChannel channel =
                ManagedChannelBuilder.forTarget(args[0]).usePlaintext().build();
        for (int i = 3; i < args.length; i++) {
            CheckResponse answer = AuthorizationGrpc.newBlockingStub(channel)
                    .withWaitForReady()
                    .withDeadlineAfter(1, TimeUnit.MINUTES)
                    .check(Measure.request(UUID.randomUUID().toString(), args[i], args[1], args[2]));
            System.out.println(args[i] + ", " + args[2] + " x " + args[1] + ":");
            if (answer.hasOkResponse()) {
                answer.getOkResponse()
                        .getHeadersList()
                        .forEach(header ->
                                System.out.println("  " + header.getHeader().getKey() + ": "
                                        + header.getHeader().getValue()));
            } else {
                System.out.println("  "
                        + answer.getDeniedResponse().getStatus().getCodeValue() + " "
                        + answer.getDeniedResponse().getBody());
                System.out.println("  for the provider's log: "
                        + answer.getDynamicMetadata()
                                .getFieldsMap()
                                .get("reasons")
                                .getStringValue());
            }
        }
        channel.shutdownNow();
    }
}
