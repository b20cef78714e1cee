package io.dataflowsync.bench.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects all samples of a run, in the order in which the figures were first measured. */
public final class Measurements {
    private final Map<String, Samples> samples = new LinkedHashMap<>();

    public void add(String figure, String unit, double value) {
        samples.computeIfAbsent(figure, name -> new Samples(unit)).values().add(value);
    }

    /** The figures: one for each goal, and one for each sample without a goal. */
    public List<Figure> figures(List<Goal> goals) {
        List<Figure> figures = new ArrayList<>();
        samples.forEach((name, values) -> {
            List<Goal> own =
                    goals.stream().filter(goal -> goal.figure().equals(name)).toList();
            if (own.isEmpty()) {
                figures.add(figure(name, values, null));
            }
            own.forEach(goal -> figures.add(figure(name, values, goal)));
        });
        figures.sort(Comparator.comparingInt(Measurements::place));
        return figures;
    }

    /** The place in the order: speeds first, then the CPU time and memory that they needed, then the state of the machine. */
    private static int place(Figure figure) {
        String name = figure.figure();
        return name.startsWith("machine: ") ? 3 : name.startsWith("peak heap ") ? 2 : name.startsWith("CPU: ") ? 1 : 0;
    }

    private Figure figure(String name, Samples values, @Nullable Goal goal) {
        double median = values.median();
        String against = goal == null ? null : goal.against();
        Samples other = against == null ? null : samples.get(against);
        Double ratio = other == null ? null : median / other.median();
        Boolean reached = null;
        if (goal != null && against == null) {
            reached = goal.isReachedBy(median);
        } else if (goal != null && ratio != null) {
            reached = goal.isReachedBy(ratio);
        }
        return new Figure(
                name,
                median,
                values.min(),
                values.max(),
                values.unit(),
                against,
                ratio,
                goal == null ? null : goal.text(),
                reached);
    }
}
