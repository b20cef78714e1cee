package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.sandbox.engine.ReplicationLink;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.List;

/**
 * Runs MySQL's own replication, 5.7 to 8.0: four logical-clock workers that keep the commit order. The keys stay the same, and nothing is
 * logged.
 */
public final class NativeReplication implements Contender {
    private final Servers servers;
    private final ReplicationLink link;

    private NativeReplication(Servers servers) {
        this.servers = servers;
        this.link = new ReplicationLink(servers.source(), servers.target());
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
        replication.link.follow();
        return replication;
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
        resume();
    }

    @Override
    public void pause() {
        link.stop();
    }

    @Override
    public void resume() {
        link.start();
    }

    @Override
    public void sleep() {
        pause();
    }

    @Override
    public void failIfDead() {
        String error = link.error();
        if (error != null) {
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
