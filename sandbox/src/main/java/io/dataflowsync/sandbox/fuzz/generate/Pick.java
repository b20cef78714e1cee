package io.dataflowsync.sandbox.fuzz.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes random choices; all of a round come from one seed. */
final class Pick {
    private final Random random;

    Pick(long seed) {
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** True in this percentage of the calls. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A number from the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Some of the list, at least one, in their order. */
    <T> List<T> some(List<T> all, int most) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        int count = Math.min(all.size(), between(1, most));
        return places.subList(0, count).stream().sorted().<T>map(all::get).toList();
    }
}
