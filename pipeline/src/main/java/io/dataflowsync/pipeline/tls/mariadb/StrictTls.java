package io.dataflowsync.pipeline.tls.mariadb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.SQLException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;
import org.mariadb.jdbc.export.ExceptionFactory;
import org.mariadb.jdbc.export.SslMode;
import org.mariadb.jdbc.plugin.TlsSocketPlugin;
import org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin;

/**
 * Refuses a server whose certificate is not signed by the CA.
 *
 * <p>By default the driver continues with such a server (MariaDB 11.4): it sends a proof of the password, and instead of the certificate it
 * accepts an answer that only a server with the password can give. That is a weaker check than {@code verify-ca}.
 */
public final class StrictTls implements TlsSocketPlugin {
    /** The name for the driver's property {@code tlsSocketType}. */
    public static final String TYPE = "dfs";

    private final TlsSocketPlugin usual = new DefaultTlsSocketPlugin();

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public TrustManager[] getTrustManager(Configuration settings, ExceptionFactory exceptions, HostAddress address)
            throws SQLException {
        if (settings.sslMode() == SslMode.TRUST) {
            return usual.getTrustManager(settings, exceptions, address);
        }
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted(settings));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw exceptions.create("the CA of the server's certificate cannot be read", "08000", e);
        }
    }

    /** Returns the key store of the settings; null for the certificates that the JDK trusts. */
    private static @Nullable KeyStore trusted(Configuration settings) throws GeneralSecurityException, IOException {
        if (settings.trustStore() == null) {
            return null;
        }
        KeyStore store = KeyStore.getInstance(settings.trustStoreType());
        try (InputStream in = URI.create(settings.trustStore()).toURL().openStream()) {
            store.load(in, settings.trustStorePassword().toCharArray());
        }
        return store;
    }

    @Override
    public KeyManager[] getKeyManager(Configuration settings, ExceptionFactory exceptions) throws SQLException {
        return usual.getKeyManager(settings, exceptions);
    }

    @Override
    public void verify(String host, SSLSession session, long connection) throws SSLException {
        usual.verify(host, session, connection);
    }
}
