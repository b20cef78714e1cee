package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.feed.FeedSettings;
import io.dataflowsync.monitor.feed.ServiceClient;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Passes an operator's calls on to the other services, in the operator's own name: the service checks the role, too. */
@Singleton
public final class PassedCalls {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final Peer cdc;
    private final Peer dpu;
    private final AuditTrail audit;
    private final ServiceClient client;

    /** @param setting the variable that sets its address */
    private record Peer(String name, String setting, Optional<URI> address) {}

    public PassedCalls(FeedSettings settings, AuditTrail audit, ServiceClient client) {
        this.cdc = new Peer("cdc-service", FeedSettings.CDC_URL, settings.cdcUrl());
        this.dpu = new Peer("dpu-service", FeedSettings.DPU_URL, settings.dpuUrl());
        this.audit = audit;
        this.client = client;
    }

    /**
     * Passes a call on to cdc-service, and returns its HTTP status and its JSON. It returns no header: the browser would ask for a password
     * itself.
     *
     * @param authorization the only part of the browser's request that is passed on, in addition to the body
     */
    Response toCdc(String path, @Nullable String authorization, byte @Nullable [] json) {
        return pass(cdc, path, authorization, json);
    }

    /** The same as {@link #toCdc}, for dpu-service. */
    Response toDpu(String path, @Nullable String authorization, byte @Nullable [] json) {
        return pass(dpu, path, authorization, json);
    }

    private Response pass(Peer peer, String path, @Nullable String authorization, byte @Nullable [] json) {
        URI address = peer.address()
                .orElseThrow(() -> new CallRefusedException(
                        RestErrorCode.NOT_READY, "the address of " + peer.name() + " is not set: " + peer.setting()));
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json == null ? new byte[0] : json));
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        audit.change("", "passed on to " + peer.name());
        return answer(peer, address, client.send(request.build()));
    }

    private Response answer(Peer peer, URI address, CompletableFuture<HttpResponse<byte[]>> answer) {
        try {
            return passed(peer, answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new CallRefusedException(
                    RestErrorCode.NO_ANSWER_IN_TIME,
                    peer.name() + " does not answer in time; it is not known whether it received the call");
        } catch (ExecutionException e) {
            String reason = client.refusal(e, address, peer.setting()).orElse("does not answer");
            throw new CallRefusedException(RestErrorCode.SERVICE_AWAY, peer.name() + " " + reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallRefusedException(RestErrorCode.NOT_READY, "the monitor stops");
        }
    }

    private static Response passed(Peer peer, HttpResponse<byte[]> answer) {
        boolean isJson = answer.headers()
                .firstValue(HttpHeaders.CONTENT_TYPE)
                .filter(type -> type.startsWith(MediaType.APPLICATION_JSON))
                .isPresent();
        if (!isJson) {
            throw new CallRefusedException(
                    RestErrorCode.SERVICE_AWAY,
                    peer.name() + " answered " + answer.statusCode() + ", but not with JSON");
        }
        return Response.status(answer.statusCode())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }
}
