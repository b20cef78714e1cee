package io.dataflowsync.pipeline.broker;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.Sasl;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.pem.PemException;
import io.dataflowsync.pipeline.pem.PemFile;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds the settings with which every client connects to the broker, as Kafka's client configuration. With SASL or a client certificate
 * they contain secrets, so they must not be printed.
 */
public final class BrokerClients {
    private static final String PACKAGE = "org.apache.kafka.common.security.";

    /** How long the broker keeps a consumer's request when there are no more records. */
    public static final String FETCH_WAIT = "fetch.max.wait.ms";

    /** For a consumer that reads up to an end and is closed there. */
    public static final String FETCH_WAIT_MILLIS = "10";

    private BrokerClients() {}

    /**
     * Returns the settings that all clients share.
     *
     * @throws IllegalStateException if a PEM file is not usable any more
     */
    public static Map<String, String> settings(BrokerConfig broker) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        boolean encrypted = broker.tls().isOn();
        if (encrypted || broker.sasl().isPresent()) {
            String transport = encrypted ? "SSL" : "PLAINTEXT";
            settings.put("security.protocol", broker.sasl().isPresent() ? "SASL_" + transport : transport);
        }
        if (encrypted) {
            putTls(broker.tls(), settings);
        }
        broker.sasl().ifPresent(sasl -> putSasl(sasl, settings));
        return settings;
    }

    /** Returns a client's own settings together with the settings that all share. */
    public static Map<String, Object> with(BrokerConfig broker, Map<String, ?> own) {
        Map<String, Object> settings = new HashMap<>(settings(broker));
        settings.putAll(own);
        return settings;
    }

    /**
     * Returns the settings of a consumer without a group that reads committed records up to an end that it has asked for. Deserializers
     * are not among them.
     *
     * <p>A consumer asks for more records ahead, and the broker keeps that request for half a second when there are none. The consumer
     * cannot be closed before the answer. So this one has the broker answer soon.
     */
    public static Map<String, Object> reader(BrokerConfig broker) {
        return with(
                broker,
                Map.of(
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        "false",
                        "allow.auto.create.topics",
                        "false",
                        FETCH_WAIT,
                        FETCH_WAIT_MILLIS));
    }

    private static void putTls(Tls tls, Map<String, String> settings) {
        settings.put("ssl.endpoint.identification.algorithm", tls.mode() == Tls.Mode.VERIFY_IDENTITY ? "https" : "");
        tls.ca().ifPresent(ca -> {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", ca.toString());
        });
        tls.client().ifPresent(client -> putCertificate(client, settings));
    }

    /** Sets them as text, because Kafka wants both in one file. */
    private static void putCertificate(ClientCertificate client, Map<String, String> settings) {
        try {
            settings.put("ssl.keystore.type", "PEM");
            settings.put("ssl.keystore.certificate.chain", new PemFile(client.certificate()).text());
            settings.put("ssl.keystore.key", new PemFile(client.key()).text());
        } catch (PemException e) {
            throw new IllegalStateException(e.what(), e);
        }
    }

    private static void putSasl(Sasl sasl, Map<String, String> settings) {
        String module = sasl.mechanism() == Sasl.Mechanism.PLAIN ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        settings.put("sasl.mechanism", sasl.mechanism().word());
        settings.put(
                "sasl.jaas.config",
                PACKAGE + module + " required username=" + quoted(sasl.user()) + " password="
                        + quoted(sasl.password().value()) + ";");
    }

    /** Quotes a token of a JAAS configuration. */
    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }
}
