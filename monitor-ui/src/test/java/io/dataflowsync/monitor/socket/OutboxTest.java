package io.dataflowsync.monitor.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.feed.Audience.Shown;
import io.dataflowsync.monitor.feed.Audience.ShownRow;
import io.dataflowsync.monitor.feed.LogName;
import io.dataflowsync.monitor.log.CdcRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox(3, 100);

    @Test
    void onlyTheNewestFiguresWait() {
        outbox.show(new Shown("figures", "{\"queue\":1}"));
        outbox.show(new Shown("figures", "{\"queue\":2}"));

        assertThat(outbox.next()).contains(new Outbox.Body("figures", "\"figures\":{\"queue\":2}"));
        assertThat(outbox.next()).isEmpty();
    }

    @Test
    void figuresOvertakeRows() {
        outbox.add(LogName.CDC, row("1"));
        outbox.show(new Shown("figures", "{}"));

        assertThat(outbox.next()).map(Outbox.Body::type).contains("figures");
        assertThat(outbox.next()).contains(new Outbox.Body("cdc-log", "\"rows\":[1],\"leftOut\":0"));
    }

    @Test
    void tooManyRowsPushTheOldestOutAndAreCounted() {
        for (int i = 1; i <= 5; i++) {
            outbox.add(LogName.DPU, row(Integer.toString(i)));
        }

        assertThat(outbox.waitingRows()).isEqualTo(3);
        assertThat(outbox.next()).contains(new Outbox.Body("dpu-log", "\"rows\":[3,4,5],\"leftOut\":2"));
        assertThat(outbox.next()).isEmpty();
    }

    @Test
    void tooManyCharactersPushTheOldestOutToo() {
        outbox.add(LogName.DPU, row("\"" + "a".repeat(58) + "\""));
        outbox.add(LogName.DPU, row("\"" + "b".repeat(58) + "\""));

        assertThat(outbox.waitingRows()).isEqualTo(1);
        assertThat(outbox.waitingCharacters()).isEqualTo(60);
    }

    @Test
    void aRowLongerThanTheBoundIsLeftOutAndSaid() {
        outbox.add(LogName.DPU, row("\"" + "a".repeat(200) + "\""));

        assertThat(outbox.waitingCharacters()).isZero();
        assertThat(outbox.next()).contains(new Outbox.Body("dpu-log", "\"rows\":[],\"leftOut\":1"));
    }

    @Test
    void theRowsOfALogThatIsNoLongerWatchedAreForgotten() {
        outbox.add(LogName.CDC, row("1"));
        outbox.forget(LogName.CDC);

        assertThat(outbox.waitingCharacters()).isZero();
        assertThat(outbox.next()).isEmpty();
    }

    private static ShownRow row(String json) {
        CdcRow row = new CdcRow(1, "e", null, "insert", 0, "f:1:0", null, "", Instant.EPOCH, Instant.EPOCH);
        return new ShownRow(row, json);
    }
}
