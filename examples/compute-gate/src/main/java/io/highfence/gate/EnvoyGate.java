package io.highfence.gate;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.envoyproxy.envoy.config.core.v3.HeaderValue;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption;
import io.envoyproxy.envoy.config.core.v3.HeaderValueOption.HeaderAppendAction;
import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.envoyproxy.envoy.service.auth.v3.DeniedHttpResponse;
import io.envoyproxy.envoy.service.auth.v3.OkHttpResponse;
import io.envoyproxy.envoy.type.v3.HttpStatus;
import io.envoyproxy.envoy.type.v3.StatusCode;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers Envoy's filter {@code ext_authz}.
 *
 * <p>A launch is a request that changes something; reading and deleting pass. Its facts come from the route
 * ({@code context_extensions}: {@code tenant}, {@code accelerator}) or from the headers {@code x-tenant-id}, {@code x-accelerator},
 * {@code x-accelerator-count} and {@code x-request-id}. Where the route and a header say different things, the launch is refused. Envoy
 * itself must set the headers of tenant and request, as anybody can write one.
 */
final class EnvoyGate extends AuthorizationGrpc.AuthorizationImplBase {
    private static final String PREFIX = "x-highfence-";
    private static final List<String> OURS = List.of(
            PREFIX + "verdict",
            PREFIX + "launch",
            PREFIX + "basis",
            PREFIX + "cap",
            PREFIX + "remaining",
            PREFIX + "reasons",
            PREFIX + "stamp");

    private static final Set<String> NO_LAUNCH = Set.of("GET", "HEAD", "OPTIONS", "DELETE");
    private static final String OVERRIDE = "x-http-method-override";

    /** An id has no slash, so that it is never one of Kubernetes. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,200}");

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,6}");
    private static final int SHOWN = 2_000;
    private static final String RETRY_SECONDS = "30";

    private final Gate gate;
    private final Accelerators accelerators;

    EnvoyGate(Gate gate, Accelerators accelerators) {
        this.gate = gate;
        this.accelerators = accelerators;
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> out) {
        AttributeContext.HttpRequest http = request.getAttributes().getRequest().getHttp();
        Map<String, String> headers = http.getHeadersMap();
        if (NO_LAUNCH.contains(http.getMethod()) && !headers.containsKey(OVERRIDE)) {
            send(out, passed());
            return;
        }
        Answer answer = decide(headers, request.getAttributes().getContextExtensionsMap());
        if (answer.isAllowed() && out instanceof ServerCallStreamObserver<?> call && call.isCancelled()) {
            // Envoy stopped waiting and has refused the launch.
            gate.failed(answer.launch());
            return;
        }
        send(out, answer.isAllowed() ? allowed(answer) : denied(answer));
    }

    private static void send(StreamObserver<CheckResponse> out, CheckResponse response) {
        out.onNext(response);
        out.onCompleted();
    }

    private Answer decide(Map<String, String> headers, Map<String, String> route) {
        String id = headers.getOrDefault("x-request-id", "");
        if (!ID.matcher(id).matches()) {
            return Answer.refused(Answer.Code.NOT_UNDERSTOOD, "unnamed", "LAUNCH_ID_MISSING");
        }
        String tenant = one(route.get("tenant"), headers.get("x-tenant-id"));
        if (tenant == null) {
            return Answer.refused(Answer.Code.UNKNOWN_TENANT, id, "TENANT_MISSING");
        }
        String name = one(route.get("accelerator"), headers.get("x-accelerator"));
        Accelerators.Accelerator accelerator = name == null ? null : accelerators.named(name);
        if (accelerator == null) {
            return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "ACCELERATOR_UNKNOWN");
        }
        String count = headers.getOrDefault("x-accelerator-count", "");
        if (!COUNT.matcher(count).matches() || Long.parseLong(count) > Launch.MOST) {
            return Answer.refused(Answer.Code.NOT_UNDERSTOOD, id, "COUNT_NOT_UNDERSTOOD");
        }
        Launch.Ask ask = new Launch.Ask(Launch.line(1), accelerator, Long.parseLong(count));
        return gate.decide(new Launch(id, false, tenant, List.of(ask), Launch.Moment.LATER));
    }

    /** What two places say, if one says something and they do not contradict each other; else null. */
    private static @Nullable String one(@Nullable String route, @Nullable String header) {
        if (route != null && header != null && !route.equals(header)) {
            return null;
        }
        String said = Objects.requireNonNullElse(route, header == null ? "" : header);
        return said.isBlank() ? null : said;
    }

    /** Lets a request by that is no launch, without what somebody may have written in our name. */
    private static CheckResponse passed() {
        return CheckResponse.newBuilder()
                .setStatus(Status.newBuilder().setCode(Code.OK_VALUE))
                .setOkResponse(OkHttpResponse.newBuilder().addAllHeadersToRemove(OURS))
                .build();
    }

    private static CheckResponse allowed(Answer answer) {
        OkHttpResponse.Builder ok = OkHttpResponse.newBuilder();
        for (String header : OURS) {
            String value = value(answer, header.substring(PREFIX.length()));
            if (value == null) {
                ok.addHeadersToRemove(header);
            } else {
                ok.addHeaders(header(header, value));
            }
        }
        return CheckResponse.newBuilder()
                .setStatus(Status.newBuilder().setCode(Code.OK_VALUE))
                .setOkResponse(ok)
                .setDynamicMetadata(metadata(answer))
                .build();
    }

    /** The tenant sees verdict, words and reference; the reasons go into the metadata, for Envoy's access log. */
    private static CheckResponse denied(Answer answer) {
        int code = switch (answer.code()) {
            case OVER_CAP -> Code.RESOURCE_EXHAUSTED_VALUE;
            case UNAVAILABLE -> Code.UNAVAILABLE_VALUE;
            default -> Code.PERMISSION_DENIED_VALUE;
        };
        DeniedHttpResponse.Builder denied = DeniedHttpResponse.newBuilder()
                .setStatus(HttpStatus.newBuilder()
                        .setCode(StatusCode.forNumber(answer.code().status())))
                .addHeaders(header("content-type", "application/json"))
                .addHeaders(header(PREFIX + "verdict", answer.verdict().name()))
                .setBody(Words.json(answer));
        if (answer.code() == Answer.Code.UNAVAILABLE) {
            denied.addHeaders(header("retry-after", RETRY_SECONDS));
        }
        return CheckResponse.newBuilder()
                .setStatus(Status.newBuilder()
                        .setCode(code)
                        .setMessage(answer.code().word()))
                .setDeniedResponse(denied)
                .setDynamicMetadata(metadata(answer))
                .build();
    }

    private static @Nullable String value(Answer answer, String name) {
        return switch (name) {
            case "verdict" -> answer.verdict().name();
            case "launch" -> answer.launch();
            case "basis" -> answer.basisWord();
            case "cap" -> answer.room() == null ? null : answer.room().cap();
            case "remaining" -> answer.room() == null ? null : answer.room().free();
            case "reasons" -> answer.reasons().isEmpty() ? null : Words.reasons(answer, SHOWN);
            case "stamp" -> answer.stamp();
            default -> throw new IllegalStateException(name);
        };
    }

    private static HeaderValueOption header(String name, String value) {
        return HeaderValueOption.newBuilder()
                .setHeader(HeaderValue.newBuilder().setKey(name).setValue(value))
                .setAppendAction(HeaderAppendAction.OVERWRITE_IF_EXISTS_OR_ADD)
                .build();
    }

    private static Struct metadata(Answer answer) {
        Struct.Builder metadata = Struct.newBuilder();
        metadata.putFields("code", text(answer.code().word()));
        for (String header : OURS) {
            String name = header.substring(PREFIX.length());
            String value = value(answer, name);
            if (value != null) {
                metadata.putFields(name, text(value));
            }
        }
        return metadata.build();
    }

    private static Value text(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }
}
