package io.dataflowsync.dpu.api;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.relationship.ImportResult;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.relationship.RelationshipExport;
import io.dataflowsync.dpu.relationship.RelationshipReader;
import io.dataflowsync.dpu.relationship.RelationshipRow;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import io.quarkus.agroal.DataSource;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up relationships both ways and exports them for all users, and imports them for users with the role {@code operator}. */
@Path("/api/v1/relationships")
public final class RelationshipResource {
    private static final String CSV = "text/csv";
    private static final int UNPROCESSABLE = 422;

    private final RelationshipReader reader;
    private final RelationshipExport export;
    private final DpuService service;
    private final AuditTrail audit;

    RelationshipResource(@DataSource("log") AgroalDataSource log, DpuService service, AuditTrail audit) {
        this.reader = new RelationshipReader(log);
        this.export = new RelationshipExport(log);
        this.service = service;
        this.audit = audit;
    }

    /** @param table {@code schema.table} of the source */
    @GET
    @Path("/{table}/old/{key}")
    public RelationshipRow byOldKey(@PathParam("table") String table, @PathParam("key") String key)
            throws SQLException {
        Refusals.unlessLogged(service);
        return found(reader.byOldKey(table, key), table + " has no row with the old key " + key);
    }

    @GET
    @Path("/{table}/new/{key}")
    public RelationshipRow byNewKey(@PathParam("table") String table, @PathParam("key") String key)
            throws SQLException {
        Refusals.unlessLogged(service);
        return found(reader.byNewKey(table, key), "no row of " + table + " has the new key " + key);
    }

    /**
     * Writes all relationships, or some.
     *
     * @param table {@code schema.table} of the source; absent: all tables
     * @param state {@code reserved}, {@code applied} or {@code deleted}; absent: all states
     */
    @GET
    @Path("/export")
    @Produces(CSV)
    public StreamingOutput export(
            @QueryParam("table") @Nullable String table, @QueryParam("state") @Nullable String state) {
        Refusals.unlessLogged(service);
        if (state != null && !Relationship.State.isWord(state)) {
            throw new CallRefusedException(
                    RestErrorCode.BAD_REQUEST, "state is reserved, applied or deleted, not '" + state + "'");
        }
        return out -> export.write(table, state, out);
    }

    /** Imports all lines or none. Answers 200 and the number of lines, or 422 and the problems of each bad line. */
    @POST
    @Path("/import")
    @Consumes(CSV)
    public Response importAll(InputStream csv) throws IOException, SQLException {
        Refusals.unlessLogged(service);
        ImportResult result = service.importRelationships(csv);
        audit.change(
                "%d of %d lines were there".formatted(result.already(), result.lines()),
                "%d imported, %d are bad".formatted(result.imported(), result.bad()));
        return Response.status(result.succeeded() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .type(MediaType.APPLICATION_JSON)
                .entity(result)
                .build();
    }

    private static RelationshipRow found(Optional<RelationshipRow> row, String otherwise) {
        return row.orElseThrow(() -> new CallRefusedException(RestErrorCode.NOT_FOUND, otherwise));
    }
}
