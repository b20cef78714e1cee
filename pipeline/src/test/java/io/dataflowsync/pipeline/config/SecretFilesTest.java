package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.Sasl.Mechanism;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords in files, and the broker's user. */
class SecretFilesTest {
    private static final String FILE_OF_THE_SOURCE = """
            dfs:
              project: shop
              source: { host: db57, user: dfs, password-file: secret, schemas: [shop] }
            """;

    private final Path directory;

    SecretFilesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Secret ofSource(String text, Map<String, String> environment) {
        return PipelineText.read(directory, text, environment).source().password();
    }

    private Optional<Sasl> sasl(String text) {
        return PipelineText.read(directory, PipelineText.LEAST + text, Map.of())
                .broker()
                .flatMap(BrokerConfig::sasl);
    }

    @ParameterizedTest
    @ValueSource(strings = {"p$w ord", "p$w ord\n", "p$w ord\r\n"})
    void theLineBreakAtTheEndIsNoPartOfThePassword(String text) throws IOException {
        write("secret", text);
        assertThat(ofSource(FILE_OF_THE_SOURCE, Map.of())).isEqualTo(new Secret("p$w ord"));
    }

    @Test
    void onlyTheLastLineBreakIsDropped() throws IOException {
        write("secret", "\n a \n\n");
        assertThat(ofSource(FILE_OF_THE_SOURCE, Map.of())).isEqualTo(new Secret("\n a \n"));
    }

    @Test
    void aFileThatTheEnvironmentNamesStandsInsteadOfThePassword() throws IOException {
        write("other", "from the file");
        assertThat(ofSource(PipelineText.LEAST, Map.of("DFS_SOURCE_PASSWORD_FILE", directory.resolve("other") + "")))
                .isEqualTo(new Secret("from the file"));
    }

    @Test
    void aPasswordOfTheEnvironmentStandsInsteadOfTheFile() {
        assertThat(ofSource(FILE_OF_THE_SOURCE, Map.of("DFS_SOURCE_PASSWORD", "direct")))
                .isEqualTo(new Secret("direct"));
    }

    @Test
    void bothInTheEnvironmentAreAProblem() throws IOException {
        write("secret", "s");
        assertThat(PipelineText.problemsOf(
                        directory,
                        PipelineText.LEAST,
                        Map.of("DFS_SOURCE_PASSWORD", "direct", "DFS_SOURCE_PASSWORD_FILE", "secret")))
                .containsExactly(
                        "DFS_SOURCE_PASSWORD_FILE: a password-file together with a password; write one of the two");
    }

    @Test
    void everyServerMayHaveAFile() throws IOException {
        write("secret", "s");
        PipelineConfig config = PipelineText.read(directory, FILE_OF_THE_SOURCE + """
                  target: { host: b, user: u, password-file: secret, schema: s }
                  log: { host: c, user: u, password-file: secret }
                """, Map.of());
        assertThat(config.target().orElseThrow().password()).isEqualTo(new Secret("s"));
        assertThat(config.log().orElseThrow().password()).isEqualTo(new Secret("s"));
    }

    @Test
    void theBrokersUserHasAMechanismAndAPassword() throws IOException {
        write("secret", "s\n");
        String broker = "  broker: { bootstrap-servers: 'k:9092', sasl: { user: dfs, ";
        assertThat(sasl(broker + "password: p } }"))
                .contains(new Sasl(Mechanism.SCRAM_SHA_512, "dfs", new Secret("p")));
        assertThat(sasl(broker + "password-file: secret, mechanism: SCRAM-SHA-256 } }"))
                .contains(new Sasl(Mechanism.SCRAM_SHA_256, "dfs", new Secret("s")));
        assertThat(sasl(broker + "password: p, mechanism: PLAIN } }"))
                .contains(new Sasl(Mechanism.PLAIN, "dfs", new Secret("p")));
        assertThat(sasl("  broker: { bootstrap-servers: 'k:9092' }")).isEmpty();
    }

    static Stream<Arguments> wrong() {
        String log = "  log: { host: c, user: u, ";
        String broker = "  broker: { bootstrap-servers: 'k:9092', sasl: ";
        String ofLog = "pipeline.yaml:4 dfs.log.";
        String ofBroker = "pipeline.yaml:4 dfs.broker.";
        return Stream.of(
                arguments(
                        log + "password: p, password-file: full }",
                        ofLog + "password-file: a password-file together with a password; write one of the two"),
                arguments(
                        log + "password-file: none }",
                        ofLog
                                + "password-file: no such file: <directory>/none; write the path of a file with the password"
                                + " alone"),
                arguments(
                        log + "password-file: empty }",
                        ofLog + "password-file: the file <directory>/empty is empty; write the password into it"),
                arguments(
                        log + "password-file: line }",
                        ofLog + "password-file: the file <directory>/line is empty; write the password into it"),
                arguments(
                        log + "password-file: . }",
                        ofLog + "password-file: the file <directory> cannot be read; let the service's user read it"),
                arguments(
                        log + "password-file: '' }",
                        ofLog + "password-file: empty; write a name, or leave the key out"),
                arguments(broker + "{ password: p } }", ofBroker + "sasl.user: missing; write user: dfs"),
                arguments(
                        broker + "{ user: u } }",
                        ofBroker + "sasl.password: missing; write password: \"${BROKER_PASSWORD}\""),
                arguments(
                        broker + "{ user: u, password: p, mechanism: GSSAPI } }",
                        ofBroker
                                + "sasl.mechanism: unknown: 'GSSAPI'; write one of SCRAM-SHA-256, SCRAM-SHA-512, PLAIN"),
                arguments(
                        broker + "{ user: u, password: p, pasword-file: x } }",
                        ofBroker + "sasl.pasword-file: unknown key; did you mean 'password-file'?"),
                arguments(
                        broker + "SCRAM-SHA-512 }",
                        ofBroker + "sasl: settings expected, found 'SCRAM-SHA-512'; write sasl: { key: value }"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongFileOrUserIsOneProblem(String lines, String problem) throws IOException {
        write("full", "s");
        write("empty", "");
        write("line", "\n");
        assertThat(PipelineText.problems(directory, lines))
                .isEqualTo(List.of(problem.replace(
                        "<directory>", directory.toAbsolutePath().normalize().toString())));
    }

    @Test
    void noTextOfAConfigurationHasAPassword() throws IOException {
        write("secret", "hidden");
        PipelineConfig config = PipelineText.read(directory, FILE_OF_THE_SOURCE + """
                  broker: { bootstrap-servers: 'k:9092', sasl: { user: u, password: hidden } }
                """, Map.of());
        assertThat(config.toString()).doesNotContain("hidden");
    }

    private static final String FILES_OF_ALL = """
            dfs:
              project: shop
              source: { host: a, user: u, password-file: source, schemas: [shop], tls: { ca: source.ca } }
              target: { host: b, user: u, password-file: target, schema: s, tls: { certificate: t.pem, key: t.key } }
              log: { host: c, user: u, password-file: log }
              broker: { bootstrap-servers: 'k:9092', sasl: { user: u, password-file: broker }, tls: { ca: broker.ca } }
            """;

    private PipelineConfig readFor(String text, ServerName... needed) throws IOException {
        write("pipeline.yaml", text);
        return PipelineFile.read(directory.resolve("pipeline.yaml"), Map.of(), Set.of(needed));
    }

    @Test
    void aProcessOpensNoFileOfAServerThatItDoesNotConnectTo() throws IOException {
        write("log", "of the log");
        PipelineConfig config = readFor(FILES_OF_ALL, ServerName.LOG);
        assertThat(config.log().orElseThrow().password()).isEqualTo(new Secret("of the log"));
        assertThat(config.source().password()).isEqualTo(new Secret(""));
        assertThat(config.target().orElseThrow().password()).isEqualTo(new Secret(""));
        assertThat(config.broker().orElseThrow().sasl().orElseThrow().password())
                .isEqualTo(new Secret(""));
        assertThat(config.source().host()).isEqualTo("a");
        assertThat(config.source().schemas()).containsExactly("shop");
    }

    @ParameterizedTest
    @CsvSource({
        "SOURCE, pipeline.yaml:3 dfs.source.password-file pipeline.yaml:3 dfs.source.tls.ca",
        "TARGET, pipeline.yaml:4 dfs.target.password-file pipeline.yaml:4 dfs.target.tls.certificate pipeline.yaml:4 dfs.target.tls.key",
        "LOG, pipeline.yaml:5 dfs.log.password-file",
        "BROKER, pipeline.yaml:6 dfs.broker.sasl.password-file pipeline.yaml:6 dfs.broker.tls.ca"
    })
    void thoseOfAServerThatItConnectsToMustBeThere(ServerName needed, String places) {
        assertThatThrownBy(() -> readFor(FILES_OF_ALL, needed))
                .isInstanceOfSatisfying(InvalidPipelineException.class, e -> assertThat(
                                e.problems().stream().map(Problem::place))
                        .containsExactlyInAnyOrderElementsOf(List.of(places.split(" (?=pipeline)"))));
    }

    @Test
    void aProcessFillsInNoPasswordOfAServerThatItDoesNotConnectTo() throws IOException {
        String text = """
                dfs:
                  project: shop
                  source: { host: a, user: u, password: "${NOT_SET_OF_THE_SOURCE}", schemas: [shop] }
                  target: { host: b, user: u, password: of the target, schema: s }
                  log: { host: c, user: u }
                  broker: { bootstrap-servers: 'k:9092', sasl: { user: u, password: "${NOT_SET_EITHER}" } }
                """;
        PipelineConfig config = readFor(text, ServerName.TARGET);
        assertThat(config.target().orElseThrow().password()).isEqualTo(new Secret("of the target"));
        assertThat(config.source().password()).isEqualTo(new Secret(""));

        assertThatThrownBy(() -> readFor(text, ServerName.SOURCE, ServerName.BROKER))
                .isInstanceOfSatisfying(InvalidPipelineException.class, e -> assertThat(
                                e.problems().stream().map(Problem::place))
                        .containsExactly(
                                "pipeline.yaml:3 dfs.source.password", "pipeline.yaml:6 dfs.broker.sasl.password"));
    }
}
