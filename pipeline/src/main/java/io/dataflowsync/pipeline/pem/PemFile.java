package io.dataflowsync.pipeline.pem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file with certificates or a private key as PEM text (RFC 7468). A key is PKCS#8 without a passphrase; text around the blocks is
 * ignored.
 */
public record PemFile(Path path) {
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final Pattern OTHER_KEY = Pattern.compile("-----BEGIN ((?:RSA|EC|DSA|ENCRYPTED) PRIVATE KEY)-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

    /** Returns the file's text. Check it first with {@link #certificates} or {@link #privateKey}. */
    public String text() throws PemException {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            throw new PemException("no such file: " + path, "write the path of a PEM file");
        } catch (IOException e) {
            throw new PemException("the file " + path + " cannot be read", "let the service's user read it");
        }
    }

    /** Returns the certificates in the order of the file, at least one. */
    public List<X509Certificate> certificates() throws PemException {
        String blocks = String.join(
                "\n",
                CERTIFICATE
                        .matcher(text())
                        .results()
                        .map(block -> block.group())
                        .toList());
        if (blocks.isEmpty()) {
            throw new PemException(
                    "the file " + path + " has no certificate",
                    "write the path of a PEM file with -----BEGIN CERTIFICATE-----");
        }
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(blocks.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new PemException("the file " + path + " has a certificate that is damaged", "write it again");
        }
    }

    /** Returns the only private key: RSA, EC or Ed25519. */
    public PrivateKey privateKey() throws PemException {
        String text = text();
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw noKey(text);
        }
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(decode(key.group(1)));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // It is a key of another one of these algorithms, or of none of them.
            }
        }
        throw damagedKey();
    }

    private byte[] decode(String base64) throws PemException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw damagedKey();
        }
    }

    private PemException damagedKey() {
        return new PemException(
                "the file " + path + " has no RSA, EC or Ed25519 key that can be read", "write such a key");
    }

    private PemException noKey(String text) {
        Matcher other = OTHER_KEY.matcher(text);
        if (other.find()) {
            return new PemException(
                    "the file " + path + " has a key in the form '" + other.group(1) + "'",
                    "convert it: openssl pkcs8 -topk8 -nocrypt -in " + path + " -out client-key.pem");
        }
        return new PemException(
                "the file " + path + " has no private key",
                "write the path of a PEM file with -----BEGIN PRIVATE KEY-----");
    }
}
