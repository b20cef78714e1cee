package io.dataflowsync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.bench.course.DrainCourse;
import io.dataflowsync.bench.report.Figure;
import io.dataflowsync.bench.report.FigureFile;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchIT {
    @Test
    void aTinyRunTellsFiguresOfRightTargets(@TempDir Path directory) throws IOException {
        BenchOptions options = new BenchOptions(List.of("W1"), true, 1, false, Optional.empty());
        List<Figure> figures;
        try (RunDirectory run = RunDirectory.open()) {
            Bench bench = new Bench(run, options, Progress.to(System.out));
            bench.run();
            figures = bench.figures();
        }
        Path file = directory.resolve("figures.json");
        FigureFile.write(file, figures);

        JsonNode drain = figure(new ObjectMapper().readTree(file.toFile()), DrainCourse.figure("W1", "DataFlowSync"));
        assertThat(drain.get("median").asDouble()).isPositive();
        assertThat(drain.get("unit").asText()).isEqualTo("rows/s");
        assertThat(drain.get("goal").asText()).isEqualTo("at least 1.5");
        assertThat(drain.get("reached").isNull()).isTrue();
        JsonNode dpu = figure(new ObjectMapper().readTree(file.toFile()), "W1 dpu-service alone");
        assertThat(dpu.get("against").asText()).isEqualTo("W1 raw batched inserts");
        assertThat(dpu.get("ratio").asDouble()).isPositive();
        assertThat(dpu.get("reached").isBoolean()).isTrue();
    }

    private static JsonNode figure(JsonNode figures, String name) {
        for (JsonNode figure : figures) {
            if (figure.get("figure").asText().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("no figure " + name + " in " + figures);
    }
}
