package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Chooses faults by its seed, and starts them, some at the same time. */
final class Nemesis {
    private static final int MOST_AT_ONCE = 3;
    private static final int ROUNDS_OF_WEATHER = 4;
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private final FireGround ground;
    private final Faults faults;
    private final Chronicle chronicle;
    private final Random random;
    private final Weather weather;

    Nemesis(FireGround ground, long seed, Chronicle chronicle) {
        this.ground = ground;
        this.faults = new Faults(ground);
        this.chronicle = chronicle;
        this.random = new Random(seed);
        this.weather = new Weather(ground, random, chronicle);
    }

    /** Runs faults for that time, and leaves everything healed; the last round may take a little longer. */
    void rage(Duration lasts) {
        long end = System.nanoTime() + lasts.toNanos();
        for (int round = 0; System.nanoTime() < end; round++) {
            if (round % ROUNDS_OF_WEATHER == 0) {
                weather.change();
            }
            round();
        }
        weather.clear();
    }

    /** Runs one round of faults. All random values are chosen before the round begins, so that the choice depends on the seed only. */
    private void round() {
        List<Fault> chosen = chosen();
        List<Integer> gaps = new ArrayList<>();
        for (int i = 0; i < 2 * chosen.size(); i++) {
            Fault fault = chosen.get(i / 2);
            gaps.add(fault.atLeast() + random.nextInt(fault.atMost() - fault.atLeast()));
        }
        int calm = random.nextInt(10_000);
        for (int i = 0; i < chosen.size(); i++) {
            begin(chosen.get(i));
            pause(i + 1 < chosen.size() ? gaps.get(2 * i) / 3 : gaps.get(2 * i));
        }
        for (int i = 0; i < chosen.size(); i++) {
            end(chosen.get(i));
            pause(i + 1 < chosen.size() ? gaps.get(2 * i + 1) / 3 : calm);
        }
    }

    private List<Fault> chosen() {
        int count = 1 + Math.min(random.nextInt(MOST_AT_ONCE), random.nextInt(MOST_AT_ONCE));
        List<Fault> chosen = new ArrayList<>();
        Set<String> taken = new HashSet<>(weather.absent());
        for (int i = 0; i < count; i++) {
            Fault fault = faults.choose(random, taken);
            taken.addAll(fault.subjects());
            chosen.add(fault);
        }
        return chosen;
    }

    private void begin(Fault fault) {
        chronicle.did(fault.name());
        fault.begin().run();
    }

    private void end(Fault fault) {
        fault.end().run();
        chronicle.print("  over: " + fault.name());
    }

    /** Waits, and meanwhile restarts each service that has ended by itself, as a supervisor would do. */
    private void pause(int millis) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        do {
            ground.services().stream().filter(ServiceProcess::hasDied).forEach(this::startAgain);
            LockSupport.parkNanos(LOOK_NANOS);
        } while (System.nanoTime() < end);
    }

    private void startAgain(ServiceProcess service) {
        chronicle.did(service.name() + " ended by itself");
        service.relaunch();
    }
}
