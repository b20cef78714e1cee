package io.dataflowsync.cdc.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A captured batch is written as its events: a dot ends its transaction, a dash does not. */
class CapturedTransactionTest {
    private final CapturedTransaction open = new CapturedTransaction(new TransactionLimit(5, 1 << 20));

    @Test
    void aTransactionIsKeptUntilItHasEnded() {
        assertThat(ended("..-.")).isEqualTo("..-.");
        assertThat(ended(".--")).isEmpty();
        assertThat(ended("-.")).isEqualTo(".---.");
    }

    @Test
    void oneThatIsTooLargeGoesInPartsToItsEndAndTheNextIsKeptAgain() {
        assertThat(ended("----")).isEmpty();
        assertThat(ended("-")).isEqualTo("-----");
        assertThat(ended("-")).isEqualTo("-");
        assertThat(ended("-.-")).isEmpty();
        assertThat(ended("-.")).isEqualTo("-.--.");
    }

    @Test
    void theBytesOfWhatIsKeptAreBounded() {
        CapturedTransaction narrow = new CapturedTransaction(new TransactionLimit(100, 3_000));
        assertThat(ended(narrow, "--")).isEmpty();
        assertThat(ended(narrow, "---")).isEqualTo("-----");
    }

    @Test
    void behindARestartNothingIsKept() {
        ended("--");
        open.restart();
        assertThat(ended("-.")).isEqualTo("-.");
        ended("-----");
        open.restart();
        assertThat(ended("-")).isEmpty();
    }

    @Test
    void whatIsKeptStandsBeforeWhatComes() {
        OutgoingEvent next = outgoing(7, false);
        assertThat(open.with(List.of(next))).containsExactly(next);

        ended("..");
        assertThat(open.with(List.of())).isEmpty();

        ended("--");
        assertThat(open.with(List.of(next))).hasSize(3).last().isEqualTo(next);
    }

    private String ended(String captured) {
        return ended(open, captured);
    }

    private static String ended(CapturedTransaction open, String captured) {
        BitSet ends = new BitSet();
        List<ChangeEvent> events = new ArrayList<>();
        List<OutgoingEvent> mapped = new ArrayList<>();
        for (int i = 0; i < captured.length(); i++) {
            ends.set(i, captured.charAt(i) == '.');
            mapped.add(outgoing(i, ends.get(i)));
            events.add(mapped.get(i).event());
        }
        StringBuilder gone = new StringBuilder();
        open.ended(
                        new CapturedBatch(events, ends, Optional.empty()),
                        new OutgoingBatch(mapped, List.of(), Optional.empty()))
                .ifPresent(batch -> batch.events().forEach(event -> gone.append(event.ends() ? '.' : '-')));
        return gone.toString();
    }

    private static OutgoingEvent outgoing(int place, boolean ends) {
        SourcePosition position = new SourcePosition("bin.000001", place, 0, null, null);
        ChangeEvent event = new ChangeEvent.Insert(
                new EventOrigin(position.toString(), position, Instant.EPOCH, Instant.EPOCH),
                new TableName("shop", "orders"),
                Row.empty(),
                Row.empty());
        return new OutgoingEvent(event, 0, null, new byte[100], ends);
    }
}
