package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A pipeline file of a test. */
final class PipelineText {
    /** What every pipeline needs, on the lines 1 to 3. */
    static final String LEAST = """
            dfs:
              project: shop
              source: { host: db57, user: dfs, password: "secret", schemas: [shop] }
            """;

    private PipelineText() {}

    static PipelineConfig read(Path directory, String text, Map<String, String> environment) {
        Path file = directory.resolve("pipeline.yaml");
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PipelineFile.read(file, environment);
    }

    /** What is wrong with {@link #LEAST} and these lines after it. */
    static List<String> problems(Path directory, String more) {
        return problemsOf(directory, LEAST + more, Map.of());
    }

    static List<String> problemsOf(Path directory, String text, Map<String, String> environment) {
        InvalidPipelineException thrown =
                catchThrowableOfType(InvalidPipelineException.class, () -> read(directory, text, environment));
        return thrown == null
                ? List.of()
                : thrown.problems().stream().map(Problem::toString).toList();
    }
}
