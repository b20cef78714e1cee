package io.dataflowsync.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {

    @Test
    void waitingIsNotBurning() {
        assertThat(ProcStat.Cpu.of("cpu  100 20 30 9999 8888 4 5 77 0 0")).isEqualTo(new ProcStat.Cpu(159, 77));
    }

    @Test
    void theNameOfAProcessMayHaveBlanksAndBrackets() {
        assertThat(ProcStat.ticks("42 (a (b) c) S 1 42 42 0 -1 4194560 100 0 0 0 250 31 0 0 20 0 1 0 100 1 1"))
                .isEqualTo(281);
    }
}
