package io.dataflowsync.sandbox.fuzz.generate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a run may generate.
 *
 * @param features the kinds of tables and statements
 * @param statements the number of statements of a round while the pipeline runs
 */
public record Profile(Set<Feature> features, int statements) {
    private static final int STATEMENTS = 300;

    /** Everything that DFS is known to replicate. */
    public static Profile usual() {
        return new Profile(Feature.usual(), STATEMENTS);
    }

    /** Every feature. */
    public static Profile everything() {
        return new Profile(EnumSet.allOf(Feature.class), STATEMENTS);
    }

    /** A profile with more features, and without others. */
    public Profile changed(List<Feature> more, List<Feature> fewer) {
        EnumSet<Feature> changed = EnumSet.noneOf(Feature.class);
        changed.addAll(features);
        changed.addAll(more);
        changed.removeAll(fewer);
        return new Profile(changed, statements);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }
}
