package io.dataflowsync.pipeline.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems found so far. */
final class Problems {
    private record Found(int line, Problem problem) {}

    private final List<Found> found = new ArrayList<>();

    void add(Origin origin, String path, String what, String fix) {
        found.add(new Found(origin.line(), new Problem(origin.at(path), what, fix)));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Sorts the problems by the file's lines, those of the environment first. */
    InvalidPipelineException toException() {
        return new InvalidPipelineException(found.stream()
                .sorted(Comparator.comparingInt(Found::line))
                .map(Found::problem)
                .toList());
    }
}
