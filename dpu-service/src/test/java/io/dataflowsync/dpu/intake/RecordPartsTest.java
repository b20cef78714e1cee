package io.dataflowsync.dpu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordPartsTest {
    private final RecordParts parts = new RecordParts(100);

    @Test
    void recordsOfFewBytesAreOnePart() {
        assertThat(sizes(50, 40, 10)).containsExactly(List.of(50, 40, 10));
    }

    @Test
    void noPartHasMoreBytesThanAllowedUnlessARecordAloneHas() {
        assertThat(sizes(60, 60, 300, 10, 90, 1))
                .containsExactly(List.of(60), List.of(60), List.of(300), List.of(10, 90), List.of(1));
    }

    @Test
    void nothingIsNoPart() {
        assertThat(sizes()).isEmpty();
    }

    private List<List<Integer>> sizes(int... bytes) {
        List<ConsumerRecord<byte[], byte[]>> records = IntStream.range(0, bytes.length)
                .mapToObj(n -> new ConsumerRecord<>("changes", 0, n, new byte[0], new byte[bytes[n]]))
                .toList();
        return parts.cut(records).stream()
                .map(part -> part.stream().map(record -> record.value().length).toList())
                .toList();
    }
}
