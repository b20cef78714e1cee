package io.dataflowsync.monitor.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Keeps the page to itself: no script of others in it, no page of others around it, at its socket, or acting through it. */
public final class PageGuard {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int BEFORE_EVERYTHING = -1_000;
    private static final String TICKET = "ticket";

    private final PageTicket ticket;

    PageGuard(PageTicket ticket) {
        this.ticket = ticket;
    }

    void guard(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(this::check);
    }

    private void check(RoutingContext request) {
        request.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!request.request().path().startsWith("/static/")) {
            request.addHeadersEndHandler(end -> request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
        }
        if (isForeign(request.request())) {
            request.response().setStatusCode(403).end();
            return;
        }
        request.next();
    }

    /** Whether a page of somebody else's is at the socket, or tries to change something. */
    private boolean isForeign(HttpServerRequest request) {
        HttpMethod method = request.method();
        boolean changes = !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
        return (changes || request.path().startsWith("/ws/")) && !isOurs(request)
                || changes && !isSameSite(request.getHeader("Sec-Fetch-Site"));
    }

    /** A proxy may rewrite the host, so the browser's own word counts too, and the ticket, which only our page can read. */
    private boolean isOurs(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        HostAndPort host = request.authority();
        return isSame(origin, host == null ? null : host.toString())
                || isSame(origin, request.getHeader("X-Forwarded-Host"))
                || "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || ticket.is(request.getHeader("X-DFS-Ticket"))
                || ticket.is(request.getParam(TICKET));
    }

    /** What the browser itself says of where a request comes from; old ones, and clients that are none, say nothing. */
    static boolean isSameSite(@Nullable String site) {
        return site == null || site.equals("same-origin");
    }

    /** Whether a page of that origin is ours; a client without an origin is no browser, and no page tricks it. */
    static boolean isSame(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
