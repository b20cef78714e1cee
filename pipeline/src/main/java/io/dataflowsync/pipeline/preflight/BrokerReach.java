package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.tls.Refusal;
import io.dataflowsync.pipeline.tls.TlsContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Checks the broker: one of its addresses must accept a connection, and its certificate must be valid. */
final class BrokerReach {
    private static final String ADDRESS = "dfs.broker.bootstrap-servers";
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Tls tls;
    private final Findings findings;

    private BrokerReach(Tls tls, Findings findings) {
        this.tls = tls;
        this.findings = findings;
    }

    static void check(BrokerConfig broker, Findings findings) {
        new BrokerReach(broker.tls(), findings)
                .check(List.of(broker.bootstrapServers().split(",", -1)));
    }

    private void check(List<String> servers) {
        warnOfPlainText(servers);
        List<String> answering = servers.stream().filter(this::answers).toList();
        if (answering.isEmpty()) {
            findings.add(
                    ADDRESS,
                    "cannot reach " + String.join(" nor ", servers),
                    "start the broker, or write the host:port of one that runs");
        } else if (tls.isOn()) {
            answering.forEach(this::shakeHands);
        }
    }

    private void warnOfPlainText(List<String> servers) {
        boolean here = servers.stream().allMatch(server -> ThisHost.is(host(server)));
        if (!tls.isOn() && !findings.isWritten("dfs.broker.tls") && !here) {
            findings.warn(
                    ADDRESS,
                    "the connections to the broker are not encrypted",
                    "write tls: verify-identity, or tls: off in a trusted network");
        }
    }

    private boolean answers(String server) {
        try (Socket socket = connect(server)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes the TLS handshake like a client of Kafka, until the certificate is checked. */
    private void shakeHands(String server) {
        try (Socket socket = connect(server);
                SSLSocket encrypted = (SSLSocket)
                        TlsContext.of(tls).getSocketFactory().createSocket(socket, host(server), port(server), true)) {
            if (tls.mode() == Tls.Mode.VERIFY_IDENTITY) {
                SSLParameters parameters = encrypted.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                encrypted.setSSLParameters(parameters);
            }
            encrypted.setSoTimeout(TIMEOUT_MILLIS);
            encrypted.startHandshake();
        } catch (IOException | GeneralSecurityException e) {
            addFailure(server, e);
        }
    }

    private void addFailure(String server, Exception failure) {
        Optional<Refusal> refusal = Refusal.of(failure, tls, server);
        String what = refusal.map(Refusal::what)
                .orElse("no encrypted connection to " + server + " (" + failure.getMessage() + ")");
        boolean plain = failure instanceof SSLException
                && String.valueOf(failure.getMessage()).contains("Unsupported or unrecognized SSL message");
        if (plain) {
            findings.add(
                    "dfs.broker.tls", server + " has no TLS", "write the port of a listener that has, or tls: off");
        } else if (refusal.map(Refusal::setting).filter("host"::equals).isPresent()) {
            findings.add(ADDRESS, what, refusal.get().fix());
        } else {
            findings.add(
                    "dfs.broker." + refusal.map(Refusal::setting).orElse("tls"),
                    what,
                    refusal.map(Refusal::fix).orElse("see the broker's log"));
        }
    }

    private static Socket connect(String server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host(server), port(server)), TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static String host(String server) {
        return server.substring(0, server.lastIndexOf(':'));
    }

    private static int port(String server) {
        return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }
}
