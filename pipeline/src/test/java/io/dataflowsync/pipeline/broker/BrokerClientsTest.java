package io.dataflowsync.pipeline.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.Sasl;
import io.dataflowsync.pipeline.config.Sasl.Mechanism;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.pem.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerClientsTest {
    private static final String SCRAM =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"dfs\" password=\"p\";";

    private static BrokerConfig broker(Tls tls, Optional<Sasl> sasl) {
        return new BrokerConfig("k:9092", 4, 1, tls, sasl);
    }

    private static Tls verifying(Mode mode) {
        return new Tls(mode, Optional.of(PemFiles.CA), Optional.empty());
    }

    private static Optional<Sasl> user(Mechanism mechanism, String password) {
        return Optional.of(new Sasl(mechanism, "dfs", new Secret(password)));
    }

    @Test
    void withoutTlsAndUserThereIsTheAddressAlone() {
        assertThat(BrokerClients.settings(broker(Tls.OFF, Optional.empty())))
                .isEqualTo(Map.of("bootstrap.servers", "k:9092"));
    }

    @Test
    void aUserOverAPlainConnection() {
        assertThat(BrokerClients.settings(broker(Tls.OFF, user(Mechanism.SCRAM_SHA_256, "p"))))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "k:9092",
                        "security.protocol", "SASL_PLAINTEXT",
                        "sasl.mechanism", "SCRAM-SHA-256",
                        "sasl.jaas.config", SCRAM));
    }

    @Test
    void aUserOverAnEncryptedConnectionToAVerifiedHost() {
        assertThat(BrokerClients.settings(broker(verifying(Mode.VERIFY_IDENTITY), user(Mechanism.SCRAM_SHA_512, "p"))))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "k:9092",
                        "security.protocol", "SASL_SSL",
                        "sasl.mechanism", "SCRAM-SHA-512",
                        "sasl.jaas.config", SCRAM,
                        "ssl.endpoint.identification.algorithm", "https",
                        "ssl.truststore.type", "PEM",
                        "ssl.truststore.location", PemFiles.CA.toString()));
    }

    @Test
    void verifyCaAsksForNoHostName() {
        assertThat(BrokerClients.settings(broker(verifying(Mode.VERIFY_CA), Optional.empty())))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("ssl.endpoint.identification.algorithm", "");
    }

    @Test
    void aClientCertificateIsTextOfBothFiles() throws IOException {
        Tls tls = new Tls(
                Mode.VERIFY_IDENTITY,
                Optional.empty(),
                Optional.of(new ClientCertificate(PemFiles.CLIENT, PemFiles.CLIENT_KEY)));
        assertThat(BrokerClients.settings(broker(tls, Optional.empty())))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "k:9092",
                        "security.protocol", "SSL",
                        "ssl.endpoint.identification.algorithm", "https",
                        "ssl.keystore.type", "PEM",
                        "ssl.keystore.certificate.chain", Files.readString(PemFiles.CLIENT),
                        "ssl.keystore.key", Files.readString(PemFiles.CLIENT_KEY)));
    }

    @Test
    void aPasswordMayHaveAnySign() {
        assertThat(BrokerClients.settings(broker(Tls.OFF, user(Mechanism.PLAIN, "a\"b\\c;\nd"))))
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"dfs\""
                                + " password=\"a\\\"b\\\\c;\\nd\";");
    }

    @Test
    void aReaderUpToTheEndDoesNotWaitForMore() {
        assertThat(BrokerClients.reader(broker(Tls.OFF, user(Mechanism.SCRAM_SHA_256, "p"))))
                .isEqualTo(Map.of(
                        "bootstrap.servers", "k:9092",
                        "security.protocol", "SASL_PLAINTEXT",
                        "sasl.mechanism", "SCRAM-SHA-256",
                        "sasl.jaas.config", SCRAM,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "allow.auto.create.topics", "false",
                        "fetch.max.wait.ms", "10"));
    }

    @Test
    void aClientsOwnSettingsCome() {
        assertThat(BrokerClients.with(broker(Tls.OFF, Optional.empty()), Map.of("acks", "all")))
                .isEqualTo(Map.of("bootstrap.servers", "k:9092", "acks", "all"));
    }
}
