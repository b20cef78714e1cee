package io.dataflowsync.dpu;

import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.log.LogSchema;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.pipeline.tls.Refusal;
import io.dataflowsync.servicekit.broker.BrokerRights;
import io.dataflowsync.servicekit.retry.RetryLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Does the steps before the first event: waits for the servers, checks the target and creates the log schema. */
final class StartupChecks {
    private static final Logger LOG = Logger.getLogger(StartupChecks.class);
    /** Access denied, or no such schema: waiting does not help. */
    private static final Set<Integer> WRONG = Set.of(1044, 1045, 1049, 1698);

    private final PipelineConfig config;
    private final RetryLoop retry;

    StartupChecks(PipelineConfig config, CountDownLatch stopping) {
        this.config = config;
        this.retry = new RetryLoop(LaneManager.BACKOFF, stopping);
    }

    /**
     * Waits for the target and checks it.
     *
     * @throws InvalidPipelineException if the target does not fit the pipeline file
     */
    void lookAtTarget(TargetConfig target) throws InterruptedException {
        untilDone(address("the target", target.host(), target.port()), () -> {
            try (Connection connection = JdbcUrl.targetServer(target).connect()) {
                LOG.debugf("The target answers: %s", connection.getMetaData().getDatabaseProductVersion());
            } catch (SQLException e) {
                if (!WRONG.contains(e.getErrorCode()) && !isRefused(target, e)) {
                    throw e;
                }
            }
        });
        List<Problem> problems = Preflight.checkTarget(config, List.of(), warning -> LOG.warnf("%s", warning));
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    private static boolean isRefused(TargetConfig target, SQLException e) {
        return Refusal.of(e, target.tls(), target.host()).isPresent();
    }

    /**
     * Waits for the log, checks it and creates its tables.
     *
     * @throws InvalidPipelineException if client and server cannot agree on a connection, or the user lacks a privilege
     */
    void makeLogSchema(Flyway flyway) throws InterruptedException {
        LogConfig log = config.log().orElseThrow();
        untilDone(address("the log", log.host(), log.port()), () -> {
            reachLog(log);
            checkLog();
            LogSchema.migrate(flyway);
        });
    }

    private void reachLog(LogConfig log) throws SQLException {
        try (Connection connection = JdbcUrl.logServer(log).connect()) {
            LOG.debugf("The log answers: %s", connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException e) {
            if (Refusal.of(e, log.tls(), log.host()).isPresent()) {
                checkLog();
            }
            throw e;
        }
    }

    private void checkLog() {
        List<Problem> problems = Preflight.checkLog(config);
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    void makeCheckpoints(LaneManager lanes) throws InterruptedException {
        String target = config.target()
                .map(server -> address("the target", server.host(), server.port()))
                .orElse("the target");
        untilDone(target, lanes::prepare);
    }

    /**
     * Waits for the broker and checks the rights that this service has there.
     *
     * @throws InvalidPipelineException if a right is missing
     */
    void requireRights() throws InterruptedException {
        BrokerRights rights = new BrokerRights(config);
        untilDone("the broker at " + config.broker().orElseThrow().bootstrapServers(), () -> {
            List<Problem> problems = rights.missingForApplying();
            if (!problems.isEmpty()) {
                throw new InvalidPipelineException(problems);
            }
        });
    }

    private static String address(String server, String host, int port) {
        return server + " at " + host + ":" + port;
    }

    private void untilDone(String server, RetryLoop.Action action) throws InterruptedException {
        retry.runUntilDone(action, (failure, wait) -> {
            if (failure instanceof InvalidPipelineException invalid) {
                throw invalid;
            }
            LOG.warnf("Waiting for %s: %s", server, failure.getMessage());
        });
    }
}
