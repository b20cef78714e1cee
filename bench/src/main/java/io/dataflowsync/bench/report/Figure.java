package io.dataflowsync.bench.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A measured figure.
 *
 * @param figure what was measured, and of which contender
 * @param against the figure that it is compared with; null for none
 * @param ratio this median divided by that one; null for none, or if that one was not measured
 * @param goal the goal of the ratio, or of the figure if it is compared with none: {@code at least 1.5}; null for none
 * @param reached whether the goal is reached; null if that is not known
 */
@JsonPropertyOrder({"figure", "median", "min", "max", "unit", "against", "ratio", "goal", "reached"})
public record Figure(
        String figure,
        double median,
        double min,
        double max,
        String unit,
        @Nullable String against,
        @Nullable Double ratio,
        @Nullable String goal,
        @Nullable Boolean reached) {}
