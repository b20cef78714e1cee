package io.dataflowsync.cdc.capture.stream;

import java.util.Set;

/**
 * The columns that the images of a row event's rows lack, since its session wrote some of them only.
 *
 * @param before the names of those that the image before the change lacks
 * @param after the same for the one behind it, which has what the one before has
 */
public record LeftOut(Set<String> before, Set<String> after) {
    /** Both images are whole. */
    public static final LeftOut NOTHING = new LeftOut(Set.of(), Set.of());

    public boolean isNothing() {
        return before.isEmpty() && after.isEmpty();
    }
}
