package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Sets the conditions that stay for some rounds: the delay to each server, and whether dpu-service has one replica or two. */
final class Weather {
    private static final List<Integer> DELAY_MILLIS = List.of(0, 0, 0, 2, 8, 25);

    private final FireGround ground;
    private final ServiceProcess second;
    private final Random random;
    private final Chronicle chronicle;
    private boolean alone;

    Weather(FireGround ground, Random random, Chronicle chronicle) {
        this.ground = ground;
        this.second = ground.secondDpu();
        this.random = random;
        this.chronicle = chronicle;
    }

    /** The services that are stopped on purpose. */
    Set<String> absent() {
        return alone ? Set.of(second.name()) : Set.of();
    }

    void change() {
        List<Integer> delays = ground.lines().all().stream()
                .map(line -> DELAY_MILLIS.get(random.nextInt(DELAY_MILLIS.size())))
                .toList();
        set(random.nextInt(3) == 0, delays);
    }

    /** Sets good weather: two replicas, near servers. */
    void clear() {
        set(false, ground.lines().all().stream().map(line -> 0).toList());
    }

    private void set(boolean aloneNow, List<Integer> delays) {
        chronicle.print("from now on " + (aloneNow ? "one replica" : "two replicas") + " of dpu-service, and delays of "
                + delays + " ms to source, target, log and broker");
        for (int i = 0; i < delays.size(); i++) {
            ground.lines().all().get(i).delay(delays.get(i));
        }
        if (aloneNow && !alone) {
            chronicle.did("stop " + second.name() + " in good order");
            second.stop();
        } else if (alone && !aloneNow) {
            second.relaunch();
        }
        alone = aloneNow;
    }
}
