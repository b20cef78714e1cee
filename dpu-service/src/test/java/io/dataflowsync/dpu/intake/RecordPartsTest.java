package io.dataflowsync.dpu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.EventHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordPartsTest {
    private final RecordParts parts = new RecordParts(4, 100);

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

    @Test
    void aPartEndsWhereATransactionEndsIfThatCanBe() {
        assertThat(parts.cut(records("..--.", 30))).extracting(List::size).containsExactly(2, 3);
        assertThat(parts.cut(records("-----.", 30))).extracting(List::size).containsExactly(3, 3);
    }

    @Test
    void aPartThatIsLargeEnoughEndsWithItsTransaction() {
        assertThat(parts.cut(records(".........", 1))).extracting(List::size).containsExactly(4, 4, 1);
        assertThat(parts.cut(records("..----..-.", 1))).extracting(List::size).containsExactly(7, 3);
        assertThat(parts.cut(records("-----.", 1))).extracting(List::size).containsExactly(6);
    }

    @Test
    void aTransactionThatGoesInPartsEndsAPartAnywhere() {
        assertThat(parts.cut(records("------", 1))).extracting(List::size).containsExactly(4, 2);
        assertThat(parts.cut(records("-.-------", 1))).extracting(List::size).containsExactly(4, 4, 1);
        assertThat(parts.cut(records("-----.---", 1))).extracting(List::size).containsExactly(6, 3);
    }

    @Test
    void aPartIsReadWhenItIsAskedFor() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(records("........", 1));
        Iterator<List<Received>> read = parts.of(records, Instant.EPOCH).iterator();
        assertThat(read.next()).extracting(Received::offset).containsExactly(0L, 1L, 2L, 3L);
        records.set(5, new ConsumerRecord<>("changes", 0, 77, new byte[0], new byte[0]));
        assertThat(read.next()).extracting(Received::offset).containsExactly(4L, 77L, 6L, 7L);
        assertThat(read.hasNext()).isFalse();
    }

    /** A dot for a record that ends its transaction, a dash for one with more behind it. */
    static List<ConsumerRecord<byte[], byte[]>> records(String ends, int bytes) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < ends.length(); i++) {
            ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("changes", 0, i, new byte[0], new byte[bytes]);
            if (ends.charAt(i) == '-') {
                record.headers().add(EventHeaders.MORE, new byte[0]);
            }
            records.add(record);
        }
        return records;
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
