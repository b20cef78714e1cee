package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.pem.PemFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/pipeline-file.md} against what is read. */
class PipelineDocTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> PASSWORDS =
            Map.of("SOURCE_PASSWORD", "s", "TARGET_PASSWORD", "t", "LOG_PASSWORD", "l", "BROKER_PASSWORD", "b");

    private final Path directory;

    PipelineDocTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of("..", file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> examples() {
        return examples("docs/pipeline-file.md");
    }

    static Stream<String> examplesOfTheReadme() {
        return examples("README.md");
    }

    static Stream<String> examplesOfSecurity() {
        return examples("docs/security.md");
    }

    private static Stream<String> examples(String file) {
        return YAML.matcher(text(file))
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring(8, block.length() - 3));
    }

    @ParameterizedTest
    @MethodSource({"examples", "examplesOfTheReadme", "examplesOfSecurity"})
    void anExampleIsAPipeline(String example) throws IOException {
        for (String server : List.of("source", "target", "log", "broker")) {
            Files.writeString(directory.resolve(server), "secret\n");
        }
        String text = example.replace("/run/secrets/", directory + "/")
                .replace("/etc/dfs/tls/", PemFiles.CA.getParent() + "/");
        String whole = text.contains("project:") ? text : text.replaceFirst("dfs:\n", PipelineText.LEAST);
        assertThat(PipelineText.problemsOf(directory, whole, PASSWORDS)).isEmpty();
    }

    @Test
    void theExamplesShowEverySetting() {
        List<String> keys = List.of(
                "project source target log broker snapshot start-from identity uncaptured on-error ddl tables host port user"
                        .split(" ", -1));
        List<String> more = List.of(("password schemas schema checkpoint-schema bootstrap-servers partitions"
                        + " replication-factor file position gtid-set skip key columns references drop mask as map"
                        + " constant default by truncate offset password-file tls mode ca certificate allow-public-key-retrieval sasl"
                        + " mechanism")
                .split(" ", -1));
        String all = String.join("", examples().toList());
        assertThat(Stream.concat(keys.stream(), more.stream()))
                .allSatisfy(key -> assertThat(all).containsPattern("[\\s{]" + key + ":"));
    }

    @Test
    void theFirstExampleMeansWhatItSays() {
        PipelineConfig config =
                PipelineText.read(directory, examples().findFirst().orElseThrow(), PASSWORDS);
        assertThat(config.source().password()).isEqualTo(new Secret("s"));
        assertThat(config.table("customers").column("tier").values().map()).isEqualTo(Map.of("A", "gold"));
        assertThat(config.table("comments").references())
                .isEqualTo(Map.of(
                        "subject_id",
                        new ReferenceRule.Polymorphic("subject_type", Map.of("Post", "posts", "User", "users"))));
        assertThat(config.table("audit").skip()).isTrue();
    }
}
