package io.dataflowsync.servicekit.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * Writes the security headers of every answer: our pages load nothing from other sites, other sites cannot embed our pages, and no data is
 * cached on the way.
 */
final class SecurityHeaders {
    /** The policy for answers that are not a page. */
    static final String NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** @param policy the content security policy */
    static void write(RoutingContext call, String policy, boolean isKept) {
        MultiMap headers = call.response().headers();
        headers.set("Content-Security-Policy", policy)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        if (!isKept) {
            call.addHeadersEndHandler(end -> headers.set(HttpHeaders.CACHE_CONTROL, "no-store"));
        }
    }

    /** Writes the HTTPS header; only for an answer that is itself encrypted. */
    static void writeTransport(RoutingContext call, String policy) {
        call.response().headers().set("Strict-Transport-Security", policy);
    }
}
