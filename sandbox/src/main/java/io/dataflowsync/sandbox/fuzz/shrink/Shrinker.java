package io.dataflowsync.sandbox.fuzz.shrink;

import io.dataflowsync.sandbox.fuzz.generate.Step;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes a failing round smaller: leaves out steps by halves, then quarters and so on, as long as the rest still fails. */
public final class Shrinker {

    /** Runs steps in new schemas. */
    public interface Trial {
        boolean fails(RoundSteps steps) throws SQLException;

        /** Whether there is time for another trial. */
        boolean isAllowed();
    }

    private final Trial trial;

    public Shrinker(Trial trial) {
        this.trial = trial;
    }

    /** The smallest steps that were found to fail. */
    public RoundSteps shrink(RoundSteps failing) throws SQLException {
        List<Step> stream = failing.stream();
        RoundSteps small = failing;
        for (int parts = 2; trial.isAllowed(); ) {
            List<Step> smaller = without(small, parts);
            if (smaller.size() < stream.size()) {
                stream = smaller;
                small = new RoundSteps(small.making(), small.before(), stream);
                parts = Math.max(2, parts - 1);
            } else if (parts >= stream.size()) {
                break;
            } else {
                parts = Math.min(stream.size(), parts * 2);
            }
        }
        return withoutOthers(small);
    }

    /** The stream without the first of its parts that is not needed; the whole stream if all are needed. */
    private List<Step> without(RoundSteps steps, int parts) throws SQLException {
        List<Step> stream = steps.stream();
        int size = Math.max(1, (stream.size() + parts - 1) / parts);
        for (int from = stream.size() - 1 - (stream.size() - 1) % size; from >= 0 && trial.isAllowed(); from -= size) {
            List<Step> rest = new ArrayList<>(stream.subList(0, from));
            rest.addAll(stream.subList(Math.min(stream.size(), from + size), stream.size()));
            if (trial.fails(new RoundSteps(steps.making(), steps.before(), rest))) {
                return rest;
            }
        }
        return stream;
    }

    /** The steps without the tables and first rows that the failure does not need. */
    private RoundSteps withoutOthers(RoundSteps steps) throws SQLException {
        RoundSteps small = steps;
        for (int i = steps.before().size() - 1; i >= 0 && trial.isAllowed(); i--) {
            RoundSteps fewer = new RoundSteps(small.making(), without(small.before(), i), small.stream());
            small = trial.fails(fewer) ? fewer : small;
        }
        for (int i = steps.making().size() - 1; i >= 0 && trial.isAllowed(); i--) {
            RoundSteps fewer = new RoundSteps(without(small.making(), i), small.before(), small.stream());
            small = trial.fails(fewer) ? fewer : small;
        }
        return small;
    }

    private static List<Step> without(List<Step> steps, int place) {
        List<Step> rest = new ArrayList<>(steps);
        rest.remove(place);
        return rest;
    }
}
