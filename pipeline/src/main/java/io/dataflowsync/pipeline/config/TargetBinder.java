package io.dataflowsync.pipeline.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table's targets from the list {@code targets}. The table's own settings hold for each target that does not override them. */
final class TargetBinder {
    private TargetBinder() {}

    /** Returns the table's settings for its first target, with the others as further targets. */
    static TableConfig withTargets(SectionReader section, TableConfig table) {
        if (!section.has("targets")) {
            return table;
        }
        if (section.has("target")) {
            section.problem("target", "target together with targets", "write one of the two");
        }
        List<TableConfig> targets = new ArrayList<>();
        for (SectionReader target : section.sections("targets")) {
            targets.add(target(target, table));
        }
        if (targets.isEmpty()) {
            section.problem("targets", "no target", "write targets: [{ target: name }]");
            return table;
        }
        List<String> names =
                targets.stream().flatMap(t -> t.target().name().stream()).toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> section.problem("targets", "'" + name + "' twice", "name each target once"));
        return targets.get(0).with(List.copyOf(targets.subList(1, targets.size())));
    }

    private static TableConfig target(SectionReader section, TableConfig table) {
        String name = section.needName("target", "the target's table");
        Map<String, ColumnRule> columns = new LinkedHashMap<>(section.section("columns")
                .map(own -> ColumnBinder.columnsOfTarget(own, table.columns().rules()))
                .orElse(table.columns().rules()));
        List<String> triggers = section.has("allow-triggers")
                ? section.names("allow-triggers")
                : table.target().allowedTriggers();
        List<String> written = section.names("include");
        List<String> unwritten = section.names("exclude");
        if (!written.isEmpty() && !unwritten.isEmpty()) {
            section.problem("exclude", "exclude together with include, which is enough", "write one of the two");
        }
        unwritten.forEach(column ->
                columns.compute(column, (c, rule) -> (rule == null ? ColumnRule.UNCHANGED : rule).unwritten()));
        TableConfig target = new TableConfig(
                table.skip(),
                new TableConfig.OnTarget(
                        Optional.of(name),
                        ValueBinder.expression(section, "filter").or(table.target()::filter),
                        triggers),
                table.keys(),
                new TableConfig.Columns(columns, table.columns().include(), written),
                table.references(),
                table.processor(),
                List.of());
        section.end();
        return target;
    }
}
