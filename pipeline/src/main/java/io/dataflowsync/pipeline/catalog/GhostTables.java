package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognizes the names of the tables that gh-ost ({@code _t_gho}, {@code _t_ghc}, {@code _t_del}) and pt-online-schema-change
 * ({@code _t_new}, {@code _t_old}, with more underscores if such a table exists already) create next to a table {@code t} that they
 * change.
 */
public final class GhostTables {
    private static final Pattern NAME = Pattern.compile("_+(.+)_(gho|ghc|del|new|old)");

    private GhostTables() {}

    /** Returns the table next to which a table of this name would be created. The caller checks whether that table exists. */
    public static Optional<String> original(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * Returns the tables of a server that are not captured because of their names: each looks like one that a tool has created next to an
     * existing captured table. A table that the pipeline file names is captured.
     */
    public static List<TableName> leftOut(PipelineConfig config, Collection<TableDefinition> tables) {
        Set<TableName> names = tables.stream().map(TableDefinition::name).collect(Collectors.toSet());
        return names.stream()
                .filter(name -> PipelineTables.captures(config, name))
                .filter(name -> isLeftOut(config, name, names))
                .sorted()
                .toList();
    }

    private static boolean isLeftOut(PipelineConfig config, TableName name, Set<TableName> all) {
        return !config.tables().containsKey(name.table())
                && original(name.table())
                        .map(original -> new TableName(name.schema(), original))
                        .filter(original -> all.contains(original) && PipelineTables.captures(config, original))
                        .isPresent();
    }
}
