package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Makes certificates for servers of the sandbox, with an authority of its own, by the JDK's keytool. They are for tests only. */
public final class Certificates {
    private static final String PASSWORD = "certificates";
    private static final String CA = "ca";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
    /** The number of bytes before the key itself in the PKCS#8 form of an RSA key of 2048 bits. */
    private static final int PKCS8_HEADER = 26;

    private final Path directory;
    private final Path store;

    private Certificates(Path directory) {
        this.directory = directory;
        this.store = directory.resolve("certificates.p12");
    }

    /**
     * The PEM files of one certificate.
     *
     * @param certificate the certificate alone
     * @param key its private key, PKCS#8
     * @param oldKey the same key in the form that servers before OpenSSL 1.0 read, PKCS#1
     * @param both certificate and key in one file
     */
    public record Pem(Path certificate, Path key, Path oldKey, Path both) {}

    /**
     * Makes the authority.
     *
     * @param directory an empty directory that lasts as long as the servers
     */
    public static Certificates in(Path directory) {
        Certificates made = new Certificates(directory);
        try {
            Files.createDirectories(directory);
            made.keytool(CA, "-ext", "bc:c", "-validity", "365");
            made.write(CA);
        } catch (IOException | GeneralSecurityException e) {
            throw new EngineFailure("no certificate could be made: " + e.getMessage(), e);
        }
        return made;
    }

    /** The certificate of the authority, which has signed all others. */
    public Path ca() {
        return directory.resolve(CA + ".pem");
    }

    /**
     * Makes a certificate for these hosts.
     *
     * @param hosts as keytool takes them, {@code dns:localhost,ip:127.0.0.1}
     */
    public Pem server(String name, String hosts) {
        return signed(name, "-ext", "san=" + hosts, "-validity", "30");
    }

    /** Makes a certificate for these hosts that expired a month ago. */
    public Pem expired(String name, String hosts) {
        return signed(name, "-ext", "san=" + hosts, "-startdate", "-60d", "-validity", "30");
    }

    /** Makes a certificate for a client. */
    public Pem client(String name) {
        return signed(name, "-validity", "30");
    }

    private Pem signed(String name, String... options) {
        try {
            List<String> all = new ArrayList<>(List.of("-signer", CA));
            all.addAll(List.of(options));
            keytool(name, all.toArray(String[]::new));
            return write(name);
        } catch (IOException | GeneralSecurityException e) {
            throw new EngineFailure("no certificate could be made: " + e.getMessage(), e);
        }
    }

    private void keytool(String name, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", name, "-dname", "CN=DataFlowSync sandbox " + name));
        command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(options));
        SystemCommands.run(command.toArray(String[]::new));
    }

    private Pem write(String name) throws IOException, GeneralSecurityException {
        KeyStore entries = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            entries.load(in, PASSWORD.toCharArray());
        }
        Certificate certificate = entries.getCertificate(name);
        byte[] key = entries.getKey(name, PASSWORD.toCharArray()).getEncoded();
        byte[] oldKey = Arrays.copyOfRange(key, PKCS8_HEADER, key.length);
        Path certificateFile = write(name + ".pem", block("CERTIFICATE", certificate.getEncoded()));
        Path keyFile = write(name + "-key.pem", block("PRIVATE KEY", key));
        Path oldKeyFile = write(name + "-old-key.pem", block("RSA PRIVATE KEY", oldKey));
        Path both =
                write(name + "-both.pem", block("PRIVATE KEY", key) + block("CERTIFICATE", certificate.getEncoded()));
        return new Pem(certificateFile, keyFile, oldKeyFile, both);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
