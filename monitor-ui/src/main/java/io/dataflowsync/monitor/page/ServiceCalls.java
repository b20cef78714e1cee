package io.dataflowsync.monitor.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Passes on to a service what a person asks for. Who may ask is for that service to decide. */
final class ServiceCalls {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final String name;
    private final String setting;
    private final Optional<URI> address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** @param setting where its address comes from */
    ServiceCalls(String name, String setting, Optional<URI> address) {
        this.name = name;
        this.setting = setting;
        this.address = address;
    }

    /**
     * What the service answers: its status and its JSON, and no header of it, or the browser would ask for a password by itself.
     *
     * @param authorization the one thing of the browser's request that goes along, besides the body
     */
    Response post(String path, @Nullable String authorization, byte @Nullable [] json) {
        if (address.isEmpty()) {
            return refusal(503, "where " + name + " is was not set: " + setting);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address.get().resolve(path))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json == null ? new byte[0] : json));
        if (authorization != null) {
            request.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return passed(answer.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return refusal(504, name + " does not answer in time; whether it has heard is not known");
        } catch (ExecutionException e) {
            return refusal(502, name + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refusal(503, "the monitor stops");
        }
    }

    private Response passed(HttpResponse<byte[]> answer) {
        boolean isJson = answer.headers()
                .firstValue(HttpHeaders.CONTENT_TYPE)
                .filter(type -> type.startsWith(MediaType.APPLICATION_JSON))
                .isPresent();
        if (!isJson) {
            return refusal(answer.statusCode(), name + " answered " + answer.statusCode());
        }
        return Response.status(answer.statusCode())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .build();
    }

    private static Response refusal(int status, String text) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", text))
                .build();
    }
}
