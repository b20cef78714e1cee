package io.dataflowsync.pipeline.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.Mode;
import java.io.EOFException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    private static final Tls ON = new Tls(Mode.VERIFY_IDENTITY, Optional.empty(), Optional.empty());

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        new CertificateExpiredException("NotAfter: yesterday"),
                        "tls: the certificate of db:1 has expired; renew it on the server"),
                arguments(
                        new CertificateNotYetValidException("NotBefore: tomorrow"),
                        "tls: the certificate of db:1 is not valid yet; correct the clock of this host or of the server"),
                arguments(
                        new CertificateException("No subject alternative DNS name matching localhost found."),
                        "host: the certificate of db:1 is for another host; write the host that the certificate names, or"
                                + " tls: verify-ca"),
                arguments(
                        new CertificateException("No name matching localhost found"),
                        "host: the certificate of db:1 is for another host; write the host that the certificate names, or"
                                + " tls: verify-ca"),
                arguments(
                        new SSLException("DNS host \"localhost\" doesn't correspond to certificate CN \"x\""),
                        "host: the certificate of db:1 is for another host; write the host that the certificate names, or"
                                + " tls: verify-ca"),
                arguments(
                        new CertificateException("Server identity verification failed. None of the DNS or IP Subject"
                                + " Alternative Name entries matched the server hostname/IP 'localhost'."),
                        "host: the certificate of db:1 is for another host; write the host that the certificate names, or"
                                + " tls: verify-ca"),
                arguments(
                        new SSLHandshakeException("PKIX path building failed: unable to find valid certification path"),
                        "tls.ca: the certificate of db:1 is signed by no CA that is trusted here; write ca: and the path"
                                + " of its CA"),
                arguments(
                        new SSLException("SSL Connection required, but not provided by server."),
                        "tls: db:1 has no TLS; turn it on there (ssl-cert, ssl-key), or write tls: off in a trusted"
                                + " network"),
                arguments(
                        new SQLException("Trying to connect with ssl, but ssl not enabled in the server"),
                        "tls: db:1 has no TLS; turn it on there (ssl-cert, ssl-key), or write tls: off in a trusted"
                                + " network"),
                arguments(
                        new SSLHandshakeException("The server selected protocol version TLS11 is not accepted by client"
                                + " preferences [TLS13, TLS12]"),
                        "tls: db:1 speaks no TLS 1.2, as MySQL before 5.7.28 does that was built with yaSSL; upgrade it to"
                                + " 5.7.28 or later, go through a tunnel, or write tls: off in a trusted network"),
                arguments(
                        new SSLHandshakeException("Received fatal alert: bad_certificate"),
                        "tls.certificate: db:1 does not accept the client's certificate; write certificate: and key: of a"
                                + " client whose CA the server trusts"),
                arguments(
                        new SSLException("Something else"),
                        "tls: no encrypted connection to db:1 (Something else); see its error log"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneLineWithItsSettingAndItsFix(Exception reason, String line) {
        SQLException failure = new SQLException("Communications link failure", "08S01", reason);
        assertThat(Refusal.of(failure, ON, "db:1")
                        .map(refusal -> refusal.setting() + ": " + refusal.what() + "; " + refusal.fix()))
                .contains(line);
    }

    @Test
    void aServerThatIsAwayIsNoRefusal() {
        SQLException failure =
                new SQLException("Communications link failure", "08S01", new ConnectException("Connection refused"));
        assertThat(Refusal.of(failure, ON, "db:1")).isEmpty();
    }

    @Test
    void aServerThatGoesAwayDuringTheHandshakeIsNoRefusal() {
        SSLException brokenOff = new SSLHandshakeException("Remote host terminated the handshake");
        brokenOff.initCause(new EOFException("SSL peer shut down incorrectly"));
        SQLException failure = new SQLException("Communications link failure", "08S01", brokenOff);
        assertThat(Refusal.of(failure, ON, "db:1")).isEmpty();
        assertThat(Refusal.ofBrokenOff(failure, ON, "db:1"))
                .map(Refusal::what)
                .contains(
                        "db:1 ends the encrypted connection during the handshake, as MySQL before 5.7.28 does that was built with yaSSL");
    }

    @Test
    void aPlainConnectionMayNotAskForThePublicKeyByItself() {
        SQLException failure = new SQLException("Public Key Retrieval is not allowed", "08001");
        assertThat(Refusal.of(failure, Tls.OFF, "db:1"))
                .contains(new Refusal(
                        "allow-public-key-retrieval",
                        "db:1 wants the password encrypted, and the connection is not",
                        "write tls: verify-identity, or in a trusted network allow-public-key-retrieval: true"));
    }

    @Test
    void aServerMayTakeEncryptedConnectionsAlone() {
        SQLException failure = new SQLException(
                "Connections using insecure transport are prohibited while --require_secure_transport=ON.");
        assertThat(Refusal.of(failure, Tls.OFF, "db:1").map(Refusal::what))
                .contains("db:1 accepts only encrypted connections");
    }
}
