package io.dataflowsync.servicekit.access;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.pem.PemFile;
import io.dataflowsync.pipeline.pem.PemLook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the framework's own variables for HTTPS before the framework reads them, because the framework's errors have many lines.
 *
 * @param encryptedOnly whether the service listens only for HTTPS
 * @param memorySeconds the seconds for which a browser uses only HTTPS after a first HTTPS call; 0 makes it forget
 */
record HttpsSettings(boolean encryptedOnly, long memorySeconds) {
    static final String CERTIFICATES = "QUARKUS_HTTP_SSL_CERTIFICATE_FILES";
    static final String KEYS = "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES";
    static final String INSECURE = "QUARKUS_HTTP_INSECURE_REQUESTS";
    static final String MEMORY = "DFS_HSTS_SECONDS";

    private static final long YEAR = 365L * 24 * 60 * 60;

    /** @throws InvalidPipelineException with every problem */
    static HttpsSettings of(Map<String, String> environment) {
        List<Problem> problems = new ArrayList<>();
        List<String> certificates = files(environment, CERTIFICATES);
        List<String> keys = files(environment, KEYS);
        certificates.forEach(file -> look(problems, CERTIFICATES, () -> new PemFile(Path.of(file)).certificates()));
        keys.forEach(file -> look(problems, KEYS, () -> new PemFile(Path.of(file)).text()));
        if (certificates.size() != keys.size()) {
            problems.add(new Problem(
                    certificates.size() < keys.size() ? KEYS : CERTIFICATES,
                    "a certificate without its key, or a key without its certificate",
                    "name as many files in " + CERTIFICATES + " as in " + KEYS));
        }
        String insecure = environment.getOrDefault(INSECURE, "enabled").toLowerCase(Locale.ROOT);
        checkInsecure(problems, insecure, hasCertificate(environment));
        HttpsSettings settings = new HttpsSettings(insecure.equals("disabled"), memory(problems, environment));
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
        return settings;
    }

    private static List<String> files(Map<String, String> environment, String variable) {
        return Arrays.stream(environment.getOrDefault(variable, "").split(",", -1))
                .map(String::strip)
                .filter(file -> !file.isEmpty())
                .toList();
    }

    /** Whether there is a certificate, in any of the forms that the framework knows. */
    private static boolean hasCertificate(Map<String, String> environment) {
        return environment.keySet().stream()
                .anyMatch(name -> name.startsWith("QUARKUS_HTTP_SSL_CERTIFICATE_") || name.startsWith("QUARKUS_TLS_"));
    }

    private static void checkInsecure(List<Problem> problems, String word, boolean hasCertificate) {
        if (!List.of("enabled", "redirect", "disabled").contains(word)) {
            problems.add(new Problem(INSECURE, "not one of its words", "write enabled, redirect or disabled"));
        } else if (!word.equals("enabled") && !hasCertificate) {
            problems.add(new Problem(
                    INSECURE,
                    "no HTTPS to go to instead, since no certificate is named",
                    "name a certificate in " + CERTIFICATES + " and its key in " + KEYS));
        }
    }

    private static long memory(List<Problem> problems, Map<String, String> environment) {
        String text = environment.getOrDefault(MEMORY, "");
        if (text.isEmpty()) {
            return YEAR;
        }
        if (!text.matches("\\d{1,10}")) {
            problems.add(new Problem(MEMORY, "not a number of seconds", "write 0 or more, " + YEAR + " for a year"));
            return 0;
        }
        return Long.parseLong(text);
    }

    private static void look(List<Problem> problems, String variable, PemLook look) {
        look.failure().ifPresent(e -> problems.add(new Problem(variable, e.what(), e.fix())));
    }

    /**
     * Returns the header that makes a browser use only HTTPS; empty if it must not be sent. A browser keeps the port of the address, so
     * it could not reach a port any more that only redirects.
     */
    Optional<String> transportSecurity() {
        return encryptedOnly ? Optional.of("max-age=" + memorySeconds) : Optional.empty();
    }
}
