package io.dataflowsync.pipeline.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.pem.PemFile;
import io.dataflowsync.pipeline.pem.PemFiles;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsFilesTest {
    private static final Tls MUTUAL = new Tls(
            Mode.VERIFY_CA,
            Optional.of(PemFiles.CA),
            Optional.of(new ClientCertificate(PemFiles.CLIENT, PemFiles.CLIENT_KEY)));

    @Test
    void theStoresHaveWhatThePemFilesHave() throws Exception {
        TlsFiles files = TlsFiles.of(MUTUAL);
        KeyStore trusted = load(files.trusted().orElseThrow());
        KeyStoreFile ownFile = files.own().orElseThrow();
        KeyStore own = load(ownFile);
        assertThat(trusted.getCertificate("ca-0"))
                .isEqualTo(new PemFile(PemFiles.CA).certificates().get(0));
        assertThat(trusted.size()).isEqualTo(1);
        assertThat(own.getCertificate("client"))
                .isEqualTo(new PemFile(PemFiles.CLIENT).certificates().get(0));
        assertThat(own.getKey("client", ownFile.password().value().toCharArray()))
                .isEqualTo(new PemFile(PemFiles.CLIENT_KEY).privateKey());
    }

    /** Debezium names no type, and the JDK takes this one for its own default of old. */
    @Test
    void whoeverAsksForAJavaKeyStoreGetsIt() throws Exception {
        KeyStoreFile file = TlsFiles.of(MUTUAL).own().orElseThrow();
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(file.path())) {
            store.load(in, file.password().value().toCharArray());
        }
        assertThat(store.isKeyEntry("client")).isTrue();
    }

    @Test
    void nobodyElseReadsTheFiles() throws Exception {
        Path path = TlsFiles.of(MUTUAL).own().orElseThrow().path();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolveSibling(""))))
                .isEqualTo("rwx------");
    }

    @Test
    void theFilesAreMadeOnce() {
        assertThat(TlsFiles.of(MUTUAL)).isSameAs(TlsFiles.of(MUTUAL));
    }

    @Test
    void withoutPemFilesThereAreNone() {
        assertThat(TlsFiles.of(new Tls(Mode.REQUIRED, Optional.empty(), Optional.empty())))
                .isEqualTo(new TlsFiles(Optional.empty(), Optional.empty()));
    }

    private static KeyStore load(KeyStoreFile file) throws Exception {
        KeyStore store = KeyStore.getInstance(file.type());
        try (InputStream in = Files.newInputStream(file.path())) {
            store.load(in, file.password().value().toCharArray());
        }
        return store;
    }
}
