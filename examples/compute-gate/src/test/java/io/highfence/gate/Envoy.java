package io.highfence.gate;

import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Asks as Envoy does, over a real connection, with Envoy's own messages. */
final class Envoy implements AutoCloseable {
    private final ManagedChannel channel;

    Envoy(int port) {
        this(ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build());
    }

    Envoy(ManagedChannel channel) {
        this.channel = channel;
    }

    static CheckRequest request(String method, Map<String, String> headers, Map<String, String> route) {
        return CheckRequest.newBuilder()
                .setAttributes(AttributeContext.newBuilder()
                        .setRequest(AttributeContext.Request.newBuilder()
                                .setHttp(AttributeContext.HttpRequest.newBuilder()
                                        .setId("1")
                                        .setMethod(method)
                                        .setPath("/v1/launches")
                                        .setHost("cloud.example")
                                        .setScheme("https")
                                        .setProtocol("HTTP/2")
                                        .putAllHeaders(headers)))
                        .putAllContextExtensions(route))
                .build();
    }

    static Map<String, String> headers(String id, String tenant, String accelerator, String count) {
        return new HashMap<>(Map.of(
                "x-request-id", id, "x-tenant-id", tenant, "x-accelerator", accelerator, "x-accelerator-count", count));
    }

    AuthorizationGrpc.AuthorizationBlockingStub stub() {
        return AuthorizationGrpc.newBlockingStub(channel).withDeadlineAfter(2, TimeUnit.MINUTES);
    }

    CheckResponse check(CheckRequest request) {
        return stub().check(request);
    }

    CheckResponse launch(String id, String tenant, long count) {
        return check(request("POST", headers(id, tenant, "H100", Long.toString(count)), Map.of()));
    }

    static boolean isAllowed(CheckResponse response) {
        return response.getStatus().getCode() == com.google.rpc.Code.OK_VALUE && response.hasOkResponse();
    }

    /** The header of a response, or an empty text. */
    static String header(CheckResponse response, String name) {
        List<HeaderValueOption> headers = response.hasOkResponse()
                ? response.getOkResponse().getHeadersList()
                : response.getDeniedResponse().getHeadersList();
        return headers.stream()
                .map(HeaderValueOption::getHeader)
                .filter(header -> header.getKey().equals(name))
                .map(io.envoyproxy.envoy.config.core.v3.HeaderValue::getValue)
                .findFirst()
                .orElse("");
    }

    static int status(CheckResponse response) {
        return response.getDeniedResponse().getStatus().getCodeValue();
    }

    static String metadata(CheckResponse response, String name) {
        return response.getDynamicMetadata()
                .getFieldsOrDefault(
                        name,
                        com.google.protobuf.Value.newBuilder()
                                .setStringValue("")
                                .build())
                .getStringValue();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
