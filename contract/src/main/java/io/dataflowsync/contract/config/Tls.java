package io.dataflowsync.contract.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a connection is encrypted, and what proves who is at both ends.
 *
 * @param ca the PEM file of the certificates that the server's is signed by; absent: those that the JDK trusts
 * @param client what this end proves itself with (mTLS); absent: with its password alone
 */
public record Tls(Mode mode, Optional<Path> ca, Optional<ClientCertificate> client) {
    public static final Tls OFF = new Tls(Mode.OFF, Optional.empty(), Optional.empty());

    /** In the words of MySQL's clients. */
    public enum Mode {
        /** Not encrypted. */
        OFF("off"),
        /** Encrypted, to whoever answers. */
        REQUIRED("required"),
        /** Encrypted, to somebody with a certificate of the CA. */
        VERIFY_CA("verify-ca"),
        /** Encrypted, to somebody with a certificate of the CA for this host name. */
        VERIFY_IDENTITY("verify-identity");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /** As the pipeline file writes it. */
        public String word() {
            return word;
        }
    }

    /**
     * A certificate of this end, two PEM files.
     *
     * @param certificate the certificate, and those that it is signed by up to the CA
     * @param key its private key, PKCS#8 without a passphrase
     */
    public record ClientCertificate(Path certificate, Path key) {}

    /** Whether anything is encrypted. */
    public boolean isOn() {
        return mode != Mode.OFF;
    }

    /** Whether the server's certificate is checked. */
    public boolean verifies() {
        return mode == Mode.VERIFY_CA || mode == Mode.VERIFY_IDENTITY;
    }
}
