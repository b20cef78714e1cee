package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.log.CdcRow;
import io.dataflowsync.monitor.log.DpuRow;
import io.dataflowsync.monitor.log.EventLog;
import io.dataflowsync.monitor.log.LogFilter;
import io.dataflowsync.monitor.log.LogPage;
import io.dataflowsync.monitor.log.LogReader;
import io.dataflowsync.monitor.log.LogRow;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Returns ranges of both logs: older rows, and the rows that a browser missed while it was disconnected. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class LogResource {
    private static final int MOST = 500;

    private final LogReader log;

    public LogResource(LogReader log) {
        this.log = log;
    }

    /**
     * The range of rows.
     *
     * @param before only rows below this number
     * @param after only rows above this number; it takes precedence over {@code before}
     */
    public record Stretch(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("after") @Nullable Long after,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("table") @Nullable String table,
            @QueryParam("action") @Nullable String action,
            @QueryParam("status") @Nullable String status,
            @QueryParam("text") @Nullable String text) {

        <R extends LogRow> LogPage<R> of(EventLog<R> log) {
            LogFilter filter = new LogFilter(table, action, status, text);
            int bounded = Math.max(1, Math.min(limit, MOST));
            return after == null ? log.before(before, filter, bounded) : log.after(after, filter, bounded);
        }
    }

    @GET
    @Path("/cdc-log")
    public LogPage<CdcRow> cdc(@BeanParam Stretch stretch) {
        return stretch.of(log.cdc());
    }

    @GET
    @Path("/dpu-log")
    public LogPage<DpuRow> dpu(@BeanParam Stretch stretch) {
        return stretch.of(log.dpu());
    }
}
