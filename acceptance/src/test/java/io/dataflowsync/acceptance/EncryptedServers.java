package io.dataflowsync.acceptance;

import io.dataflowsync.acceptance.front.TlsFront;
import io.dataflowsync.acceptance.front.TlsFront.Demand;
import io.dataflowsync.sandbox.engine.Certificates;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.KafkaBroker.Outside;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Servers whose user {@code dfs} gets in by TLS alone: the source and the target with a client certificate, the log with a password, the broker
 * by SCRAM. Their certificates are for 127.0.0.1 and for no name, the source's for localhost alone: the engine's binlog client verifies a name.
 *
 * @param directory of the files with passwords
 * @param server the certificate that all but the source show
 * @param source the source's TLS: the server itself, an old one, has none that a JDK speaks
 * @param encrypted the broker's port for clients by SASL_SSL
 */
record EncryptedServers(
        Path directory,
        Certificates certificates,
        Pem server,
        Pem client,
        FaultServers all,
        TlsFront source,
        int encrypted)
        implements AutoCloseable {
    private static final String ADDRESS = "ip:127.0.0.1";
    /** With what has a meaning of its own where Kafka reads it. */
    static final String BROKER_PASSWORD = "dfs \"broker\"; \\ 'it' = ${x}";

    private static final String BY_TLS = "ALTER USER 'dfs'@'%' REQUIRE ";

    static EncryptedServers start(RunDirectory run) throws Exception {
        Certificates certificates = Certificates.in(run.path().resolve("certificates"));
        Pem server = certificates.server("server", ADDRESS);
        Pem sourcePem = certificates.server("source", "dns:localhost");
        Pem client = certificates.client("client");
        int encrypted = FreePort.onLoopback();
        CompletableFuture<MySql57> source = starting(() -> MySql57.start(run));
        CompletableFuture<MySql80> target = starting(() -> MySql80.start(run, withTls(certificates, server)));
        CompletableFuture<MariaDb> log = starting(() -> MariaDb.start(run, withTls(certificates, server)));
        CompletableFuture<KafkaBroker> broker = starting(
                () -> KafkaBroker.start(run, byScram(certificates, server), new Outside(encrypted, encrypted)));
        MySql57 sourceServer = source.join();
        MySql80 targetServer = target.join();
        EncryptedServers servers = new EncryptedServers(
                run.path(),
                certificates,
                server,
                client,
                new FaultServers(
                        sourceServer, targetServer, new CommitCutter(targetServer.port()), log.join(), broker.join()),
                TlsFront.before(sourceServer.port(), certificates, sourcePem, Demand.CERTIFICATE),
                encrypted);
        targetServer.execute("", BY_TLS + "X509");
        servers.all.log().execute("", BY_TLS + "SSL");
        servers.setBrokerPassword(BROKER_PASSWORD);
        Files.writeString(run.path().resolve("password"), Engine.PASSWORD + "\n");
        Files.writeString(run.path().resolve("broker-password"), BROKER_PASSWORD);
        return servers;
    }

    static EngineOptions withTls(Certificates certificates, Pem pem) {
        return EngineOptions.DEFAULT.withFlags(
                "--ssl", "--ssl-ca=" + certificates.ca(), "--ssl-cert=" + pem.certificate(), "--ssl-key=" + pem.key());
    }

    private static EngineOptions byScram(Certificates certificates, Pem pem) {
        return EngineOptions.DEFAULT.withFlags(
                "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTSIDE:SASL_SSL",
                "listener.name.outside.ssl.keystore.type=PEM",
                "listener.name.outside.ssl.keystore.location=" + pem.both(),
                "listener.name.outside.ssl.client.auth=required",
                "listener.name.outside.ssl.truststore.type=PEM",
                "listener.name.outside.ssl.truststore.location=" + certificates.ca(),
                "listener.name.outside.sasl.enabled.mechanisms=SCRAM-SHA-512",
                "listener.name.outside.scram-sha-512.sasl.jaas.config="
                        + "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    /** Creates the broker's user, or gives it another password. */
    void setBrokerPassword(String password) throws InterruptedException, ExecutionException {
        UserScramCredentialAlteration user = new UserScramCredentialUpsertion(
                Engine.USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", all.broker().bootstrapServers()))) {
            admin.alterUserScramCredentials(List.of(user)).all().get();
        }
    }

    private static <T> CompletableFuture<T> starting(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> new Thread(task, "engine").start());
    }

    /** What makes a pipeline file of the four servers one of encrypted connections. */
    Map<String, String> settings() {
        String passwordFile = directory.resolve("password").toString();
        String ca = certificates.ca().toString();
        return Map.ofEntries(
                Map.entry("DFS_SOURCE_HOST", "localhost"),
                Map.entry("DFS_SOURCE_PORT", String.valueOf(source.port())),
                Map.entry("DFS_SOURCE_PASSWORD_FILE", passwordFile),
                Map.entry("DFS_SOURCE_TLS_CA", ca),
                Map.entry("DFS_SOURCE_TLS_CERTIFICATE", client.certificate().toString()),
                Map.entry("DFS_SOURCE_TLS_KEY", client.key().toString()),
                Map.entry("DFS_TARGET_ALLOW_PUBLIC_KEY_RETRIEVAL", "false"),
                Map.entry("DFS_TARGET_PASSWORD_FILE", passwordFile),
                Map.entry("DFS_TARGET_TLS_CA", ca),
                Map.entry("DFS_TARGET_TLS_CERTIFICATE", client.certificate().toString()),
                Map.entry("DFS_TARGET_TLS_KEY", client.key().toString()),
                Map.entry("DFS_LOG_TLS_CA", ca),
                Map.entry("DFS_BROKER_BOOTSTRAP_SERVERS", "127.0.0.1:" + encrypted),
                Map.entry("DFS_BROKER_TLS_CA", ca),
                Map.entry("DFS_BROKER_SASL_USER", Engine.USER),
                Map.entry("DFS_BROKER_TLS_CERTIFICATE", client.certificate().toString()),
                Map.entry("DFS_BROKER_TLS_KEY", client.key().toString()),
                Map.entry(
                        "DFS_BROKER_SASL_PASSWORD_FILE",
                        directory.resolve("broker-password").toString()));
    }

    /** The same, without what is said of the source: as it is itself. */
    Map<String, String> settingsOfABareSource() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.keySet().removeIf(name -> name.startsWith("DFS_SOURCE_"));
        return settings;
    }

    @Override
    public void close() {
        source.close();
        all.close();
    }
}
