package io.dataflowsync.pipeline.tls;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.pem.PemException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Creates the SSL context of a connection, without any file except the PEM files. The caller has to check the host name. */
public final class TlsContext {
    private static final char[] IN_MEMORY = "unused".toCharArray();

    private TlsContext() {}

    /** @throws GeneralSecurityException if a PEM file is not usable any more, or the JDK refuses its content */
    public static SSLContext of(Tls tls) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        try {
            context.init(keyManagers(tls), trustManagers(tls), null);
        } catch (PemException e) {
            throw new GeneralSecurityException(e.what(), e);
        }
        return context;
    }

    private static KeyManager @Nullable [] keyManagers(Tls tls) throws GeneralSecurityException, PemException {
        Optional<KeyStore> own = KeyStores.own(tls, IN_MEMORY);
        if (own.isEmpty()) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own.get(), IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static TrustManager[] trustManagers(Tls tls) throws GeneralSecurityException, PemException {
        if (!tls.verifies()) {
            return new TrustManager[] {new AnyCertificate()};
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(KeyStores.trusted(tls).orElse(null));
        return factory.getTrustManagers();
    }
}
