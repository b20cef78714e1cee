package io.dataflowsync.sandbox.engine;

import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's main class: formats the directory of the broker if it is new, and then runs Kafka's own main class. */
public final class KafkaProgram {
    private KafkaProgram() {}

    /** @param arguments the properties file of the broker */
    public static void main(String[] arguments) throws Exception {
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(arguments[0])) {
            properties.load(in);
        }
        String logs = properties.getProperty("log.dirs");
        if (!Files.exists(Path.of(logs, "meta.properties"))) {
            format(logs, properties.getProperty("dfs.cluster.id"));
        }
        Kafka.main(arguments);
    }

    private static void format(String logs, String clusterId) throws Exception {
        new Formatter()
                .setClusterId(clusterId)
                .setNodeId(1)
                .addDirectory(logs)
                .setMetadataLogDirectory(logs)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }
}
