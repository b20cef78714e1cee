package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Lists every fault that may happen to a {@link FireGround}. */
final class Faults {
    private static final int TRIES = 3;
    private static final int SLOW_KIB_PER_SECOND = 32;

    private final List<Fault> all = new ArrayList<>();

    Faults(FireGround ground) {
        kill(5, ground.cdc());
        killAimed(ground);
        killBoth(ground.firstDpu(), ground.secondDpu());
        kill(5, ground.firstDpu());
        kill(5, ground.secondDpu());
        kill(5, "kafka", ground.engines().broker());
        kill(5, "mariadb", ground.engines().log());
        kill(4, "source", ground.engines().source());
        kill(5, "target", ground.engines().target());
        pause(1, 500, 15_000, ground.cdc());
        // Longer than the group waits for a replica: its lanes are assigned to the other one before it resumes.
        pause(3, 11_000, 20_000, ground.firstDpu());
        pause(3, 11_000, 20_000, ground.secondDpu());
        line("source", ground.lines().source());
        line("target", ground.lines().target());
        line("mariadb", ground.lines().log());
        line("kafka", ground.lines().broker());
    }

    private void kill(int weight, ServiceProcess service) {
        Set<String> subjects = Set.of(service.name());
        String name = "kill -9 " + service.name();
        all.add(new Fault(name, weight, 0, 6_000, subjects, service::kill, service::relaunch));
    }

    /** Kills at a moment that would show it if two things were committed separately that should have been committed together. */
    private void killAimed(FireGround ground) {
        ServiceProcess cdc = ground.cdc();
        Aim aim = new Aim(ground);
        Map<String, String> topics = new TreeMap<>(Map.of(
                "an offset",
                ground.config().offsetsTopic(),
                "an event",
                ground.config().changesTopic()));
        topics.forEach((what, topic) -> all.add(new Fault(
                "kill -9 cdc-service as " + what + " is committed",
                4,
                0,
                6_000,
                Set.of(cdc.name(), "line to kafka"),
                () -> aim.atCommitOn(topic, cdc::kill),
                () -> {
                    ground.lines().broker().repair();
                    cdc.relaunch();
                })));
        List<ServiceProcess> replicas = List.of(ground.firstDpu(), ground.secondDpu());
        all.add(new Fault(
                "kill -9 both replicas of dpu-service as a checkpoint is committed",
                5,
                0,
                6_000,
                Set.of(replicas.get(0).name(), replicas.get(1).name(), "line to mariadb"),
                () -> aim.atCheckpoint(() -> killAll(replicas)),
                () -> {
                    ground.lines().log().repair();
                    replicas.forEach(ServiceProcess::relaunch);
                }));
    }

    private void killBoth(ServiceProcess first, ServiceProcess second) {
        List<ServiceProcess> replicas = List.of(first, second);
        all.add(new Fault(
                "kill -9 both replicas of dpu-service",
                2,
                0,
                6_000,
                Set.of(first.name(), second.name()),
                () -> killAll(replicas),
                () -> replicas.forEach(ServiceProcess::relaunch)));
    }

    /** Kills them at the same time. */
    private static void killAll(List<ServiceProcess> services) {
        services.parallelStream().forEach(ServiceProcess::kill);
    }

    private void kill(int weight, String name, Engine engine) {
        all.add(new Fault("kill -9 " + name, weight, 0, 8_000, Set.of(name), engine::kill, () -> restart(engine)));
    }

    /** Tries several times: while it was down, another process may have had its port for a moment. */
    private static void restart(Engine engine) {
        for (int attempt = 1; ; attempt++) {
            try {
                engine.restart();
                return;
            } catch (EngineFailure failure) {
                if (attempt == TRIES) {
                    throw failure;
                }
            }
        }
    }

    private void pause(int weight, int atLeast, int atMost, ServiceProcess service) {
        all.add(new Fault(
                "stall " + service.name(),
                weight,
                atLeast,
                atMost,
                Set.of(service.name()),
                () -> service.child().pause(),
                () -> service.child().resume()));
    }

    private void line(String to, TcpProxy line) {
        Set<String> subjects = Set.of("line to " + to);
        all.add(new Fault("cut all connections to " + to, 2, 0, 500, subjects, line::cut, line::repair));
        all.add(new Fault(
                "refuse connections to " + to,
                1,
                500,
                10_000,
                subjects,
                () -> {
                    line.refuse();
                    line.cut();
                },
                line::repair));
        all.add(new Fault("silence to " + to, 1, 500, 15_000, subjects, line::silence, line::repair));
        all.add(new Fault(
                "slow line to " + to, 1, 500, 8_000, subjects, () -> line.slow(SLOW_KIB_PER_SECOND), line::repair));
    }

    /** Chooses a fault whose subjects are not taken. */
    Fault choose(Random random, Set<String> taken) {
        List<Fault> possible = all.stream()
                .filter(fault -> fault.subjects().stream().noneMatch(taken::contains))
                .toList();
        int number = random.nextInt(possible.stream().mapToInt(Fault::weight).sum());
        for (Fault fault : possible) {
            number -= fault.weight();
            if (number < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("no fault is left");
    }
}
