package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.NearestWord;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.processor.TableProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the processor of a table. */
public final class Processors {
    private final PipelineConfig config;
    private final List<TableProcessor> all;

    /**
     * Compares the processors with the pipeline file.
     *
     * @throws InvalidPipelineException if the file names a processor that is missing, or two processors have the same name
     */
    public Processors(PipelineConfig config, List<TableProcessor> all) {
        this.config = config;
        this.all = List.copyOf(all);
        List<Problem> problems = new ArrayList<>();
        List<String> names = all.stream().map(TableProcessor::name).toList();
        config.tables().forEach((table, settings) -> settings.processor()
                .filter(name -> !names.contains(name))
                .ifPresent(name -> problems.add(unknown(table, name, names))));
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .distinct()
                .forEach(name -> problems.add(new Problem(
                        config.places().of("dfs.tables"),
                        "two processors have the name '" + name + "'",
                        "give one of them another")));
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    private Problem unknown(String table, String name, List<String> names) {
        return new Problem(
                config.places().of("dfs.tables." + table + ".processor"),
                "there is no processor '" + name + "'",
                names.isEmpty()
                        ? "build dpu-service with the jar that has it: see docs/processors.md"
                        : NearestWord.fix(name, names));
    }

    /** Returns the processor of a source table: the one that the file names, else the first that names the table itself. */
    Optional<TableProcessor> of(TableName table) {
        Optional<String> named = config.table(table.table()).processor();
        return all.stream()
                .filter(processor -> named.map(processor.name()::equals)
                        .orElseGet(() -> processor.tables().contains(table.table())
                                || processor.tables().contains(table.toString())))
                .findFirst();
    }
}
