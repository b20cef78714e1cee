package io.dataflowsync.pipeline.pem;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** The PEM files of the tests: a CA and a client's certificate of it, good for a hundred years and for nothing else. */
public final class PemFiles {
    public static final Path CA = file("ca.pem");
    public static final Path CLIENT = file("client.pem");
    public static final Path CLIENT_KEY = file("client-key.pem");
    /** The same key in the form that OpenSSL calls traditional. */
    public static final Path CLIENT_KEY_SEC1 = file("client-key-sec1.pem");

    private PemFiles() {}

    private static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(PemFiles.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
