package io.dataflowsync.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.config.Tls.Mode;
import io.dataflowsync.pipeline.pem.PemFiles;
import io.dataflowsync.pipeline.tls.TlsFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbcUrlTest {
    private static final Secret PASSWORD = new Secret("none");
    private static final Tls MUTUAL = new Tls(
            Mode.VERIFY_IDENTITY,
            Optional.of(PemFiles.CA),
            Optional.of(new ClientCertificate(PemFiles.CLIENT, PemFiles.CLIENT_KEY)));

    private static TargetConfig target(Tls tls, boolean keyRetrieval) {
        return new TargetConfig("db80", 3306, "dfs", new Secret("hidden"), "store", "store", tls, keyRetrieval);
    }

    private static LogConfig log(Tls tls) {
        return new LogConfig("mariadb", 3306, "dfs", new Secret("hidden"), "dfs_shop", tls);
    }

    @ParameterizedTest
    @CsvSource({
        "OFF, DISABLED&allowPublicKeyRetrieval=false, disable",
        "REQUIRED, REQUIRED, trust",
        "VERIFY_CA, VERIFY_CA, verify-ca&tlsSocketType=dfs",
        "VERIFY_IDENTITY, VERIFY_IDENTITY, verify-full&tlsSocketType=dfs"
    })
    void aModeIsInEachDriversWords(Mode mode, String mysql, String mariaDb) {
        Tls tls = new Tls(mode, Optional.empty(), Optional.empty());
        JdbcUrl target = JdbcUrl.target(target(tls, false));
        assertThat(target.url()).startsWith("jdbc:mysql://db80:3306/store?sslMode=" + mysql + "&characterEncoding=");
        assertThat(target.properties()).isEmpty();
        assertThat(JdbcUrl.log(log(tls)).url())
                .startsWith("jdbc:mariadb://mariadb:3306/dfs_shop?sslMode=" + mariaDb + "&connectTimeout=5000");
        assertThat(JdbcUrl.logServer(log(tls)).url())
                .startsWith("jdbc:mariadb://mariadb:3306/?sslMode=" + mariaDb + "&connectTimeout=5000");
        assertThat(JdbcUrl.logReader(log(tls)).url())
                .isEqualTo("jdbc:mariadb://mariadb:3306/dfs_shop?sslMode=" + mariaDb
                        + "&connectTimeout=2000&socketTimeout=10000");
    }

    @Test
    void thePublicKeyIsAskedForOnlyWhereTheFileSaysSo() {
        assertThat(JdbcUrl.targetServer(target(Tls.OFF, true)).url())
                .contains("?sslMode=DISABLED&allowPublicKeyRetrieval=true&");
    }

    @Test
    void certificatesAreInStoresThatTheDriversAreTold() {
        TlsFiles files = TlsFiles.of(MUTUAL);
        String trusted = files.trusted().orElseThrow().url();
        String own = files.own().orElseThrow().url();
        assertThat(JdbcUrl.target(target(MUTUAL, false)).properties())
                .containsEntry("trustCertificateKeyStoreUrl", new Secret(trusted))
                .containsEntry("trustCertificateKeyStoreType", new Secret("PKCS12"))
                .containsEntry("clientCertificateKeyStoreUrl", new Secret(own))
                .containsEntry(
                        "clientCertificateKeyStorePassword",
                        files.own().orElseThrow().password())
                .hasSize(6);
        assertThat(JdbcUrl.log(log(MUTUAL)).properties())
                .containsEntry("trustStore", new Secret(trusted))
                .containsEntry("keyStore", new Secret(own))
                .containsEntry("keyStoreType", new Secret("PKCS12"))
                .hasSize(6);
    }

    @Test
    void aDataSourceOfTheFrameworkHasTheSame() {
        JdbcUrl url = JdbcUrl.log(log(MUTUAL));
        assertThat(url.dataSource("log"))
                .containsEntry("quarkus.datasource.log.jdbc.url", url.url())
                .containsEntry("quarkus.datasource.log.username", "dfs")
                .containsEntry("quarkus.datasource.log.password", "hidden")
                .containsEntry("quarkus.datasource.log.jdbc.additional-jdbc-properties.keyStoreType", "PKCS12")
                .hasSize(9);
    }

    @Test
    void noTextHasAPassword() {
        JdbcUrl url = JdbcUrl.target(target(MUTUAL, false));
        String own = TlsFiles.of(MUTUAL).own().orElseThrow().password().value();
        assertThat(url.toString()).doesNotContain("hidden").doesNotContain(own);
    }

    @Test
    void aCallerThatMustNotWaitGetsItsOwnTimeoutsAndNothingElse() {
        JdbcUrl source = JdbcUrl.source(new SourceConfig("db57", 3306, "dfs", PASSWORD, List.of("shop")));
        JdbcUrl log = JdbcUrl.logServer(new LogConfig("maria", 3306, "dfs", PASSWORD, "dfs_shop"));

        for (JdbcUrl url : List.of(source, log)) {
            String quick = url.within(Duration.ofSeconds(3)).url();
            assertThat(quick).contains("connectTimeout=3000", "socketTimeout=3000");
            assertThat(quick.replaceAll("(connect|socket)Timeout=\\d+", ""))
                    .isEqualTo(url.url().replaceAll("(connect|socket)Timeout=\\d+", ""));
        }
    }
}
