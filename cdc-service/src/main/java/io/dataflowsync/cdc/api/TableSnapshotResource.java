package io.dataflowsync.cdc.api;

import io.dataflowsync.cdc.CdcService;
import io.dataflowsync.cdc.log.TableSnapshotLog.Entry;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists and requests snapshots of single tables while the pipeline streams; to request one needs the role {@code operator}. */
@Path("/api/v1/capture/snapshots")
public final class TableSnapshotResource {
    private final CdcService service;
    private final SecurityIdentity identity;
    private final AuditTrail audit;

    TableSnapshotResource(CdcService service, SecurityIdentity identity, AuditTrail audit) {
        this.service = service;
        this.identity = identity;
        this.audit = audit;
    }

    /** @param tables {@code schema.table}; with one captured schema, the table alone is enough */
    public record Request(@Nullable List<String> tables) {}

    /**
     * A table's snapshot.
     *
     * @param doneAt null until it is done
     * @param place {@code file:position} of the binlog that its rows belong to; null until it is done
     */
    public record View(
            String table,
            String askedBy,
            Instant askedAt,
            @Nullable Instant doneAt,
            @Nullable String place) {

        static View of(Entry entry) {
            return new View(
                    entry.table().toString(),
                    entry.askedBy(),
                    entry.askedAt(),
                    entry.doneAt(),
                    entry.isDone() ? entry.binlogFile() + ":" + entry.binlogPosition() : null);
        }
    }

    /** All snapshots, the oldest first. */
    @GET
    public List<View> all() throws SQLException {
        return service.requests().all().stream().map(View::of).toList();
    }

    /** Requests snapshots: the rows of the tables are read, again or for the first time, while the stream waits. */
    @POST
    public Response ask(@Nullable Request request) throws SQLException {
        List<String> tables = request == null || request.tables() == null ? List.of() : request.tables();
        if (tables.isEmpty()) {
            throw new CallRefusedException(
                    RestErrorCode.BAD_REQUEST, "write the tables: {\"tables\": [\"shop.orders\"]}");
        }
        Optional<String> wrong =
                service.requests().ask(tables, identity.getPrincipal().getName());
        if (wrong.isPresent()) {
            throw new CallRefusedException(RestErrorCode.CONFLICT, wrong.get());
        }
        audit.change("", "snapshot asked for " + String.join(", ", tables));
        return Response.accepted(all()).build();
    }
}
