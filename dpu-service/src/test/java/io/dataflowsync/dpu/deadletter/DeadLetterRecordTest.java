package io.dataflowsync.dpu.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedRows;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterRecordTest {
    private static final String TOPIC = "dfs.shop.dead-letters";

    @Test
    void aRecordIsTheEventUnderItsIdWithTheErrorInHeaders() {
        ProducerRecord<byte[], byte[]> record =
                DeadLetterRecord.of(TOPIC, letter(new TableName("shop", "people"), "at a.B", "INSERT ü"));
        assertThat(record.topic()).isEqualTo(TOPIC);
        assertThat(record.partition()).isNull();
        assertThat(new String(record.key(), UTF_8)).isEqualTo("a:1");
        assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"name\": \"Zoë\"}");
        assertThat(headers(record))
                .containsExactly(
                        Map.entry("table", "shop.people"),
                        Map.entry("operation", "insert"),
                        Map.entry("event-id", "a:1"),
                        Map.entry("error-code", "duplicate-value"),
                        Map.entry("error", "Duplicate entry 'Zoë'"),
                        Map.entry("place", "2:4711"),
                        Map.entry("sql", "INSERT ü"),
                        Map.entry("stack", "at a.B"));
    }

    @Test
    void whatIsNotKnownHasNoHeader() {
        assertThat(headers(DeadLetterRecord.of(TOPIC, letter(null, null, null))))
                .containsOnlyKeys("operation", "event-id", "error-code", "error", "place");
    }

    @Test
    void aLongHeaderIsCut() {
        String longest = "x".repeat(64 * 1024);
        assertThat(headers(DeadLetterRecord.of(TOPIC, letter(null, null, longest + "y"))))
                .containsEntry("sql", longest);
    }

    private static DeadLetter letter(@Nullable TableName table, @Nullable String stack, @Nullable String sql) {
        return new DeadLetter(
                "a:1",
                2,
                4711,
                new DeadLetter.What(table, "insert", "1", sql),
                new DeadLetter.Why(ErrorCode.DUPLICATE_VALUE, "Duplicate entry 'Zoë'", stack, null),
                AffectedRows.NOTHING,
                "{\"name\": \"Zoë\"}");
    }

    private static Map<String, String> headers(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
