package io.dataflowsync.dpu.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.log.DeadLetterCommands;
import io.dataflowsync.dpu.log.DeadLetterCommands.Letter;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import io.quarkus.agroal.DataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists the dead letters for all users, and takes requests of users with the role {@code operator}.
 *
 * <p>The replica that has the lane does what was asked for, within seconds. While {@code asked} is set, it is not done yet.
 */
@Path("/api/v1/dead-letters")
public final class DeadLetterResource {
    private static final int MOST = 1_000;

    private final DeadLetterCommands deadLetterCommands;
    private final DpuService service;
    private final SecurityIdentity identity;
    private final AuditTrail audit;

    DeadLetterResource(
            @DataSource("log") AgroalDataSource log, DpuService service, SecurityIdentity identity, AuditTrail audit) {
        this.deadLetterCommands = new DeadLetterCommands(log);
        this.service = service;
        this.identity = identity;
        this.audit = audit;
    }

    /** A dead letter with all its details. */
    public record Whole(
            Letter letter,
            String remedy,
            String event,
            @Nullable String edited,
            @Nullable String stack,
            List<DeadLetterCommands.Trace> trace) {}

    /** @param values other values for columns of the row; null or none for the event as it is */
    public record ReplayRequest(@Nullable Map<String, JsonNode> values) {}

    /** The number of dead letters for which a replay was asked. */
    public record Asked(int asked) {}

    /** @param state {@code dead}, {@code waiting}, {@code applied} or {@code dismissed} */
    @GET
    public List<Letter> list(
            @QueryParam("state") @DefaultValue("dead") String state,
            @QueryParam("limit") @DefaultValue("100") int limit)
            throws SQLException {
        Refusals.unlessOpen(service);
        return deadLetterCommands.list(state, Math.min(Math.max(limit, 1), MOST));
    }

    @GET
    @Path("/{id: .+}")
    public Whole one(@PathParam("id") String id) throws SQLException {
        Letter letter = letter(id);
        return new Whole(
                letter,
                ErrorCode.ofWord(letter.errorCode()).map(ErrorCode::remedy).orElse(""),
                deadLetterCommands.text(id, "event").orElse(""),
                deadLetterCommands.text(id, "edited").orElse(null),
                deadLetterCommands.text(id, "stack").orElse(null),
                deadLetterCommands.traces(id));
    }

    /** Applies all dead letters again. */
    @POST
    @Path("/replay")
    public Asked replayAll() throws SQLException {
        Refusals.unlessOpen(service);
        Asked asked = new Asked(deadLetterCommands.askForAll(who()));
        audit.change("dead", "replay asked for " + asked.asked());
        return asked;
    }

    /** Applies a dead letter again, perhaps with other values. The events that wait for it follow. */
    @POST
    @Path("/{id: .+}/replay")
    public Letter replay(@PathParam("id") String id, @Nullable ReplayRequest request) throws SQLException {
        letter(id);
        Map<String, JsonNode> values = request == null || request.values() == null ? Map.of() : request.values();
        String edited = values.isEmpty() ? null : edited(id, values);
        ask(id, "replay", edited, values.isEmpty() ? "" : "with " + values);
        return letter(id);
    }

    /** Gives up a dead letter. The events that wait for it are applied as if it had never existed. */
    @POST
    @Path("/{id: .+}/dismiss")
    public Letter dismiss(@PathParam("id") String id) throws SQLException {
        ask(id, "dismiss", null, "");
        return letter(id);
    }

    private String edited(String id, Map<String, JsonNode> values) throws SQLException {
        try {
            return EditedEvent.of(deadLetterCommands.text(id, "event").orElse(""), values);
        } catch (RuntimeException e) {
            throw new CallRefusedException(RestErrorCode.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void ask(String id, String what, @Nullable String edited, String text) throws SQLException {
        String before = letter(id).state();
        if (!deadLetterCommands.ask(id, what, who(), edited, text)) {
            throw new CallRefusedException(
                    RestErrorCode.CONFLICT,
                    "the state of " + id + " is '" + letter(id).state() + "', so there is nothing to " + what);
        }
        audit.change(before, what + " asked for" + (edited == null ? "" : ", with other values"));
    }

    private Letter letter(String id) throws SQLException {
        Refusals.unlessOpen(service);
        return deadLetterCommands
                .find(id)
                .orElseThrow(() -> new CallRefusedException(RestErrorCode.NOT_FOUND, "there is no dead letter " + id));
    }

    private String who() {
        return identity.getPrincipal().getName();
    }
}
