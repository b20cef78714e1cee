package io.dataflowsync.monitor.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.feed.Audience.Shown;
import io.dataflowsync.monitor.feed.Audience.ShownRow;
import io.dataflowsync.monitor.feed.LogName;
import io.dataflowsync.monitor.log.CdcRow;
import io.dataflowsync.monitor.log.LogFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final HeldWire wire = new HeldWire();
    private final TestClock clock = new TestClock();
    private final Client client = new Client(wire, new Outbox(1_000, 1_000_000), clock);

    @Test
    void aFrameHasItsTypeItsNumberAndItsTime() {
        client.show(new Shown("figures", "{\"queue\":1}"));

        assertThat(wire.sent)
                .containsExactly(
                        "{\"type\":\"figures\",\"seq\":1,\"at\":\"2026-01-01T00:00:00Z\",\"figures\":{\"queue\":1}}");
    }

    @Test
    void theNextFrameWaitsUntilTheLastIsThrough() {
        client.show(new Shown("figures", "1"));
        client.show(new Shown("figures", "2"));
        client.show(new Shown("figures", "3"));
        assertThat(wire.sent).hasSize(1);

        wire.through();

        assertThat(wire.sent).hasSize(2);
        assertThat(wire.sent.get(1)).contains("\"seq\":2").contains("\"figures\":3");
    }

    @Test
    void rowsOfALogThatIsNotWatchedAreNotSent() {
        client.add(LogName.CDC, rows(1), 0);

        assertThat(wire.sent).isEmpty();
    }

    @Test
    void onlyRowsThatPassTheFilterAreSent() {
        client.watch(LogName.CDC, new LogFilter("orders", null, null, null));

        client.add(LogName.CDC, List.of(row(1, "shop.orders"), row(2, "shop.payments")), 0);

        assertThat(wire.sent).hasSize(1);
        assertThat(wire.sent.get(0)).contains("\"rows\":[1],\"leftOut\":0");
    }

    @Test
    void ofVeryManyRowsAtOnceTheNewestAreSentAndTheRestAreCounted() {
        client.watch(LogName.CDC, LogFilter.ALL);

        client.add(LogName.CDC, rows(2_000), 50);
        wire.through();

        assertThat(wire.sent.get(0)).contains("[1601,").contains("\"leftOut\":1650");
        assertThat(wire.sent.get(1)).contains(",2000]").contains("\"leftOut\":0");
    }

    @Test
    void aFrameThatIsNotTakenIsAStall() {
        client.show(new Shown("figures", "1"));
        clock.now = NOW.plusSeconds(20);
        assertThat(client.stalledFor(Duration.ofSeconds(20))).isFalse();

        clock.now = NOW.plusSeconds(21);

        assertThat(client.stalledFor(Duration.ofSeconds(20))).isTrue();
        wire.through();
        assertThat(client.stalledFor(Duration.ofSeconds(20))).isFalse();
    }

    @Test
    void aFrameThatFailsCutsTheConnection() {
        client.show(new Shown("figures", "1"));

        wire.failed.run();

        assertThat(wire.cut).isTrue();
    }

    private static List<ShownRow> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> row(i, "shop.orders"))
                .toList();
    }

    private static ShownRow row(int id, String table) {
        CdcRow row = new CdcRow(id, "e" + id, table, "insert", 0, "f:1:0", null, "", NOW, NOW);
        return new ShownRow(row, Integer.toString(id));
    }

    /** Takes one frame, and the next when it is told to. */
    private static final class HeldWire implements Wire {
        private final List<String> sent = new ArrayList<>();
        private Runnable through = () -> {};
        private Runnable failed = () -> {};
        private boolean cut;

        @Override
        public void send(String text, Runnable through, Runnable failed) {
            sent.add(text);
            this.through = through;
            this.failed = failed;
        }

        void through() {
            through.run();
        }

        @Override
        public void cut() {
            cut = true;
        }
    }

    private static final class TestClock extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
