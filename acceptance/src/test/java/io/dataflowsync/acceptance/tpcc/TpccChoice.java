package io.dataflowsync.acceptance.tpcc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** What a terminal chooses: uneven, so that some customers and items are wanted much more than others. */
final class TpccChoice {
    private static final List<String> SYLLABLES =
            List.of("BAR", "OUGHT", "ABLE", "PRI", "PRES", "ESE", "ANTI", "CALLY", "ATION", "EING");

    private final Random random;
    private final TpccSize size;

    TpccChoice(long seed, TpccSize size) {
        this.random = new Random(seed);
        this.size = size;
    }

    TpccSize size() {
        return size;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean inPercent(int percent) {
        return random.nextInt(100) < percent;
    }

    int warehouse() {
        return between(1, size.warehouses());
    }

    /** Another warehouse, where there is one. */
    int warehouseBeside(int home) {
        return size.warehouses() == 1 ? home : home % size.warehouses() + 1;
    }

    int district() {
        return between(1, size.districts());
    }

    int customer() {
        return uneven(63, size.customers());
    }

    int item() {
        return uneven(127, size.items());
    }

    private int uneven(int mask, int most) {
        return (between(0, mask) | between(1, most)) % most + 1;
    }

    /** A last name, which some customers of a district share. */
    static String lastName(int number) {
        return SYLLABLES.get(number / 100 % 10) + SYLLABLES.get(number / 10 % 10) + SYLLABLES.get(number % 10);
    }

    BigDecimal money(int least, int most) {
        return BigDecimal.valueOf(between(least * 100, most * 100), 2);
    }

    String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) between('a', 'z'));
        }
        return text.toString();
    }
}
