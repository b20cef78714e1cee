package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.pem.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private static final String TARGET = "  target: { host: b, user: u, password: p, schema: s, ";
    private static final String BROKER = "  broker: { bootstrap-servers: 'k:9092', ";
    private static final String PEM =
            "ca: " + PemFiles.CA + ", certificate: " + PemFiles.CLIENT + ", key: " + PemFiles.CLIENT_KEY;

    private final Path directory;

    TlsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private PipelineConfig read(String more) {
        return PipelineText.read(directory, PipelineText.LEAST + more, Map.of());
    }

    private Tls ofTarget(String tls) {
        return read(TARGET + "tls: " + tls + " }")
                .target()
                .map(TargetConfig::tls)
                .orElseThrow();
    }

    private static Tls of(Mode mode) {
        return new Tls(mode, Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aModeIsOneWord(Mode mode) {
        assertThat(ofTarget(mode.word())).isEqualTo(of(mode));
        assertThat(ofTarget("{ mode: " + mode.word() + " }")).isEqualTo(of(mode));
    }

    @Test
    void nothingIsEncryptedWhereTheFileSaysNothing() {
        PipelineConfig config = read("");
        assertThat(config.source().tls()).isEqualTo(Tls.OFF);
        assertThat(config.source().allowPublicKeyRetrieval()).isFalse();
    }

    @Test
    void whoNamesACaWantsTheServersIdentityVerified() {
        assertThat(ofTarget("{ ca: " + PemFiles.CA + " }"))
                .isEqualTo(new Tls(Mode.VERIFY_IDENTITY, Optional.of(PemFiles.CA), Optional.empty()));
    }

    @Test
    void everyServerHasItsOwn() {
        PipelineConfig config = PipelineText.read(directory, """
                dfs:
                  project: shop
                  source: { host: a, user: u, password: p, schemas: [s], tls: required }
                  target: { host: b, user: u, password: p, schema: s, tls: { mode: verify-ca, %s } }
                  log: { host: c, user: u, password: p, tls: verify-identity }
                  broker: { bootstrap-servers: "k:9092", tls: verify-ca }
                """.formatted(PEM), Map.of());
        assertThat(config.source().tls()).isEqualTo(of(Mode.REQUIRED));
        assertThat(config.target().orElseThrow().tls())
                .isEqualTo(new Tls(
                        Mode.VERIFY_CA,
                        Optional.of(PemFiles.CA),
                        Optional.of(new ClientCertificate(PemFiles.CLIENT, PemFiles.CLIENT_KEY))));
        assertThat(config.log().orElseThrow().tls()).isEqualTo(of(Mode.VERIFY_IDENTITY));
        assertThat(config.broker().orElseThrow().tls()).isEqualTo(of(Mode.VERIFY_CA));
    }

    @Test
    void aPathBeginsAtThePipelineFile() throws IOException {
        Path ca = Files.copy(PemFiles.CA, directory.resolve("own.pem"));
        assertThat(ofTarget("{ ca: own.pem }").ca()).contains(ca.toAbsolutePath());
    }

    @Test
    void theEnvironmentMaySayItToo() {
        PipelineConfig config = PipelineText.read(
                directory,
                PipelineText.LEAST,
                Map.of(
                        "DFS_SOURCE_TLS_MODE", "verify-ca",
                        "DFS_SOURCE_TLS_CA", PemFiles.CA.toString(),
                        "DFS_BROKER_BOOTSTRAP_SERVERS", "k:9092",
                        "DFS_BROKER_TLS", "verify-identity"));
        assertThat(config.source().tls())
                .isEqualTo(new Tls(Mode.VERIFY_CA, Optional.of(PemFiles.CA), Optional.empty()));
        assertThat(config.broker().orElseThrow().tls()).isEqualTo(of(Mode.VERIFY_IDENTITY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "fe80::1", "[::1]", "::ffff:10.0.0.7"})
    void theIdentityOfASourceNeedsAHostName(String address) {
        String text = """
                dfs:
                  project: shop
                  source: { host: "%s", user: u, password: p, schemas: [s], tls: %s }
                """;
        assertThat(PipelineText.problemsOf(directory, text.formatted(address, "verify-identity"), Map.of()))
                .isEqualTo(List.of(
                        "pipeline.yaml:3 dfs.source.host: an IP address with tls: verify-identity, for which the"
                                + " binlog client has no name to compare; write the host name that the certificate has, or tls:"
                                + " verify-ca"));
        assertThat(PipelineText.read(directory, text.formatted(address, "verify-ca"), Map.of())
                        .source()
                        .host())
                .isEqualTo(address);
    }

    @Test
    void thePublicKeyIsAskedForWhereTheFileSaysSo() {
        TargetConfig target =
                read(TARGET + "allow-public-key-retrieval: true }").target().orElseThrow();
        assertThat(target.allowPublicKeyRetrieval()).isTrue();
    }

    /** Of the target or the broker, on line 4, and the only problem. */
    static Stream<Arguments> wrong() {
        String target = "pipeline.yaml:4 dfs.target.";
        String broker = "pipeline.yaml:4 dfs.broker.";
        return Stream.of(
                arguments(
                        TARGET + "tls: on }",
                        target + "tls: unknown: 'on'; write one of verify-identity, verify-ca, required, off"),
                arguments(
                        TARGET + "tls: [required] }",
                        target + "tls: unknown: a list; write one of verify-identity, verify-ca, required, off"),
                arguments(
                        TARGET + "tls: { mode: preferred } }",
                        target
                                + "tls.mode: unknown: 'preferred'; write one of verify-identity, verify-ca, required, off"),
                arguments(TARGET + "tls: { mod: required } }", target + "tls.mod: unknown key; did you mean 'mode'?"),
                arguments(
                        TARGET + "tls: { mode: 'off', ca: " + PemFiles.CA + " } }",
                        target
                                + "tls.ca: a ca together with mode: off, which uses none; write another mode, or leave it out"),
                arguments(
                        TARGET + "tls: { mode: required, ca: " + PemFiles.CA + " } }",
                        target + "tls.ca: a ca together with mode: required, which checks no certificate; write mode:"
                                + " verify-identity or verify-ca, or leave the ca out"),
                arguments(
                        TARGET + "tls: { certificate: " + PemFiles.CLIENT + " } }",
                        target
                                + "tls.certificate: a certificate without its key; write key: and the path of its private"
                                + " key"),
                arguments(
                        TARGET + "tls: { key: " + PemFiles.CLIENT_KEY + " } }",
                        target + "tls.key: a key without its certificate; write certificate: and the path of it"),
                arguments(
                        TARGET + "tls: { ca: /no/such/ca.pem } }",
                        target + "tls.ca: no such file: /no/such/ca.pem; write the path of a PEM file"),
                arguments(TARGET + "tls: { ca: '' } }", target + "tls.ca: empty; write a name, or leave the key out"),
                arguments(
                        TARGET + "tls: { ca: " + PemFiles.CLIENT_KEY + " } }",
                        target + "tls.ca: the file " + PemFiles.CLIENT_KEY
                                + " has no certificate; write the path of a PEM"
                                + " file with -----BEGIN CERTIFICATE-----"),
                arguments(
                        TARGET + "tls: { certificate: " + PemFiles.CLIENT + ", key: " + PemFiles.CLIENT_KEY_SEC1
                                + " } }",
                        target + "tls.key: the file " + PemFiles.CLIENT_KEY_SEC1 + " has a key in the form 'EC PRIVATE"
                                + " KEY'; convert it: openssl pkcs8 -topk8 -nocrypt -in " + PemFiles.CLIENT_KEY_SEC1
                                + " -out client-key.pem"),
                arguments(
                        TARGET + "tls: required, allow-public-key-retrieval: true }",
                        target
                                + "allow-public-key-retrieval: allow-public-key-retrieval together with tls: required, which does not"
                                + " use it; leave it out"),
                arguments(
                        TARGET + "allow-public-key-retrieval: yes }",
                        target
                                + "allow-public-key-retrieval: true or false expected, found 'yes'; write true or false"),
                arguments(
                        BROKER + "tls: required }",
                        broker + "tls: unknown: 'required'; write one of verify-identity, verify-ca, off"),
                arguments(
                        BROKER + "tls: { mode: required } }",
                        broker + "tls.mode: unknown: 'required'; write one of verify-identity, verify-ca, off"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongWordOrCombinationIsOneProblem(String lines, String problem) {
        assertThat(PipelineText.problems(directory, lines)).isEqualTo(List.of(problem));
    }
}
