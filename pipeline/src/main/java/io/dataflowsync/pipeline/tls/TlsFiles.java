package io.dataflowsync.pipeline.tls;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.pem.PemException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the key store files of a connection, once in a process. A PEM file that changes is read again by the next process. */
public record TlsFiles(Optional<KeyStoreFile> trusted, Optional<KeyStoreFile> own) {
    private static final Map<Tls, TlsFiles> MADE = new ConcurrentHashMap<>();

    /** @throws IllegalStateException if a PEM file is not usable any more, or no file can be written */
    public static TlsFiles of(Tls tls) {
        return MADE.computeIfAbsent(tls, TlsFiles::make);
    }

    private static TlsFiles make(Tls tls) {
        try {
            String password = KeyStoreFile.newPassword();
            return new TlsFiles(
                    write(KeyStores.trusted(tls), password),
                    write(KeyStores.own(tls, password.toCharArray()), password));
        } catch (GeneralSecurityException | PemException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static Optional<KeyStoreFile> write(Optional<KeyStore> store, String password)
            throws GeneralSecurityException {
        return store.isEmpty() ? Optional.empty() : Optional.of(KeyStoreFile.write(store.get(), password));
    }
}
