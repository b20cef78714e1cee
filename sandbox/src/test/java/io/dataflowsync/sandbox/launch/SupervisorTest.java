package io.dataflowsync.sandbox.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupervisorTest {
    private final List<String> said = new ArrayList<>();
    private long now;
    private final Supervisor supervisor = new Supervisor(said::add, () -> now);
    private final Ended process = new Ended();

    @Test
    void whatRunsIsLeftAlone() {
        supervisor.add(process).look();
        assertThat(process.starts).isZero();
        assertThat(said).isEmpty();
    }

    @Test
    void whatHasEndedIsStartedAgainAndReported() {
        supervisor.add(process);
        process.end(137);
        supervisor.look();
        supervisor.look();
        assertThat(process.starts).isEqualTo(1);
        assertThat(said).containsExactly("it ended with exit code 137 and is started again");
    }

    @Test
    void whatEndsAgainAndAgainEndsTheRun() {
        supervisor.add(process);
        for (int i = 0; i < 4; i++) {
            process.end(1);
            supervisor.look();
            now += Duration.ofSeconds(20).toNanos();
        }
        process.end(1);
        assertThatThrownBy(supervisor::look)
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("it ended with exit code 1, the 5th time within 2 minutes:\nits last words");
        assertThat(process.starts).isEqualTo(4);
    }

    @Test
    void whatEndsNowAndThenIsStartedForEver() {
        supervisor.add(process);
        for (int i = 0; i < 20; i++) {
            process.end(1);
            supervisor.look();
            now += Duration.ofMinutes(1).toNanos();
        }
        assertThat(process.starts).isEqualTo(20);
    }

    @Test
    void aWrongPipelineFileEndsTheRun() {
        supervisor.add(process);
        process.end(2);
        assertThatThrownBy(supervisor::look)
                .isInstanceOf(LaunchFailure.class)
                .hasMessage("it ended with exit code 2:\nits last words");
    }

    private static final class Ended implements Supervisor.Process {
        private boolean dead;
        private int code;
        private int starts;

        void end(int exitCode) {
            dead = true;
            code = exitCode;
        }

        @Override
        public String name() {
            return "it";
        }

        @Override
        public boolean hasDied() {
            return dead;
        }

        @Override
        public int exitCode() {
            return code;
        }

        @Override
        public String lastWords() {
            return "its last words";
        }

        @Override
        public void startAgain() {
            dead = false;
            starts++;
        }
    }
}
