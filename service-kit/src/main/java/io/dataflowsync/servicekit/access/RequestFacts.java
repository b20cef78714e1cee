package io.dataflowsync.servicekit.access;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a request that the access rules use.
 *
 * @param path the normalized path, so that no other spelling avoids a rule
 * @param ticket the ticket of a page of the monitor; null if it has none
 */
record RequestFacts(
        String method,
        String path,
        Sender sender,
        Receiver receiver,
        Page page,
        Body body,
        boolean isSocket,
        @Nullable String ticket) {

    /**
     * The program that sends the request.
     *
     * @param peer the address at the other end of the connection
     * @param relayed whether a proxy says that it comes from somewhere else
     */
    record Sender(InetAddress peer, boolean relayed) {

        /** Reads the peer's address; for a connection that is not IP, the address of this host. */
        private static Sender of(HttpServerRequest request) {
            boolean relayed = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
            return new Sender(address(request.remoteAddress()), relayed);
        }

        private static InetAddress address(@Nullable SocketAddress peer) {
            String literal = peer == null ? null : peer.hostAddress();
            if (literal == null) {
                return InetAddress.getLoopbackAddress();
            }
            try {
                return InetAddress.getByName(literal);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * The receiver that the request names.
     *
     * @param authority its host and port; null where there is none
     * @param host the host of the authority, without the port
     * @param forwarded the header {@code X-Forwarded-Host}
     */
    record Receiver(
            @Nullable String authority,
            @Nullable String host,
            @Nullable String forwarded) {

        private static Receiver of(HttpServerRequest request) {
            HostAndPort authority = request.authority();
            return new Receiver(
                    authority == null ? null : authority.toString(),
                    authority == null ? null : authority.host(),
                    request.getHeader("X-Forwarded-Host"));
        }
    }

    /**
     * The browser's statements about the page that sends the request; null from another program.
     *
     * @param origin the header {@code Origin}
     * @param site the header {@code Sec-Fetch-Site}; null from an old browser, too
     * @param mode the header {@code Sec-Fetch-Mode}
     */
    record Page(
            @Nullable String origin,
            @Nullable String site,
            @Nullable String mode) {

        private static Page of(HttpServerRequest request) {
            return new Page(
                    request.getHeader(HttpHeaders.ORIGIN),
                    request.getHeader("Sec-Fetch-Site"),
                    request.getHeader("Sec-Fetch-Mode"));
        }
    }

    /**
     * The body of the request.
     *
     * @param type the Content-Type in lower case, without parameters; null if it has none
     * @param isThere whether the request has a body
     */
    record Body(@Nullable String type, boolean isThere) {

        private static Body of(HttpServerRequest request) {
            String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return new Body(
                    essence(request.getHeader(HttpHeaders.CONTENT_TYPE)),
                    length == null ? request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null : !length.equals("0"));
        }

        private static @Nullable String essence(@Nullable String contentType) {
            return contentType == null
                    ? null
                    : contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        }
    }

    static final String TICKET_HEADER = "X-DFS-Ticket";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String KEY = RequestFacts.class.getName();

    /** Reads the facts, once for each request. */
    static RequestFacts of(RoutingContext call) {
        RequestFacts known = call.get(KEY);
        if (known != null) {
            return known;
        }
        RequestFacts arrival = read(call);
        call.put(KEY, arrival);
        return arrival;
    }

    private static RequestFacts read(RoutingContext call) {
        HttpServerRequest request = call.request();
        String header = request.getHeader(TICKET_HEADER);
        return new RequestFacts(
                request.method().name(),
                call.normalizedPath(),
                Sender.of(request),
                Receiver.of(request),
                Page.of(request),
                Body.of(request),
                "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE)),
                header == null ? request.getParam("ticket") : header);
    }

    /** Whether the request may change something. */
    boolean isChange() {
        return !READING.contains(method);
    }

    /** Whether the request comes from this host, and no header says otherwise. */
    boolean isLocal() {
        return sender.peer().isLoopbackAddress() && !sender.relayed();
    }

    /** Returns the call, {@code POST /api/v1/capture/skip}. */
    String call() {
        return method + " " + path;
    }
}
