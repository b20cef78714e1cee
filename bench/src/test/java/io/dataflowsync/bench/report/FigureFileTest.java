package io.dataflowsync.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureFileTest {
    private static final List<Figure> FIGURES = List.of(
            new Figure("ours", 3, 2, 4, "rows/s", "theirs", 1.5, "at least 1.5", true),
            new Figure("theirs", 2, 2, 2, "rows/s", null, null, null, null));

    @Test
    void eachFigureHasEveryFieldInTheSameOrder(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("figures.json");

        FigureFile.write(file, FIGURES);

        JsonNode array = new ObjectMapper().readTree(file.toFile());
        for (JsonNode figure : array) {
            assertThat(figure.fieldNames())
                    .toIterable()
                    .containsExactly("figure", "median", "min", "max", "unit", "against", "ratio", "goal", "reached");
        }
        assertThat(array.get(1).get("against").isNull()).isTrue();
    }

    @Test
    void whatWasWrittenIsRead(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("figures.json");

        FigureFile.write(file, FIGURES);

        assertThat(FigureFile.read(file)).isEqualTo(FIGURES);
    }
}
