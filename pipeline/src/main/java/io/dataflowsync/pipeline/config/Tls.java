package io.dataflowsync.pipeline.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The encryption of a connection, and the certificates that prove the identity of both sides.
 *
 * @param ca the PEM file with the CA certificates for the server's certificate; absent: the CAs that the JDK trusts
 * @param client the client's certificate (mTLS); absent: the client uses only its password
 */
public record Tls(Mode mode, Optional<Path> ca, Optional<ClientCertificate> client) {
    public static final Tls OFF = new Tls(Mode.OFF, Optional.empty(), Optional.empty());

    /** The modes, in the words of MySQL's clients. */
    public enum Mode {
        /** Not encrypted. */
        OFF("off"),
        /** Encrypted; any server is accepted. */
        REQUIRED("required"),
        /** Encrypted; the server needs a certificate of the CA. */
        VERIFY_CA("verify-ca"),
        /** Encrypted; the server needs a certificate of the CA for this host name. */
        VERIFY_IDENTITY("verify-identity");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** Returns the word of the pipeline file. */
        public String word() {
            return word;
        }
    }

    /**
     * A client certificate, in two PEM files.
     *
     * @param certificate the certificate, and its chain up to the CA
     * @param key its private key, PKCS#8 without a passphrase
     */
    public record ClientCertificate(Path certificate, Path key) {}

    /** Whether the connection is encrypted. */
    public boolean isOn() {
        return mode != Mode.OFF;
    }

    /** Whether the server's certificate is checked. */
    public boolean verifies() {
        return mode == Mode.VERIFY_CA || mode == Mode.VERIFY_IDENTITY;
    }
}
