package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/security.md for HTTPS: the certificates are made, and the services start with settings that are described. */
class HttpsDocTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\b([A-Z][A-Z0-9_]+)=");
    private static final Pattern DESCRIBED = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    private final Path directory;

    HttpsDocTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** All commands of the section. */
    static List<String> commands() throws IOException {
        return Pattern.compile("(?s)```sh\\n(.*?)```")
                .matcher(section())
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    @Test
    void theCommandsMakeACertificateThatTheCaHasSigned()
            throws IOException, GeneralSecurityException, InterruptedException {
        String script = commands().stream()
                .filter(command -> command.startsWith("openssl ") || command.startsWith("echo "))
                .collect(Collectors.joining("\n"));
        Process shell = new ProcessBuilder("sh", "-ec", script)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
        X509Certificate ca = certificate("ca.crt");
        X509Certificate server = certificate("tls.crt");
        server.verify(ca.getPublicKey());
        server.checkValidity();
        assertThat(ca.getBasicConstraints()).isNotNegative();
        assertThat(server.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("dfs.example", "localhost", "cdc-service", "dpu-service", "127.0.0.1");
        assertThat(Files.readString(directory.resolve("tls.key"))).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void theServicesStartWithSettingsThatAreDescribed() throws IOException {
        List<String> starts = commands().stream()
                .filter(command -> command.startsWith("export ") || command.contains(" java -jar "))
                .toList();
        Set<String> used = names(VARIABLE, String.join("\n", starts));
        assertThat(used).hasSize(8);
        Set<String> described = names(DESCRIBED, Files.readString(ROOT.resolve("docs/security.md")));
        described.addAll(names(DESCRIBED, Files.readString(ROOT.resolve("docs/monitor.md"))));
        assertThat(described).containsAll(used);
        assertThat(starts.stream().filter(command -> command.contains(" java -jar ")))
                .extracting(command ->
                        command.replaceFirst("^\\S+ java -jar (\\S+)/target/quarkus-app/quarkus-run.jar$", "$1"))
                .containsExactly("cdc-service", "dpu-service", "monitor-ui")
                .allSatisfy(module ->
                        assertThat(ROOT.resolve(module).resolve("pom.xml")).exists());
    }

    private static String section() throws IOException {
        String text = Files.readString(ROOT.resolve("docs/security.md"));
        String from = text.substring(text.indexOf("\n### HTTPS\n"));
        return from.substring(0, from.indexOf("\n## "));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private X509Certificate certificate(String file) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(directory.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }
}
