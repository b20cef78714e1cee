package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Everything that may happen to a {@link FireGround}. */
final class Faults {
    private static final int TRIES = 3;

    private final List<Fault> all = new ArrayList<>();

    Faults(FireGround ground) {
        addKills(ground);
    }

    private void addKills(FireGround ground) {
        add(8, 6, kill(ground.cdc()));
        add(6, 6, kill(ground.firstDpu()));
        add(6, 6, kill(ground.secondDpu()));
    }

    private void add(int weight, int seconds, Fault fault) {
        all.add(new Fault(fault.name(), weight, seconds, fault.subjects(), fault.begin(), fault.end()));
    }

    private static Fault kill(ServiceProcess service) {
        return new Fault("kill -9 " + service.name(), 1, 1, Set.of(service.name()), service::kill, service::relaunch);
    }

    private static Fault kill(String name, Engine engine) {
        return new Fault("kill -9 " + name, 1, 1, Set.of(name), engine::kill, () -> restart(engine));
    }

    /** While it was away, somebody else may have had its port for a moment. */
    static void restart(Engine engine) {
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

    /** One of them, that happens to nobody of those. */
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
