package io.dataflowsync.bench.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Something that was measured.
 *
 * @param figure what, and of whom
 * @param against the figure that it is measured by; null for none
 * @param ratio this median by that one; null for none, or where that one was not measured
 * @param goal what the ratio, or where there is nothing against it the figure, should be: {@code at least 1.5}; null for none
 * @param reached whether it is; null where that is not known
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
