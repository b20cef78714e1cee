package io.dataflowsync.pipeline.config;

import java.util.List;
import java.util.stream.Collectors;

/** Reports all problems of a pipeline that cannot start, one line for each. */
public final class InvalidPipelineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The exit code of every command and service that ends with it. */
    public static final int EXIT_CODE = 2;

    private final transient List<Problem> problems;

    public InvalidPipelineException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
