package io.dataflowsync.monitor.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Keeps the page to itself: no script of others in it, no page of others around it or at its socket. */
public final class PageGuard {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final int BEFORE_EVERYTHING = -1_000;

    void guard(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(PageGuard::check);
    }

    private static void check(RoutingContext request) {
        request.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!request.request().path().startsWith("/static/")) {
            request.addHeadersEndHandler(end -> request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store"));
        }
        String origin = request.request().getHeader(HttpHeaders.ORIGIN);
        if (request.request().path().startsWith("/ws/")
                && !isSame(origin, request.request().getHeader(HttpHeaders.HOST))) {
            request.response().setStatusCode(403).end();
            return;
        }
        request.next();
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
