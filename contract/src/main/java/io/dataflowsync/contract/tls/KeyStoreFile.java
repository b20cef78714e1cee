package io.dataflowsync.contract.tls;

import io.dataflowsync.contract.config.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key store in a file, for drivers that take nothing else. Only the user of this process can read the file, which is deleted when the
 * process ends; the password is made for it and stays in the process, so what a killed process leaves opens nothing.
 *
 * @param path a PKCS#12 file
 */
public record KeyStoreFile(Path path, Secret password) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The form that it has. */
    public String type() {
        return KeyStores.TYPE;
    }

    /** As the drivers take it, {@code file:///…}. */
    public String url() {
        return path.toUri().toString();
    }

    static String newPassword() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static KeyStoreFile write(KeyStore store, String password) throws GeneralSecurityException {
        try {
            // Both are made so that nobody else can read them.
            Path directory = Files.createTempDirectory("dfs-tls-");
            Path file = Files.createTempFile(directory, "store-", ".p12");
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
            return new KeyStoreFile(file, new Secret(password));
        } catch (IOException e) {
            throw new GeneralSecurityException("no key store can be written: " + e.getMessage(), e);
        }
    }
}
