package io.dataflowsync.sandbox.compose;

import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.verify.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Runs the steps of the test, in their order. */
final class ComposeTest {
    private static final String LOST = "topic-changed";
    private static final int TRANSACTIONS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final ComposeProject project;
    private final ComposedDatabases databases;
    private final ServiceCalls services;
    private final Protocol protocol;
    private final Path pipeline;
    private final String secret;

    /**
     * @param pipeline the file that the services read; the test changes it
     * @param secret the beginning of every password
     */
    ComposeTest(
            ComposeProject project,
            ComposedDatabases databases,
            ServiceCalls services,
            Protocol protocol,
            Path pipeline,
            String secret) {
        this.secret = secret;
        this.project = project;
        this.databases = databases;
        this.services = services;
        this.protocol = protocol;
        this.pipeline = pipeline;
    }

    /** @param cached whether the first build may use the layers of an earlier one */
    void run(boolean cached) throws SQLException {
        build(cached);
        start();
        crashEverything();
        restart();
        loseTheBroker();
        compare();
        protocol.step("docker inspect of each container", () -> {
            boolean shown = project.descriptions().contains(secret);
            return shown ? fail("it shows the password") : "it shows no password";
        });
        protocol.step("memory of each container", () -> String.join(", ", project.memory()));
        protocol.step("size of each image", () -> String.join(", ", project.imageSizes()));
    }

    private void build(boolean cached) throws SQLException {
        protocol.step(cached ? "build" : "build, without the layers of an earlier one", () -> {
            if (cached) {
                project.build();
            } else {
                project.build("--no-cache");
            }
            return "three images";
        });
        protocol.step("build again, nothing changed", () -> {
            project.build();
            return "three images";
        });
    }

    private void start() throws SQLException {
        protocol.step("up --wait", () -> {
            project.up();
            return "all healthy";
        });
        protocol.step("the rows of the snapshot", () -> {
            databases.awaitOnTarget(
                    "SELECT full_name FROM clients ORDER BY id",
                    "An own client",
                    "Another",
                    "Ada O'Reilly",
                    "Blaise \\ Pascal",
                    "Grace 🐬");
            return figures(databases.awaitDrained());
        });
        protocol.step("a live change", () -> {
            databases.onSource("INSERT INTO comments (subject_type, subject_id, author_id, body, created_at)"
                    + " VALUES ('Product', 2, 1, 'live 😀', '2026-05-04 10:20:30.405060')");
            databases.awaitOnTarget(
                    "SELECT CONCAT_WS('|', p.sku, a.full_name, c.created_at) FROM comments c JOIN products p ON p.id ="
                            + " c.subject_id JOIN clients a ON a.id = c.author_id WHERE c.body = 'live 😀'",
                    "DESK-1|Ada O'Reilly|2026-05-04 10:20:30.405060");
            return "on the target, under new keys";
        });
    }

    private void crashEverything() throws SQLException {
        List<String> all = new ArrayList<>(ComposeProject.SERVICES);
        all.addAll(ComposeProject.SERVERS);
        for (String name : all) {
            protocol.step("crash of " + name, () -> {
                databases.transact(TRANSACTIONS);
                project.crash(name);
                return recovered();
            });
        }
    }

    private void restart() throws SQLException {
        protocol.step("restart", () -> {
            databases.transact(TRANSACTIONS);
            project.restart();
            return recovered();
        });
        protocol.step("down", () -> {
            databases.transact(TRANSACTIONS);
            project.down();
            return "the volumes are kept";
        });
        protocol.step("up --wait after down", () -> {
            project.up();
            return recovered();
        });
    }

    /** Waits until everything is healthy again, and everything that was written meanwhile and afterwards has arrived. */
    private String recovered() throws SQLException {
        List<String> all = new ArrayList<>(ComposeProject.SERVERS);
        all.addAll(ComposeProject.SERVICES);
        all.forEach(project::awaitHealthy);
        if (!services.hasPage()) {
            fail("the monitor has no page");
        }
        databases.transact(TRANSACTIONS);
        return "healthy again; " + figures(databases.awaitDrained());
    }

    /** Follows docs/when-the-capture-stops.md, "The topic is another one". */
    private void loseTheBroker() throws SQLException {
        protocol.step("the broker's volume is removed", () -> {
            project.remove(List.of("kafka"));
            project.removeVolume("kafka");
            project.start(List.of("kafka"));
            await(
                    "both services halt with " + LOST,
                    () -> services.captureError().equals(LOST)
                            && !services.laneErrors().isEmpty()
                            && services.laneErrors().stream().allMatch(LOST::equals));
            return "capture and all lanes halt with " + LOST;
        });
        protocol.step("another project with the same log schema", () -> {
            project.remove(ComposeProject.SERVICES);
            rename("project: shop", "project: shop-2");
            databases.transact(TRANSACTIONS);
            project.start(ComposeProject.SERVICES);
            await("the capture stops with keyless-rows", () -> services.captureError()
                    .equals("keyless-rows"));
            return "the table without a key stops it, with keyless-rows";
        });
        protocol.step("its rows deleted on the target, then skip", () -> {
            databases.onTarget("DELETE FROM events");
            services.skip();
            return recovered();
        });
    }

    private void rename(String from, String to) {
        try {
            String text = Files.readString(pipeline);
            if (!text.contains(from + "\n")) {
                fail("the pipeline file has no line with " + from);
            }
            Files.writeString(pipeline, text.replace(from + "\n", to + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare() throws SQLException {
        protocol.step("comparison row by row", () -> {
            Verification verification = databases.compare();
            String result = verification.differences().size() + " differences of " + verification.rows() + " rows";
            if (!verification.isClean()) {
                fail(result + ": " + verification.differences()
                        + verification.nothingCompared().orElse(""));
            }
            databases.awaitOnTarget(
                    "SELECT CONCAT_WS('|', id, full_name) FROM clients WHERE created_at = '2020-01-01' ORDER BY id",
                    "1|An own client",
                    "2|Another");
            return result + ", the target's own rows unchanged";
        });
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Polling.comesTrue(PATIENCE, INTERVAL, condition)) {
            fail("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
        }
    }

    private static String figures(EventCounts figures) {
        if (figures.dead() > 0 || figures.waiting() > 0) {
            return fail(figures.toString());
        }
        return figures.captured() + " captured, " + figures.applied() + " applied, " + figures.skipped()
                + " that change no row";
    }

    private static String fail(String text) {
        throw new LaunchFailure(text);
    }
}
