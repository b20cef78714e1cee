package io.dataflowsync.dpu.schema;

import java.util.List;
import java.util.stream.Collectors;

/** What becomes of a schema change on the target. */
public sealed interface SchemaPlan {

    /**
     * It is carried there.
     *
     * @param leftOut what of it is not, and why
     */
    record Carried(List<TargetStatement> statements, List<String> leftOut) implements SchemaPlan {}

    /** It is of no matter there. */
    record LeftOut(String why) implements SchemaPlan {}

    /** It matters there, and cannot be carried. */
    record Refused(String why) implements SchemaPlan {}

    /** What a person would run; empty where there is nothing to run. */
    default String sql() {
        return this instanceof Carried carried
                ? carried.statements().stream().map(TargetStatement::sql).collect(Collectors.joining(";\n"))
                : "";
    }
}
