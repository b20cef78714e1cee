package io.dataflowsync.cdc.capture.definition;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The zone of {@code time_zone = SYSTEM} at a server, by the offsets from UTC that the server itself computes: at all the moments that a
 * TIMESTAMP can have, a fixed step apart.
 *
 * @param offsets in seconds, the first at 1970-01-01 UTC
 */
record SystemZone(int[] offsets) {
    /** The distance between two of the moments, in seconds: six hours. */
    static final int STEP = 21_600;
    /** The number of such moments that a TIMESTAMP has. */
    static final int MOMENTS = Integer.MAX_VALUE / STEP + 1;

    private static final int MINUTE = 60;
    /** Of zones with the same rules, the first one in this order of regions is taken. */
    private static final List<String> REGIONS =
            List.of("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "Antarctica");

    /**
     * The zone's name for any other server: an offset if it is always the same, otherwise a zone with the same rules; empty if no zone
     * has them.
     */
    Optional<String> name() {
        if (isFixed()) {
            return offset(offsets[0]);
        }
        List<Integer> changes = changes();
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> REGIONS.contains(region(id)))
                .sorted(Comparator.comparing((String id) -> REGIONS.indexOf(region(id)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(id -> hasSameOffsets(ZoneId.of(id).getRules(), changes))
                .findFirst();
    }

    private static String region(String id) {
        return id.substring(0, Math.max(0, id.indexOf('/')));
    }

    private boolean isFixed() {
        for (int offset : offsets) {
            if (offset != offsets[0]) {
                return false;
            }
        }
        return true;
    }

    /** The offset as {@code +05:30}; empty if it is no whole number of minutes. */
    static Optional<String> offset(int seconds) {
        int minutes = Math.abs(seconds) / MINUTE;
        return seconds % MINUTE == 0
                ? Optional.of(String.format(
                        Locale.ROOT, "%s%02d:%02d", seconds < 0 ? "-" : "+", minutes / MINUTE, minutes % MINUTE))
                : Optional.empty();
    }

    /** The moments before and after each change of the offset. */
    private List<Integer> changes() {
        List<Integer> changes = new ArrayList<>();
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] != offsets[i - 1]) {
                changes.add(i - 1);
                changes.add(i);
            }
        }
        return changes;
    }

    /** Whether a zone has the same offsets. Few zones pass the test at the changes, so few are compared at all moments. */
    private boolean hasSameOffsets(ZoneRules rules, List<Integer> changes) {
        if (!changes.stream().allMatch(i -> isSame(rules, i))) {
            return false;
        }
        for (int i = 0; i < offsets.length; i++) {
            if (!isSame(rules, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(ZoneRules rules, int moment) {
        ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond((long) moment * STEP));
        return offset.getTotalSeconds() == offsets[moment];
    }
}
