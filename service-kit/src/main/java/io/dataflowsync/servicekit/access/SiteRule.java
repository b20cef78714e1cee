package io.dataflowsync.servicekit.access;

import io.dataflowsync.servicekit.rest.RestErrorCode;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a page of another site lets a browser send, whoever is signed in there, and what came under a wrong name.
 *
 * <p>A browser says itself where a request comes from, and its word counts most. One that does not say gives at least the page's origin
 * with whatever changes something. A proxy may rewrite the host that the origin is compared with; then the ticket counts, which no page
 * of another site can read.
 */
record SiteRule(HostNames hosts) {
    private static final Set<String> CONTENT_TYPES = Set.of("application/json", "text/csv");

    /** @param hasTicket whether the request has a ticket that is good */
    Optional<RestErrorCode> refusal(RequestFacts arrival, boolean hasTicket) {
        if (!hosts.allow(arrival.host())) {
            return Optional.of(RestErrorCode.WRONG_HOST);
        }
        if (arrival.isChange() || arrival.isSocket()) {
            if (!isOurs(arrival, hasTicket)) {
                return Optional.of(RestErrorCode.CROSS_SITE);
            }
        } else if ("cross-site".equals(arrival.site()) && !"navigate".equals(arrival.mode())) {
            return Optional.of(RestErrorCode.CROSS_SITE);
        }
        return arrival.isChange() && !isOfRightType(arrival)
                ? Optional.of(RestErrorCode.WRONG_CONTENT_TYPE)
                : Optional.empty();
    }

    private static boolean isOurs(RequestFacts arrival, boolean hasTicket) {
        String site = arrival.site();
        if (site != null) {
            return site.equals("same-origin");
        }
        return isSame(arrival.origin(), arrival.authority())
                || isSame(arrival.origin(), arrival.forwardedHost())
                || hasTicket;
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

    /** A form of another site's page can send neither of them without asking first. */
    private static boolean isOfRightType(RequestFacts arrival) {
        String type = arrival.contentType();
        return type == null ? !arrival.hasBody() : CONTENT_TYPES.contains(type);
    }
}
