package io.dataflowsync.pipeline.tls;

import io.dataflowsync.pipeline.config.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key store in a file, for drivers that accept no other form.
 *
 * <p>Only the user of this process can read the file, and it is deleted when the process ends. The password is created for this file and
 * stays in the process, so the file of a killed process cannot be opened.
 *
 * @param path a PKCS#12 file
 */
public record KeyStoreFile(Path path, Secret password) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Returns the type of the key store. */
    public String type() {
        return KeyStores.TYPE;
    }

    /** Returns the URL for the drivers, {@code file:///…}. */
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
            // Both are created so that no other user can read them.
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
