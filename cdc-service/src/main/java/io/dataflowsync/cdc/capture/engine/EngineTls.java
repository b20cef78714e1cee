package io.dataflowsync.cdc.capture.engine;

import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.tls.TlsFiles;
import java.util.HashMap;
import java.util.Map;

/** The engine's settings for the encryption of its two connections: JDBC and binlog. */
final class EngineTls {
    private EngineTls() {}

    static Map<String, String> of(SourceConfig source) {
        Map<String, String> settings = new HashMap<>();
        settings.put("database.ssl.mode", word(source.tls().mode()));
        settings.put("driver.allowPublicKeyRetrieval", Boolean.toString(source.allowPublicKeyRetrieval()));
        TlsFiles files = TlsFiles.of(source.tls());
        files.trusted().ifPresent(file -> {
            settings.put("database.ssl.truststore", file.path().toString());
            settings.put("database.ssl.truststore.password", file.password().value());
            settings.put("driver.trustCertificateKeyStoreType", file.type());
        });
        files.own().ifPresent(file -> {
            settings.put("database.ssl.keystore", file.path().toString());
            settings.put("database.ssl.keystore.password", file.password().value());
            settings.put("driver.clientCertificateKeyStoreType", file.type());
        });
        return settings;
    }

    private static String word(Mode mode) {
        return switch (mode) {
            case OFF -> "disabled";
            case REQUIRED -> "required";
            case VERIFY_CA -> "verify_ca";
            case VERIFY_IDENTITY -> "verify_identity";
        };
    }
}
