package io.dataflowsync.servicekit.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.status.ServerView;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServerWatchTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Ticks clock = new Ticks();
    private @Nullable Exception failure;
    private final ServerWatch watch =
            new ServerWatch("target", "db80:3306", ErrorCode.TARGET_AWAY, this::answer, clock);

    private void answer() throws Exception {
        if (failure != null) {
            throw failure;
        }
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        assertThat(watch.view()).isEqualTo(new ServerView("target", "db80:3306", null, null, "", null, null));
    }

    @Test
    void aServerThatAnswersIsReachableSinceItsFirstAnswer() throws Exception {
        watch.look();
        clock.pass(Duration.ofSeconds(2));
        watch.look();

        assertThat(watch.view()).isEqualTo(new ServerView("target", "db80:3306", true, START, "", null, null));
    }

    @Test
    void aServerThatDoesNotAnswerIsAwaySinceTheFirstQuestionWithoutAnAnswer() throws Exception {
        watch.look();
        clock.pass(Duration.ofSeconds(2));
        failure = new SQLException("link failure", "08S01", new IOException("Connection\nrefused"));
        watch.look();
        clock.pass(Duration.ofSeconds(2));
        watch.look();

        assertThat(watch.view())
                .isEqualTo(new ServerView(
                        "target",
                        "db80:3306",
                        false,
                        START.plusSeconds(2),
                        "db80:3306 does not answer: Connection refused",
                        "target-away",
                        ErrorCode.TARGET_AWAY.remedy()));
    }

    @Test
    void aFrozenServerIsToldApartByItsSilence() throws Exception {
        failure = new SQLException("link failure", "08S01", new SocketTimeoutException("Read timed out"));
        watch.look();

        assertThat(watch.view().message()).isEqualTo("db80:3306 does not answer: nothing came within 3 s");
    }

    @Test
    void aServerThatIsBackIsReachableAgain() throws Exception {
        failure = new IOException("away");
        watch.look();
        clock.pass(Duration.ofSeconds(2));
        failure = null;
        watch.look();

        assertThat(watch.view())
                .isEqualTo(new ServerView("target", "db80:3306", true, START.plusSeconds(2), "", null, null));
    }

    @Test
    void anAnswerThatIsOldProvesNothing() throws Exception {
        watch.look();
        clock.pass(Duration.ofSeconds(8));

        assertThat(watch.view().away()).isTrue();
        assertThat(watch.view().since()).isEqualTo(START);
        assertThat(watch.view().message()).isEqualTo("db80:3306 does not answer, and the connection to it hangs");
    }

    /** A clock that a test moves. */
    private static final class Ticks extends Clock {
        private Instant now = START;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
