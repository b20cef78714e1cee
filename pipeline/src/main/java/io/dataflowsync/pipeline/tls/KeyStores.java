package io.dataflowsync.pipeline.tls;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.pem.PemException;
import io.dataflowsync.pipeline.pem.PemFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Loads PEM files into key stores in memory. */
final class KeyStores {
    static final String TYPE = "PKCS12";

    private KeyStores() {}

    /** Returns the certificates to trust; empty if the JDK's certificates are used. */
    static Optional<KeyStore> trusted(Tls tls) throws GeneralSecurityException, PemException {
        return tls.ca().isEmpty()
                ? Optional.empty()
                : Optional.of(trusted(tls.ca().get()));
    }

    private static KeyStore trusted(Path ca) throws GeneralSecurityException, PemException {
        KeyStore store = empty();
        int number = 0;
        for (X509Certificate certificate : new PemFile(ca).certificates()) {
            store.setCertificateEntry("ca-" + number++, certificate);
        }
        return store;
    }

    /** Returns the client's certificate; empty if it has none. */
    static Optional<KeyStore> own(Tls tls, char[] password) throws GeneralSecurityException, PemException {
        return tls.client().isEmpty()
                ? Optional.empty()
                : Optional.of(own(tls.client().get(), password));
    }

    private static KeyStore own(ClientCertificate client, char[] password)
            throws GeneralSecurityException, PemException {
        KeyStore store = empty();
        store.setKeyEntry(
                "client",
                new PemFile(client.key()).privateKey(),
                password,
                new PemFile(client.certificate()).certificates().toArray(Certificate[]::new));
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(TYPE);
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store cannot be made", e);
        }
        return store;
    }
}
