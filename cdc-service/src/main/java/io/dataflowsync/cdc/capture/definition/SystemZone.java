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
 * What {@code time_zone = SYSTEM} is at a server, by the offsets from UTC that the server itself reckons with: at all the moments that a
 * TIMESTAMP can have, a fixed step apart.
 *
 * @param offsets in seconds, the first at 1970-01-01 UTC
 */
record SystemZone(int[] offsets) {
    /** Between two of the moments, in seconds: six hours. */
    static final int STEP = 21_600;
    /** So many of them does a TIMESTAMP have. */
    static final int MOMENTS = Integer.MAX_VALUE / STEP + 1;

    private static final int MINUTE = 60;
    /** Of zones with the same rules, that of a large region is taken. */
    private static final List<String> REGIONS =
            List.of("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "Antarctica");

    /** Its name for any other server: an offset where it is always the same, else a zone with the same rules; empty where none has them. */
    Optional<String> name() {
        if (isFixed()) {
            return offset(offsets[0]);
        }
        List<Integer> changes = changes();
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> REGIONS.contains(region(id)))
                .sorted(Comparator.comparing((String id) -> REGIONS.indexOf(region(id)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(id -> hasTheSame(ZoneId.of(id).getRules(), changes))
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

    /** {@code +05:30}; nothing where it is no whole minute. */
    static Optional<String> offset(int seconds) {
        int minutes = Math.abs(seconds) / MINUTE;
        return seconds % MINUTE == 0
                ? Optional.of(String.format(
                        Locale.ROOT, "%s%02d:%02d", seconds < 0 ? "-" : "+", minutes / MINUTE, minutes % MINUTE))
                : Optional.empty();
    }

    /** The moments before and behind each change of the offset. */
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

    /** Few zones come past the changes, so few are looked at as a whole. */
    private boolean hasTheSame(ZoneRules rules, List<Integer> changes) {
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
