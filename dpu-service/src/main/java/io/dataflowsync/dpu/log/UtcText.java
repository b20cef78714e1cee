package io.dataflowsync.dpu.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Formats times as MariaDB reads them, {@code 2026-01-02 03:04:05.678901} in UTC.
 *
 * <p>Not thread-safe: it remembers the last time, so that times that are near each other cost little.
 */
final class UtcText {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.").withZone(ZoneOffset.UTC);
    private static final int MILLION = 1_000_000;

    private long second = Long.MIN_VALUE;
    private String text = "";
    private Instant last = Instant.MIN;
    private String lastText = "";

    String of(Instant time) {
        if (time.equals(last)) {
            return lastText;
        }
        if (time.getEpochSecond() != second) {
            second = time.getEpochSecond();
            text = SECOND.format(time);
        }
        last = time;
        lastText = text + Integer.toString(MILLION + time.getNano() / 1_000).substring(1);
        return lastText;
    }
}
