package io.dataflowsync.servicekit.access;

import io.dataflowsync.servicekit.rest.RestError;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Applies the access rules to every request: pages, REST, metrics and sockets. */
@Singleton
public final class AccessFilter {
    private static final Logger LOG = Logger.getLogger(AccessFilter.class);
    /** Runs before the framework's sign-in. */
    private static final int FIRST = 400;
    /** Runs after the sign-in, and before all other handlers: sockets have 100. */
    private static final int THEN = 150;

    private static final String CHALLENGE = "Basic realm=\"dataflowsync\", charset=\"UTF-8\"";
    private static final String WHO = AccessFilter.class.getName() + ".who";
    private static final String NO_USER = "-";
    /** Replaces the framework's own handler of a failed sign-in, because the filter answers. */
    private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_THE_FILTER = (call, failure) -> {};

    private final Accounts accounts;
    private final SiteRule siteRule;
    private final PageTickets tickets;
    private final String pagePolicy;
    private final Optional<String> transportSecurity;
    private final long maxBody;

    /**
     * @param pagePolicy the content security policy of a service that has a page
     * @param maxBody the framework's limit, which it would answer without a body
     */
    AccessFilter(
            AccessSettings settings,
            Accounts accounts,
            PageTickets tickets,
            @ConfigProperty(name = "dfs.access.page-policy") Optional<String> pagePolicy,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K") MemorySize maxBody) {
        this.accounts = accounts;
        this.siteRule = new SiteRule(settings.hosts());
        this.tickets = tickets;
        this.pagePolicy = pagePolicy.orElse(SecurityHeaders.NO_PAGE);
        this.maxBody = maxBody.asLongValue();
        this.transportSecurity = settings.https().transportSecurity();
    }

    private record Caller(String name, String role) {}

    void register(@Observes Filters filters) {
        filters.register(this::arrive, FIRST);
        filters.register(this::admit, THEN);
    }

    private void arrive(RoutingContext call) {
        RequestFacts arrival = RequestFacts.of(call);
        boolean isData = arrival.path().startsWith("/api/") || arrival.path().startsWith("/q/");
        SecurityHeaders.write(
                call,
                isData ? SecurityHeaders.NO_PAGE : pagePolicy,
                arrival.path().startsWith("/static/"));
        if (call.request().isSSL()) {
            transportSecurity.ifPresent(policy -> SecurityHeaders.writeTransport(call, policy));
        }
        Optional<RestErrorCode> refusal = siteRule.refusal(arrival, tickets.isGood(arrival.ticket()));
        if (refusal.isPresent()) {
            refuse(call, refusal.get(), text(refusal.get(), arrival));
        } else if (isTooLarge(call)) {
            refuse(call, RestErrorCode.TOO_LARGE, "the body is larger than " + maxBody + " bytes");
        } else {
            call.next();
        }
    }

    private boolean isTooLarge(RoutingContext call) {
        String length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null && Long.parseLong(length) > maxBody;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String text(RestErrorCode code, RequestFacts arrival) {
        return switch (code) {
            case WRONG_HOST ->
                "this service is not called " + arrival.receiver().host();
            case CROSS_SITE -> "a page of another site cannot make this call";
            default ->
                arrival.body().type() == null
                        ? "a body without a Content-Type"
                        : "the Content-Type " + arrival.body().type() + " is not one that this service accepts";
        };
    }

    private void admit(RoutingContext call) {
        Optional<Role> needed = RoleRule.needed(RequestFacts.of(call));
        if (needed.isEmpty()) {
            call.next();
            return;
        }
        call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_THE_FILTER);
        Context context = call.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(call, null)
                .emitOn(next -> context.runOnContext(done -> next.run()))
                .subscribe()
                .with(identity -> decide(call, identity, needed.get()), failure -> refuseSignIn(call, failure));
    }

    private void decide(RoutingContext call, SecurityIdentity identity, Role needed) {
        RequestFacts arrival = RequestFacts.of(call);
        if (identity.isAnonymous()) {
            if (isOpen(arrival)) {
                call.next();
            } else {
                refuse(call, RestErrorCode.SIGN_IN_REQUIRED, whySignIn(needed));
            }
            return;
        }
        Optional<Role> role = role(identity);
        if (role.isEmpty() || !role.get().includes(needed)) {
            call.put(WHO, identity.getPrincipal().getName());
            refuse(call, RestErrorCode.ROLE_MISSING, "this call needs the role " + needed.word());
            return;
        }
        if (arrival.isChange()) {
            Caller caller =
                    new Caller(identity.getPrincipal().getName(), role.get().word());
            call.addEndHandler(end -> AuditTrail.done(call, caller.name(), caller.role()));
        }
        call.next();
    }

    private static Optional<Role> role(SecurityIdentity identity) {
        if (identity.hasRole(Role.OPERATOR.word())) {
            return Optional.of(Role.OPERATOR);
        }
        return identity.hasRole(Role.VIEWER.word()) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    /** Whether the request may read without a sign-in. */
    private boolean isOpen(RequestFacts arrival) {
        if (arrival.isChange()) {
            return false;
        }
        return arrival.isLocal() && accounts.isReadingOpen() || arrival.isSocket() && tickets.isGood(arrival.ticket());
    }

    private String whySignIn(Role needed) {
        return accounts.hasAny()
                ? "this call needs a user with the role " + needed.word()
                : "this call needs a user with the role " + needed.word() + ", and no user is set up who could sign in";
    }

    private void refuseSignIn(RoutingContext call, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        call.put(WHO, attemptedName(call));
        if (cause.getCause() instanceof SignIn.SlowedException slowed) {
            long seconds = Math.max(1, slowed.pause().plusMillis(999).toSeconds());
            call.response().putHeader("Retry-After", String.valueOf(seconds));
            refuse(
                    call,
                    RestErrorCode.SIGN_IN_SLOWED,
                    "too many wrong passwords; the next is checked in " + seconds + " s");
        } else if (cause instanceof AuthenticationFailedException) {
            refuse(
                    call,
                    RestErrorCode.WRONG_PASSWORD,
                    "there is no such user with this password, or the token is not valid");
        } else {
            LOG.error("A sign-in could not be checked", cause);
            refuse(call, RestErrorCode.INTERNAL, "the sign-in could not be checked");
        }
    }

    /** Refuses the call, and logs the refusal if the call would have changed something or had a wrong password. */
    private static void refuse(RoutingContext call, RestErrorCode code, String message) {
        RequestFacts arrival = RequestFacts.of(call);
        // The audit line reads the status.
        call.response().setStatusCode(code.status());
        if (code.status() == 401 && !isByScript(call)) {
            call.response().putHeader("WWW-Authenticate", CHALLENGE);
        }
        if (arrival.isChange() || code == RestErrorCode.WRONG_PASSWORD) {
            String who = call.get(WHO);
            AuditTrail.refused(call, who == null ? NO_USER : who, code.word());
        }
        RestError error = RestError.of(code, message, arrival.call());
        call.request().resume();
        call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject()
                        .put("code", error.code())
                        .put("message", error.message())
                        .put("remedy", error.remedy())
                        .put("where", error.where())
                        .encode());
    }

    /** Whether the page's script made the call. The page itself asks for the password, and with a challenge the browser would ask, too. */
    private static boolean isByScript(RoutingContext call) {
        return call.request().getHeader(RequestFacts.TICKET_HEADER) != null;
    }

    /** Returns the user name of the attempt, never the password. */
    private static String attemptedName(RoutingContext call) {
        String header = call.request().getHeader(HttpHeaders.AUTHORIZATION);
        return header == null ? NO_USER : basicName(header);
    }

    private static String basicName(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return NO_USER;
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? NO_USER : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return NO_USER;
        }
    }
}
