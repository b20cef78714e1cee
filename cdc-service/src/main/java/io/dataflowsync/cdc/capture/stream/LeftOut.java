package io.dataflowsync.cdc.capture.stream;

import java.util.Set;

/**
 * The columns that the images of a row event lack, because its session wrote only some columns.
 *
 * @param before the names of the columns that the image before the change lacks
 * @param after the names of the columns that the image after the change lacks; that image counts as having the columns of the one before
 *      it
 */
public record LeftOut(Set<String> before, Set<String> after) {
    /** Both images are complete. */
    public static final LeftOut NOTHING = new LeftOut(Set.of(), Set.of());

    public boolean isNothing() {
        return before.isEmpty() && after.isEmpty();
    }
}
