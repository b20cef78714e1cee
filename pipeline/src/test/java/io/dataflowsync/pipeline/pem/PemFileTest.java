package io.dataflowsync.pipeline.pem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFileTest {
    private final Path directory;

    PemFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void certificatesComeInTheOrderOfTheFileWhateverStandsBetweenThem() throws Exception {
        Path both = write(
                "A chain:\n" + Files.readString(PemFiles.CLIENT) + "and its CA\n" + Files.readString(PemFiles.CA));
        assertThat(new PemFile(both).certificates())
                .extracting(certificate -> certificate.getSubjectX500Principal().getName())
                .containsExactly("CN=DataFlowSync test client", "CN=DataFlowSync test CA");
    }

    @Test
    void aKeyIsReadInItsOwnAlgorithm() throws Exception {
        assertThat(new PemFile(PemFiles.CLIENT_KEY).privateKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path none = directory.resolve("none.pem");
        assertRefused(() -> new PemFile(none).certificates(), "no such file: " + none, "write the path of a PEM file");
    }

    @Test
    void aFileWithoutACertificateIsRefused() {
        assertRefused(
                () -> new PemFile(PemFiles.CLIENT_KEY).certificates(),
                "the file " + PemFiles.CLIENT_KEY + " has no certificate",
                "write the path of a PEM file with -----BEGIN CERTIFICATE-----");
    }

    @Test
    void aDamagedCertificateIsRefused() throws IOException {
        Path damaged = write("-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n");
        assertRefused(
                () -> new PemFile(damaged).certificates(),
                "the file " + damaged + " has a certificate that is damaged",
                "write it again");
    }

    @Test
    void aKeyInTheTraditionalFormComesWithTheCommandThatConvertsIt() {
        assertRefused(
                () -> new PemFile(PemFiles.CLIENT_KEY_SEC1).privateKey(),
                "the file " + PemFiles.CLIENT_KEY_SEC1 + " has a key in the form 'EC PRIVATE KEY'",
                "convert it: openssl pkcs8 -topk8 -nocrypt -in " + PemFiles.CLIENT_KEY_SEC1 + " -out client-key.pem");
    }

    @Test
    void aFileWithoutAKeyIsRefused() {
        assertRefused(
                () -> new PemFile(PemFiles.CA).privateKey(),
                "the file " + PemFiles.CA + " has no private key",
                "write the path of a PEM file with -----BEGIN PRIVATE KEY-----");
    }

    @Test
    void aDamagedKeyIsRefusedAndNotQuoted() throws IOException {
        Path damaged = write("-----BEGIN PRIVATE KEY-----\nbm90IG9uZQ==\n-----END PRIVATE KEY-----\n");
        assertRefused(
                () -> new PemFile(damaged).privateKey(),
                "the file " + damaged + " has no RSA, EC or Ed25519 key that can be read",
                "write such a key");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("file.pem"), text);
    }

    private static void assertRefused(ThrowingCallable reading, String what, String fix) {
        PemException thrown = catchThrowableOfType(PemException.class, reading);
        assertThat(thrown).as("refused").isNotNull();
        assertThat(thrown.what()).isEqualTo(what);
        assertThat(thrown.fix()).isEqualTo(fix);
    }
}
