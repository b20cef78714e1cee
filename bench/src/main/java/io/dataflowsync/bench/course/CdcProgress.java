package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.DataFlowSync;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.sandbox.engine.Polling;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Counts the events that cdc-service has written to its log and to the topic, committed in both. */
final class CdcProgress {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final int LANES = 4;
    private static final String TOPIC = "dfs." + DataFlowSync.PROJECT + ".changes";

    private final DataFlowSync pipeline;
    private final long loggedBefore;
    private final long publishedBefore;
    private long events;

    /** Counts from now on. Call it while no event is in flight. */
    CdcProgress(DataFlowSync pipeline) {
        this.pipeline = pipeline;
        try (Connection log = connection();
                Admin admin = admin()) {
            this.loggedBefore = logged(log);
            this.publishedBefore = end(admin, IsolationLevel.READ_COMMITTED);
        } catch (SQLException e) {
            throw new BenchFailure("the log: " + e.getMessage(), e);
        }
    }

    /** @param number the number of events that are to come */
    void require(long number) {
        events = number;
    }

    /** Waits until both have this number of events. */
    void await(Runnable alive) {
        try (Connection log = connection();
                Admin admin = admin()) {
            boolean came = Polling.comesTrue(PATIENCE, INTERVAL, () -> {
                alive.run();
                return logged(log) - loggedBefore >= events && isPublished(admin);
            });
            if (!came) {
                throw new BenchFailure(logged(log) - loggedBefore + " events of " + events + " are in cdc_log");
            }
        } catch (SQLException e) {
            throw new BenchFailure("the log: " + e.getMessage(), e);
        }
    }

    private Connection connection() {
        return pipeline.log().connect(DataFlowSync.LOG_SCHEMA);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", pipeline.broker().bootstrapServers()));
    }

    private static long logged(Connection log) {
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery("SELECT COALESCE(SUM(events), 0) FROM cdc_counter")) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new BenchFailure("the log: " + e.getMessage(), e);
        }
    }

    /** Whether the topic has them, and no transaction is open. */
    private boolean isPublished(Admin admin) {
        long committed = end(admin, IsolationLevel.READ_COMMITTED);
        return committed - publishedBefore >= events && committed == end(admin, IsolationLevel.READ_UNCOMMITTED);
    }

    private static long end(Admin admin, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> new TopicPartition(TOPIC, lane))
                .collect(Collectors.toMap(lane -> lane, lane -> OffsetSpec.latest()));
        try {
            return admin.listOffsets(lanes, new ListOffsetsOptions(isolation)).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new BenchFailure("the broker: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
