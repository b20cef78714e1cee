package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.sandbox.demo.Demo;
import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.demo.DemoOptions;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.demo.Report;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.HttpDoor;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole demo, and no connection of a service in clear: source, target and log with client certificates, the broker by SASL_SSL, the
 * services by HTTPS. What is not encrypted is the sandbox's own: the shop that writes, the broker's listener for itself, and the way from the
 * source's front to the source.
 */
class EncryptedDemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int TRANSACTIONS = 400;

    private static RunDirectory run;
    private static EncryptedServers servers;
    private static Demo demo;
    private static Report report;

    @BeforeAll
    static void runTheShop() throws Exception {
        run = RunDirectory.open();
        servers = EncryptedServers.start(run);
        FaultServers all = servers.all();
        all.log().execute("", "ALTER USER 'dfs'@'%' REQUIRE X509");
        DemoEngines engines = new DemoEngines(all.source(), all.target(), all.log(), all.broker()).withTables();
        Map<String, String> settings = new HashMap<>(engines.settings());
        settings.putAll(servers.settings());
        settings.put("DFS_LOG_TLS_CERTIFICATE", servers.client().certificate().toString());
        settings.put("DFS_LOG_TLS_KEY", servers.client().key().toString());
        demo = Demo.start(
                run, engines, settings, EncryptedDemoIT::door, DemoOptions.DEFAULT.withSeed(42), Progress.silent());
        demo.transact(TRANSACTIONS);
        demo.awaitDrained(PATIENCE, Progress.silent());
        report = demo.report();
    }

    private static HttpDoor door(int port) {
        return HttpDoor.encrypted(port, servers.server(), servers.certificates().ca());
    }

    @AfterAll
    static void end() throws SQLException {
        try (RunDirectory ending = run;
                EncryptedServers ended = servers;
                Demo last = demo) {
            assertThat(ending).isNotNull();
            assertThat(ended).isNotNull();
            assertThat(last).isNotNull();
        }
    }

    @Test
    void theTargetIsTheMappedSource() {
        PipelineIT.assertMapped(report);
    }

    @Test
    void everyStationIsGreenOnAPageThatCameByHttps(@TempDir Path home) {
        try (OverviewPage page = new OverviewPage(
                demo.service(Service.MONITOR).address(),
                home,
                servers.certificates().ca())) {
            page.awaitAllWell();
            assertThat(page.called()).containsExactlyInAnyOrder("https", "wss");
        }
    }

    @Test
    void nobodyHasComeToTheSourceInClear() {
        assertThat(servers.source().plain()).isZero();
        assertThat(servers.source().broken()).isZero();
        assertThat(servers.source().encrypted()).isPositive();
        assertThat(servers.source().binlogReaders()).isNotEmpty();
    }

    @Test
    void nobodyGetsInAtTheDatabasesInClear() {
        FaultServers all = servers.all();
        for (String url :
                Stream.of(all.target().jdbcUrl(""), all.log().jdbcUrl("")).toList()) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, Engine.USER, Engine.PASSWORD))
                    .hasMessageContaining("Access denied for user 'dfs'");
        }
    }

    /** The source itself and the broker's own listener are servers that a service could reach in clear: none is connected to them. */
    @Test
    void everyConnectionOfAServiceIsToADoorThatEncrypts() {
        Set<Integer> databases = Set.of(
                servers.source().port(),
                servers.all().target().port(),
                servers.all().log().port());
        Set<Integer> services = new TreeSet<>();
        for (Service service : Service.values()) {
            services.add(URI.create(demo.service(service).address()).getPort());
        }
        assertThat(ports(Service.CDC))
                .contains(servers.source().port(), servers.all().log().port(), servers.encrypted())
                .isSubsetOf(union(databases, Set.of(servers.encrypted())));
        assertThat(ports(Service.DPU))
                .contains(servers.all().target().port(), servers.all().log().port(), servers.encrypted())
                .isSubsetOf(union(databases, Set.of(servers.encrypted())));
        assertThat(ports(Service.MONITOR)).contains(servers.all().log().port()).isSubsetOf(union(databases, services));
    }

    private static Set<Integer> ports(Service service) {
        ServiceProcess process = demo.service(service);
        return ProcessPeers.ports(process.child().pid());
    }

    private static Set<Integer> union(Set<Integer> some, Set<Integer> others) {
        Set<Integer> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
