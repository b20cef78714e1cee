package io.dataflowsync.sandbox.fire;

import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.sandbox.fire.Violation.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Checks what must be true of the topic: it has every captured event once, in its lane. */
final class TopicInvariants {
    private static final int EVERY_LANE = -1;

    private final Violations violations;
    private final Map<Integer, Set<String>> idsByLane = new HashMap<>();

    TopicInvariants(Violations violations) {
        this.violations = violations;
    }

    void take(ConsumerRecord<byte[], byte[]> record) {
        String id = eventId(record);
        if (!idsByLane
                .computeIfAbsent(record.partition(), lane -> new HashSet<>())
                .add(id)) {
            violations.add(
                    Kind.DUPLICATED,
                    "on the topic again, in lane " + record.partition() + " at offset " + record.offset() + ": " + id);
        }
    }

    static String eventId(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.headers().lastHeader(EventHeaders.EVENT_ID).value(), StandardCharsets.UTF_8);
    }

    /** Checks; only after every record was taken. */
    void check(Connection log) throws SQLException {
        Map<Integer, Set<String>> left = new HashMap<>();
        idsByLane.forEach((lane, ids) -> left.put(lane, new HashSet<>(ids)));
        try (Statement statement = log.createStatement();
                ResultSet result = statement.executeQuery("SELECT event_id, lane FROM cdc_log ORDER BY id")) {
            while (result.next()) {
                String id = result.getString(1);
                int lane = result.getInt(2);
                boolean there = lane == EVERY_LANE
                        ? left.values().stream().filter(ids -> ids.remove(id)).count() == left.size()
                        : left.getOrDefault(lane, Set.of()).remove(id);
                if (!there) {
                    violations.add(Kind.LOST, "captured, but not on the topic, lane " + lane + ": " + id);
                }
            }
        }
        left.forEach((lane, ids) -> ids.forEach(
                id -> violations.add(Kind.WRONG, "on the topic, but not in cdc_log, lane " + lane + ": " + id)));
    }
}
