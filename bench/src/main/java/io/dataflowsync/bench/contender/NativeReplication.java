package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** MySQL's own replication, 5.7 to 8.0: four logical-clock workers that keep the commit order. The keys stay, and nothing is logged. */
public final class NativeReplication implements Contender {
    private final Servers servers;

    private NativeReplication(Servers servers) {
        this.servers = servers;
    }

    public static NativeReplication start(RunDirectory run) {
        Servers servers = Servers.start(
                run,
                "--gtid-mode=ON",
                "--enforce-gtid-consistency=ON",
                "--slave-parallel-type=LOGICAL_CLOCK",
                "--slave-parallel-workers=4",
                "--slave-preserve-commit-order=ON");
        NativeReplication replication = new NativeReplication(servers);
        replication.follow();
        return replication;
    }

    private void follow() {
        String executed = answer(source().connect(""), "SELECT @@GLOBAL.gtid_executed", 1);
        target().execute(
                        "",
                        "RESET MASTER",
                        "SET GLOBAL gtid_purged = '" + executed.replace("\n", "") + "'",
                        "CHANGE MASTER TO MASTER_HOST = '%s', MASTER_PORT = %d, MASTER_USER = '%s', MASTER_PASSWORD = '%s', MASTER_AUTO_POSITION = 1"
                                .formatted(source().host(), source().port(), Engine.USER, Engine.PASSWORD),
                        "START SLAVE");
    }

    private static String answer(Connection connection, String sql, int column) {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(column);
        } catch (SQLException e) {
            throw new BenchFailure(sql + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return "native replication";
    }

    @Override
    public Servers servers() {
        return servers;
    }

    @Override
    public boolean keepsKeys() {
        return true;
    }

    @Override
    public boolean makesTables() {
        return true;
    }

    @Override
    public boolean readsCommitGroups() {
        return true;
    }

    @Override
    public void wake() {
        go();
    }

    @Override
    public void stand() {
        target().execute("", "STOP SLAVE");
    }

    @Override
    public void go() {
        target().execute("", "START SLAVE");
    }

    @Override
    public void sleep() {
        stand();
    }

    /** Column 20 is what went wrong, if anything. */
    @Override
    public void failIfDead() {
        String error = answer(target().connect(""), "SHOW SLAVE STATUS", 20);
        if (error != null && !error.isEmpty()) {
            throw new BenchFailure("native replication stopped: " + error);
        }
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("source", source().child().pid()),
                new Part("target", target().child().pid()),
                new Part("bench", ProcessHandle.current().pid()));
    }

    @Override
    public void close() {
        servers.close();
    }
}
