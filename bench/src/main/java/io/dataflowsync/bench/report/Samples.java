package io.dataflowsync.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The samples of one figure, which was measured several times.
 *
 * @param values at least one
 */
record Samples(String unit, List<Double> values) {

    Samples(String unit) {
        this(unit, new ArrayList<>());
    }

    /** The median: of an even number of values, the mean of the two in the middle. */
    double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double min() {
        return Collections.min(values);
    }

    double max() {
        return Collections.max(values);
    }
}
