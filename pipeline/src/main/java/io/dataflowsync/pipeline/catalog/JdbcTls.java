package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.tls.KeyStoreFile;
import io.dataflowsync.pipeline.tls.TlsFiles;
import java.util.HashMap;
import java.util.Map;

/**
 * The encryption settings of a connection in the form of one driver.
 *
 * @param parameters the first parameters of the URL
 * @param properties the settings that must not stand in a URL
 */
record JdbcTls(String parameters, Map<String, Secret> properties) {

    /**
     * Returns the settings for Connector/J.
     *
     * @param keyRetrieval whether the driver may ask the server for its public key if nothing is encrypted
     */
    static JdbcTls mysql(Tls tls, boolean keyRetrieval) {
        String mode =
                switch (tls.mode()) {
                    case OFF -> "DISABLED&allowPublicKeyRetrieval=" + keyRetrieval;
                    case REQUIRED -> "REQUIRED";
                    case VERIFY_CA -> "VERIFY_CA";
                    case VERIFY_IDENTITY -> "VERIFY_IDENTITY";
                };
        TlsFiles files = TlsFiles.of(tls);
        Map<String, Secret> properties = new HashMap<>();
        files.trusted().ifPresent(file -> put(properties, "trustCertificateKeyStore", "Url", file));
        files.own().ifPresent(file -> put(properties, "clientCertificateKeyStore", "Url", file));
        return new JdbcTls("sslMode=" + mode, Map.copyOf(properties));
    }

    /** Returns the settings for MariaDB's Connector/J. */
    static JdbcTls mariaDb(Tls tls) {
        String mode =
                switch (tls.mode()) {
                    case OFF -> "disable";
                    case REQUIRED -> "trust";
                    // The driver's own type would accept a certificate without a CA if the password is right.
                    case VERIFY_CA -> "verify-ca&tlsSocketType=dfs";
                    case VERIFY_IDENTITY -> "verify-full&tlsSocketType=dfs";
                };
        TlsFiles files = TlsFiles.of(tls);
        Map<String, Secret> properties = new HashMap<>();
        files.trusted().ifPresent(file -> put(properties, "trustStore", "", file));
        files.own().ifPresent(file -> put(properties, "keyStore", "", file));
        return new JdbcTls("sslMode=" + mode, Map.copyOf(properties));
    }

    private static void put(Map<String, Secret> properties, String name, String location, KeyStoreFile file) {
        properties.put(name + location, new Secret(file.url()));
        properties.put(name + "Type", new Secret(file.type()));
        properties.put(name + "Password", file.password());
    }
}
