package io.dataflowsync.servicekit.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line to the log for each call that changes something, for each such call that is refused, and for each wrong password.
 *
 * <p>A line is {@code AUDIT} and a JSON object with {@code at}, {@code who}, {@code role}, {@code from}, {@code call}, {@code answer}, and
 * {@code before} and {@code after}. The line of a refused call or a wrong password has no {@code role}, {@code before} and {@code after},
 * but {@code refused} with the reason's code. All text from outside is a JSON string, so that it cannot start its own line.
 */
@Singleton
public final class AuditTrail {
    private static final Logger LOG = Logger.getLogger("io.dataflowsync.audit");
    private static final String CHANGE = AuditTrail.class.getName();
    private static final int MOST_CHARACTERS = 500;

    private final CurrentVertxRequest current;

    AuditTrail(CurrentVertxRequest current) {
        this.current = current;
    }

    private record Change(String before, String after) {}

    /**
     * Sets the change that the current call makes, for its line in the log.
     *
     * @param before the state before; without secrets and values of rows
     * @param after the state after
     */
    public void change(String before, String after) {
        RoutingContext call = current.getCurrent();
        if (call != null) {
            call.put(CHANGE, new Change(before, after));
        }
    }

    /** @param role the user's role; null if no user is signed in */
    static void done(RoutingContext call, String who, @Nullable String role) {
        JsonObject line =
                line(call, who).put("role", role).put("answer", call.response().getStatusCode());
        Change change = call.get(CHANGE);
        if (change != null) {
            line.put("before", cut(change.before())).put("after", cut(change.after()));
        }
        write(line);
    }

    static void refused(RoutingContext call, String who, String reason) {
        write(line(call, who).put("answer", call.response().getStatusCode()).put("refused", reason));
    }

    private static JsonObject line(RoutingContext call, String who) {
        RequestFacts arrival = RequestFacts.of(call);
        return new JsonObject()
                .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("who", cut(who))
                .put("from", arrival.sender().peer().getHostAddress())
                .put("call", cut(arrival.call()));
    }

    private static void write(JsonObject line) {
        LOG.info("AUDIT " + line.encode());
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
