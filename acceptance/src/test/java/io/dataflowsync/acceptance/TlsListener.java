package io.dataflowsync.acceptance;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.tls.TlsContext;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Something that shows a certificate to whoever connects. */
final class TlsListener implements AutoCloseable {
    private final SSLServerSocket socket;

    private TlsListener(SSLServerSocket socket) {
        this.socket = socket;
    }

    static TlsListener open(Pem pem) throws IOException {
        Tls tls = new Tls(
                Mode.REQUIRED, Optional.empty(), Optional.of(new ClientCertificate(pem.certificate(), pem.key())));
        try {
            TlsListener listener = new TlsListener((SSLServerSocket) TlsContext.of(tls)
                    .getServerSocketFactory()
                    .createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
            Thread thread = new Thread(listener::listen, "tls-listener");
            thread.setDaemon(true);
            thread.start();
            return listener;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (SSLSocket accepted = (SSLSocket) socket.accept()) {
                accepted.startHandshake();
            } catch (IOException e) {
                // The other side does not like the certificate, or this end is closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
