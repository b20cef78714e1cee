package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsSettingsTest {
    private final Path directory;

    HttpsSettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** Some certificate: the first of those that the JDK trusts. */
    private String certificate() throws GeneralSecurityException, IOException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        byte[] bytes = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0].getEncoded();
        return file(
                "certificate.pem",
                "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(bytes)
                        + "\n-----END CERTIFICATE-----\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void nothingIsEncryptedByDefault() {
        assertThat(HttpsSettings.of(Map.of()).transportSecurity()).isEmpty();
    }

    @Test
    void aBrowserIsHeldToHttpsWhereNothingElseIsListenedTo() throws GeneralSecurityException, IOException {
        Map<String, String> files = Map.of(
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificate(),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", file("key.pem", "whatever the framework reads"));

        assertThat(HttpsSettings.of(files).transportSecurity()).isEmpty();
        assertThat(HttpsSettings.of(with(files, "QUARKUS_HTTP_INSECURE_REQUESTS", "redirect"))
                        .transportSecurity())
                .isEmpty();
        Map<String, String> alone = with(files, "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
        assertThat(HttpsSettings.of(alone).transportSecurity()).contains("max-age=31536000");
        assertThat(HttpsSettings.of(with(alone, "DFS_HSTS_SECONDS", "0")).transportSecurity())
                .contains("max-age=0");
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    @Test
    void aCertificateInAFormOfTheFrameworksOwnIsOneToo() {
        assertThat(HttpsSettings.of(Map.of(
                                "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled",
                                "QUARKUS_TLS_KEY_STORE_P12_PATH", "/etc/dfs/tls/all.p12"))
                        .transportSecurity())
                .isPresent();
    }

    @Test
    void whatIsWrongIsOneLineEach() throws IOException {
        String missing = directory.resolve("none.pem").toString();
        String empty = file("empty.pem", "");

        assertProblems(
                Map.of(
                        "QUARKUS_HTTP_SSL_CERTIFICATE_FILES",
                        empty,
                        "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
                        missing,
                        "QUARKUS_HTTP_INSECURE_REQUESTS",
                        "off",
                        "DFS_HSTS_SECONDS",
                        "1 year"),
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES: the file " + empty
                        + " has no certificate; write the path of a PEM file with -----BEGIN CERTIFICATE-----",
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES: no such file: " + missing + "; write the path of a PEM file",
                "QUARKUS_HTTP_INSECURE_REQUESTS: not one of its words; write enabled, redirect or disabled",
                "DFS_HSTS_SECONDS: not a number of seconds; write 0 or more, 31536000 for a year");
        assertProblems(
                Map.of("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled"),
                "QUARKUS_HTTP_INSECURE_REQUESTS: no HTTPS to go to instead, since no certificate is named; name a certificate in"
                        + " QUARKUS_HTTP_SSL_CERTIFICATE_FILES and its key in QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES");
        assertProblems(
                Map.of("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", empty),
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES: a certificate without its key, or a key without its certificate; name as many"
                        + " files in QUARKUS_HTTP_SSL_CERTIFICATE_FILES as in QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES");
    }

    private static void assertProblems(Map<String, String> environment, String... lines) {
        assertThatThrownBy(() -> HttpsSettings.of(environment))
                .isInstanceOf(InvalidPipelineException.class)
                .hasMessage(String.join("\n", lines));
    }
}
