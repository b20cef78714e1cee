package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.pem.PemFile;
import io.dataflowsync.pipeline.pem.PemLook;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the encryption of a connection: {@code tls: verify-identity}, or a section that also names PEM files. */
final class TlsBinder {
    private static final String TLS = "tls";
    private static final String CA = "ca";
    private static final String CERTIFICATE = "certificate";
    private static final String KEY = "key";

    private final NamedFiles files;
    private final Map<String, Mode> modes;

    private TlsBinder(NamedFiles files, List<Mode> modes) {
        this.files = files;
        this.modes = new LinkedHashMap<>();
        modes.forEach(mode -> this.modes.put(mode.word(), mode));
    }

    /** Reads the encryption of a SQL server's connection. */
    static Tls server(SectionReader section, NamedFiles files) {
        return new TlsBinder(files, List.of(Mode.VERIFY_IDENTITY, Mode.VERIFY_CA, Mode.REQUIRED, Mode.OFF))
                .tls(section);
    }

    /** Reads the encryption of the broker's connection. Kafka's clients always check the broker's certificate. */
    static Tls broker(SectionReader section, NamedFiles files) {
        return new TlsBinder(files, List.of(Mode.VERIFY_IDENTITY, Mode.VERIFY_CA, Mode.OFF)).tls(section);
    }

    private Tls tls(SectionReader section) {
        if (section.get(TLS) instanceof Setting.Section) {
            return section.section(TLS).map(this::ofSection).orElse(Tls.OFF);
        }
        return new Tls(section.word(TLS, modes, Mode.OFF), Optional.empty(), Optional.empty());
    }

    private Tls ofSection(SectionReader section) {
        Mode mode = section.word("mode", modes, Mode.VERIFY_IDENTITY);
        Optional<Path> ca = files.path(section, CA);
        Optional<Path> certificate = files.path(section, CERTIFICATE);
        Optional<Path> key = files.path(section, KEY);
        section.end();
        checkUse(section, mode);
        ca.ifPresent(path -> look(section, CA, () -> new PemFile(path).certificates()));
        certificate.ifPresent(path -> look(section, CERTIFICATE, () -> new PemFile(path).certificates()));
        key.ifPresent(path -> look(section, KEY, () -> new PemFile(path).privateKey()));
        return new Tls(mode, ca, certificate.flatMap(first -> key.map(second -> new ClientCertificate(first, second))));
    }

    private static void checkUse(SectionReader section, Mode mode) {
        if (mode == Mode.OFF) {
            List.of(CA, CERTIFICATE, KEY).stream()
                    .filter(section::has)
                    .findFirst()
                    .ifPresent(key -> section.problem(
                            key,
                            "a " + key + " together with mode: off, which uses none",
                            "write another mode, or leave it out"));
        } else if (mode == Mode.REQUIRED && section.has(CA)) {
            section.problem(
                    CA,
                    "a ca together with mode: required, which checks no certificate",
                    "write mode: verify-identity or verify-ca, or leave the ca out");
        }
        if (section.has(CERTIFICATE) && !section.has(KEY)) {
            section.problem(CERTIFICATE, "a certificate without its key", "write key: and the path of its private key");
        } else if (section.has(KEY) && !section.has(CERTIFICATE)) {
            section.problem(KEY, "a key without its certificate", "write certificate: and the path of it");
        }
    }

    private void look(SectionReader section, String key, PemLook look) {
        if (files.areRead()) {
            look.failure().ifPresent(e -> section.problem(key, e.what(), e.fix()));
        }
    }
}
