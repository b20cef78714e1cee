package io.dataflowsync.dpu.api;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.dpu.log.HaltedSchemaChanges.Halted;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import io.quarkus.agroal.DataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.List;

/**
 * Lists the statements at which a lane is halted for all users, and lets users with the role {@code operator} pass one.
 *
 * <p>The replica that has the lane does what was asked for, within seconds.
 */
@Path("/api/v1/schema-changes")
public final class SchemaChangeResource {
    private final HaltedSchemaChanges halted;
    private final DpuService service;
    private final SecurityIdentity identity;
    private final AuditTrail audit;

    SchemaChangeResource(
            @DataSource("log") AgroalDataSource log,
            PipelineConfig config,
            DpuService service,
            SecurityIdentity identity,
            AuditTrail audit) {
        this.halted = new HaltedSchemaChanges(log, config.changesTopic());
        this.service = service;
        this.identity = identity;
        this.audit = audit;
    }

    @GET
    public List<Halted> list() throws SQLException {
        Refusals.unlessOpen(service);
        return halted.list();
    }

    /** Passes a statement, as {@code ddl: ignore} passes each: nothing is run, and the target stays as it is. */
    @POST
    @Path("/{id: .+}/pass")
    public List<Halted> pass(@PathParam("id") String id) throws SQLException {
        Refusals.unlessOpen(service);
        if (!halted.pass(id, identity.getPrincipal().getName())) {
            throw new CallRefusedException(
                    RestErrorCode.CONFLICT, "no lane stands still before a statement of event " + id);
        }
        audit.change("halted before " + id, "passed");
        List<Halted> now = halted.list();
        now.stream().filter(one -> one.id().equals(id)).forEach(one -> service.tryAgain(one.lane()));
        return now;
    }
}
