package io.dataflowsync.bench.scenario;

import java.util.Random;

/** Makes texts and numbers like those of a shop, for literals in SQL. */
final class Words {
    private static final String[] WORDS = {
        "please",
        "leave",
        "at",
        "the",
        "door",
        "ring",
        "twice",
        "gift",
        "wrap",
        "blue",
        "paper",
        "with",
        "care",
        "call",
        "before",
        "delivery",
        "after",
        "six",
        "neighbour",
        "has",
        "key",
        "fragile",
        "glass",
        "no",
        "plastic"
    };
    private static final String[] STATUS = {"new", "paid", "sent", "done"};

    private final Random random;

    Words(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A text of about this number of characters. */
    String text(int length) {
        StringBuilder text = new StringBuilder(length + 10);
        while (text.length() < length) {
            text.append(text.length() == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    String status() {
        return STATUS[random.nextInt(STATUS.length)];
    }

    String amount() {
        return random.nextInt(100_000) + "." + (10 + random.nextInt(90));
    }

    /** A time in 2026, with milliseconds. */
    String moment() {
        return String.format(
                "2026-%02d-%02d %02d:%02d:%02d.%03d",
                1 + random.nextInt(12),
                1 + random.nextInt(28),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60),
                random.nextInt(1000));
    }

    String json() {
        return "{\"gift\": " + random.nextBoolean() + ", \"tags\": [\"" + WORDS[random.nextInt(WORDS.length)] + "\", \""
                + WORDS[random.nextInt(WORDS.length)] + "\"], \"weight\": " + random.nextInt(5000) + "}";
    }
}
