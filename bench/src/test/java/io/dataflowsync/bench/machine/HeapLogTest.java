package io.dataflowsync.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.bench.machine.HeapLog.Peak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapLogTest {
    @Test
    void thePeaksAreThoseSinceItBegan(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("heap.log");
        Files.writeString(file, "[1.0s][info][gc] GC(0) Pause Young (Allocation Failure) 400M->300M(494M) 5.2ms\n");
        HeapLog log = new HeapLog(file);

        log.begin();
        Files.writeString(file, """
                [2.0s][info][gc] GC(1) Pause Young (Allocation Failure) 123M->45M(494M) 5.2ms
                [3.0s][info][gc] GC(2) Pause Full (Metadata GC Threshold) 99M->50M(494M) 50.2ms
                """, StandardOpenOption.APPEND);

        assertThat(log.peak()).isEqualTo(new Peak(123, 50));
    }

    @Test
    void aHeapThatWasNotCollectedHasNone(@TempDir Path directory) {
        HeapLog log = new HeapLog(directory.resolve("none.log"));

        log.begin();

        assertThat(log.peak()).isEqualTo(Peak.NONE);
    }
}
