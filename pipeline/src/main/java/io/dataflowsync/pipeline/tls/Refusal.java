package io.dataflowsync.pipeline.tls;

import io.dataflowsync.pipeline.config.Tls;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Explains why client and server do not agree on a connection: the encryption, a certificate, or the server's public key. Waiting does not
 * help; the pipeline file or the server has to change.
 *
 * @param setting the key of the server's section that has to change, {@code tls}
 * @param what the fault, in words
 * @param fix the text to write or the command to run
 */
public record Refusal(String setting, String what, String fix) {
    private static final String TLS = "tls";
    private static final String CA = "tls.ca";
    private static final String OLD = "as MySQL before 5.7.28 does that was built with yaSSL";
    private static final String OLD_FIX =
            "upgrade it to 5.7.28 or later, go through a tunnel, or write tls: off in a trusted network";

    /**
     * Analyses a failure of a driver or of the JDK. They have no codes for these failures, so their messages are read: those of Connector/J
     * 8.3, MariaDB's Connector/J 3.5, Kafka's clients and the JDK 17.
     *
     * @param server the address for the text, {@code db57:3306}
     * @return the refusal; empty if the failure has another reason
     */
    public static Optional<Refusal> of(Throwable failure, Tls tls, String server) {
        List<Throwable> chain = chain(failure);
        String words = words(chain);
        if (words.contains("public key retrieval is not allowed")
                || words.contains("rsa public key is not available client side")) {
            return Optional.of(publicKey(server));
        }
        if (!tls.isOn()) {
            return words.contains("insecure transport")
                    ? Optional.of(new Refusal(
                            TLS, server + " accepts only encrypted connections", "write tls: verify-identity"))
                    : Optional.empty();
        }
        return certificate(chain, words, server).or(() -> protocol(chain, words, server));
    }

    /**
     * Analyses a failure of a connection that the server closed during the handshake. A server that is starting does so, too. So the result
     * is only a hint for a reader, and not a reason to stop.
     *
     * @param server the address for the text, {@code db57:3306}
     * @return the refusal; empty if the failure has another reason
     */
    public static Optional<Refusal> ofBrokenOff(Throwable failure, Tls tls, String server) {
        List<Throwable> chain = chain(failure);
        return tls.isOn() && has(chain, SSLException.class) && isBrokenOff(chain)
                ? refusal(TLS, server + " ends the encrypted connection during the handshake, " + OLD, OLD_FIX)
                : Optional.empty();
    }

    /** Whether the server closed a connection that it had accepted, so that what it said last may be lost. */
    public static boolean isReset(Throwable failure) {
        return chain(failure).stream()
                .anyMatch(link -> link instanceof SocketException
                        && !(link instanceof ConnectException)
                        && !(link instanceof NoRouteToHostException));
    }

    private static Refusal publicKey(String server) {
        return new Refusal(
                "allow-public-key-retrieval",
                server + " wants the password encrypted, and the connection is not",
                "write tls: verify-identity, or in a trusted network allow-public-key-retrieval: true");
    }

    private static Optional<Refusal> certificate(List<Throwable> chain, String words, String server) {
        String theirs = "the certificate of " + server;
        if (has(chain, CertificateExpiredException.class)) {
            return refusal(TLS, theirs + " has expired", "renew it on the server");
        }
        if (has(chain, CertificateNotYetValidException.class)) {
            return refusal(TLS, theirs + " is not valid yet", "correct the clock of this host or of the server");
        }
        if (words.contains("subject alternative")
                || words.contains("no name matching")
                || words.contains("identity verification failed")
                || words.contains("doesn't correspond to certificate")) {
            return refusal(
                    "host",
                    theirs + " is for another host",
                    "write the host that the certificate names, or tls: verify-ca");
        }
        if (words.contains("certification path")
                || words.contains("path does not chain")
                || words.contains("no trusted certificate found")
                || has(chain, CertPathValidatorException.class)) {
            return refusal(CA, theirs + " is signed by no CA that is trusted here", "write ca: and the path of its CA");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> protocol(List<Throwable> chain, String words, String server) {
        if (words.contains("not provided by server") || words.contains("ssl not enabled")) {
            return refusal(
                    TLS,
                    server + " has no TLS",
                    "turn it on there (ssl-cert, ssl-key), or write tls: off in a trusted network");
        }
        if (isOldProtocol(words)) {
            return refusal(TLS, server + " speaks no TLS 1.2, " + OLD, OLD_FIX);
        }
        if (words.contains("bad_certificate")
                || words.contains("certificate_required")
                || words.contains("unknown_ca")
                || words.contains("certificate_unknown")) {
            return refusal(
                    "tls.certificate",
                    server + " does not accept the client's certificate",
                    "write certificate: and key: of a client whose CA the server trusts");
        }
        boolean ofTls = has(chain, SSLException.class) || has(chain, CertificateException.class);
        return ofTls && !isBrokenOff(chain)
                ? refusal(TLS, "no encrypted connection to " + server + " (" + last(chain) + ")", "see its error log")
                : Optional.empty();
    }

    private static boolean isOldProtocol(String words) {
        return words.contains("protocol_version")
                || words.contains("is not accepted by client preferences")
                || words.contains("no appropriate protocol");
    }

    /** Whether the server closed the connection during the handshake. It may only be starting again, so waiting can help. */
    private static boolean isBrokenOff(List<Throwable> chain) {
        return has(chain, EOFException.class) || has(chain, SocketException.class);
    }

    private static Optional<Refusal> refusal(String setting, String what, String fix) {
        return Optional.of(new Refusal(setting, what, fix));
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable next = failure;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = next.getCause();
        }
        return chain;
    }

    private static boolean has(List<Throwable> chain, Class<? extends Throwable> kind) {
        return chain.stream().anyMatch(kind::isInstance);
    }

    private static String words(List<Throwable> chain) {
        return String.join(
                        "\n",
                        chain.stream()
                                .map(failure -> String.valueOf(failure.getMessage()))
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    private static String last(List<Throwable> chain) {
        return String.valueOf(chain.get(chain.size() - 1).getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given");
    }
}
