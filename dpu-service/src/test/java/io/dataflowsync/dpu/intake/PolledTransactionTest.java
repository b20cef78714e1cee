package io.dataflowsync.dpu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.TransactionLimit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Polls are written as in {@link RecordPartsTest}: a dot ends its transaction, a dash does not. */
class PolledTransactionTest {
    private final PolledTransaction open = new PolledTransaction(new TransactionLimit(5, 1 << 20));

    @Test
    void whatHasEndedIsTakenAtOnce() {
        assertThat(taken("..-.")).isEqualTo("..-.");
    }

    @Test
    void aTransactionIsKeptUntilItHasEnded() {
        assertThat(taken("..--")).isEqualTo("..");
        assertThat(taken("-")).isEmpty();
        assertThat(taken("-..-")).isEqualTo("----..");
        assertThat(taken(".")).isEqualTo("-.");
    }

    @Test
    void oneOfAsManyChangesAsAllowedIsWhole() {
        assertThat(taken("----")).isEmpty();
        assertThat(taken(".")).isEqualTo("----.");
    }

    @Test
    void oneThatIsTooLargeGoesInPartsToItsEndAndTheNextIsKeptAgain() {
        assertThat(taken("---")).isEmpty();
        assertThat(taken("--")).isEqualTo("-----");
        assertThat(taken("-")).isEqualTo("-");
        assertThat(taken("-.--")).isEqualTo("-.");
        assertThat(taken(".")).isEqualTo("--.");
    }

    @Test
    void bytesCountAsChangesDo() {
        PolledTransaction narrow = new PolledTransaction(new TransactionLimit(100, 3_000));
        assertThat(narrow.ended(RecordPartsTest.records("-", 1_000))).isEmpty();
        assertThat(narrow.ended(RecordPartsTest.records("-", 1_000))).hasSize(2);
    }

    @Test
    void behindARestartNothingIsKept() {
        taken("---");
        open.restart();
        assertThat(taken("-.")).isEqualTo("-.");
        taken("-----");
        open.restart();
        assertThat(taken("-")).isEmpty();
    }

    private String taken(String polled) {
        StringBuilder taken = new StringBuilder();
        List<ConsumerRecord<byte[], byte[]>> ended = open.ended(RecordPartsTest.records(polled, 1));
        ended.forEach(record -> taken.append(RecordReader.hasMore(record) ? '-' : '.'));
        return taken.toString();
    }
}
