package io.dataflowsync.servicekit.access;

import io.dataflowsync.servicekit.rest.RestErrorCode;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another site's page sends through a user's browser, and requests with a wrong host name.
 *
 * <p>Most browsers send where a request comes from, and this header is used first. An older browser sends at least the page's origin with
 * each request that changes something. A proxy may rewrite the host with which the origin is compared; then the ticket decides, because a
 * page of another site cannot read it.
 */
record SiteRule(HostNames hosts) {
    private static final Set<String> CONTENT_TYPES = Set.of("application/json", "text/csv");

    /** @param hasTicket whether the request has a valid ticket */
    Optional<RestErrorCode> refusal(RequestFacts arrival, boolean hasTicket) {
        if (!hosts.allow(arrival.receiver().host())) {
            return Optional.of(RestErrorCode.WRONG_HOST);
        }
        if (arrival.isChange() || arrival.isSocket()) {
            if (!isOurs(arrival, hasTicket)) {
                return Optional.of(RestErrorCode.CROSS_SITE);
            }
        } else if ("cross-site".equals(arrival.page().site())
                && !"navigate".equals(arrival.page().mode())) {
            return Optional.of(RestErrorCode.CROSS_SITE);
        }
        return arrival.isChange() && !isOfRightType(arrival)
                ? Optional.of(RestErrorCode.WRONG_CONTENT_TYPE)
                : Optional.empty();
    }

    private static boolean isOurs(RequestFacts arrival, boolean hasTicket) {
        String site = arrival.page().site();
        if (site != null) {
            return site.equals("same-origin");
        }
        return isSame(arrival.page().origin(), arrival.receiver().authority())
                || isSame(arrival.page().origin(), arrival.receiver().forwarded())
                || hasTicket;
    }

    /** Whether a page of that origin is ours. A client without an origin is not a browser, so a page cannot misuse it. */
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

    /** Whether the Content-Type is allowed. A form of another site's page cannot send one of these types without a preflight request. */
    private static boolean isOfRightType(RequestFacts arrival) {
        String type = arrival.body().type();
        return type == null ? !arrival.body().isThere() : CONTENT_TYPES.contains(type);
    }
}
