package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.expression.Expression;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the tables' settings from the section {@code tables}. */
final class TableBinder {
    private TableBinder() {}

    static Map<String, TableConfig> tables(SectionReader section) {
        Map<String, TableConfig> tables =
                section.each(name -> section.section(name).map(TableBinder::table));
        checkOwn(section, tables);
        return tables;
    }

    /** Refuses DataFlowSync's own tables, because rows written to them would be taken for checkpoints. */
    private static void checkOwn(SectionReader section, Map<String, TableConfig> tables) {
        tables.forEach((name, table) -> {
            if (OwnTables.has(name) && !table.skip()) {
                section.problem(name, "a table of this name is DataFlowSync's own, and never captured", "leave it out");
            }
            table.targets().stream()
                    .flatMap(target -> target.target().name().stream())
                    .filter(OwnTables::has)
                    .forEach(target -> section.problem(
                            name,
                            "its target '" + target + "' is a table of DataFlowSync's own",
                            "write another name"));
        });
    }

    private static TableConfig table(SectionReader section) {
        TableConfig table = ofFirstTarget(section);
        TableConfig first = TargetBinder.withTargets(section, table);
        section.end();
        checkIncluded(section, table);
        checkDropped(section, table);
        checkAdopted(section, table);
        checkNamingColumns(section, table);
        return first;
    }

    /** Reads the settings in the order in which the problems of one line are to be listed. */
    private static TableConfig ofFirstTarget(SectionReader section) {
        boolean skip = section.flag("skip");
        Optional<String> name = section.name("target");
        Optional<Identity> identity = IdentityBinder.identity(section);
        List<String> key = section.names("key");
        Map<String, ColumnRule> rules = columns(section);
        Map<String, ReferenceRule> references =
                section.section("references").map(ReferenceBinder::references).orElse(Map.of());
        List<String> adopt = section.section("adopt").map(TableBinder::match).orElse(List.of());
        List<String> include = section.names("include");
        Optional<Expression> filter = ValueBinder.expression(section, "filter");
        Optional<String> processor = section.name("processor");
        List<String> triggers = section.names("allow-triggers");
        return new TableConfig(
                skip,
                new TableConfig.OnTarget(name, filter, triggers),
                new TableConfig.Keys(identity, key, adopt),
                new TableConfig.Columns(rules, include, List.of()),
                references,
                processor,
                List.of());
    }

    private static List<String> match(SectionReader section) {
        List<String> match = section.names("match");
        if (match.isEmpty()) {
            section.problem("match", "no column", "write match: [email]");
        }
        section.end();
        return match;
    }

    private static void checkAdopted(SectionReader section, TableConfig table) {
        boolean allocates =
                table.keys().identity().map(Identity.Allocate.class::isInstance).orElse(true);
        if (!table.keys().adopt().isEmpty() && !allocates) {
            section.problem(
                    "adopt",
                    "adopt for a table whose keys are not allocated: its rows are found by their keys",
                    "write identity: allocate, or leave adopt out");
        }
    }

    /** Reads the column rules; an excluded column is dropped. */
    private static Map<String, ColumnRule> columns(SectionReader section) {
        Map<String, ColumnRule> columns = new LinkedHashMap<>(
                section.section("columns").map(ColumnBinder::columns).orElse(Map.of()));
        for (String column : section.names("exclude")) {
            if (columns.putIfAbsent(column, ColumnRule.DROPPED) != null) {
                section.problem(
                        "exclude",
                        "excludes '" + column + "', but columns has an entry for it",
                        "write one of the two");
            }
        }
        return columns;
    }

    private static void checkIncluded(SectionReader section, TableConfig table) {
        if (table.columns().include().isEmpty()) {
            return;
        }
        if (section.has("exclude")) {
            section.problem("exclude", "exclude together with include, which is enough", "write one of the two");
            return;
        }
        table.columns().rules().forEach((column, rule) -> {
            if (!table.columns().include().contains(column) && !rule.isMade()) {
                section.problem(
                        "include", "leaves out '" + column + "', but columns has an entry for it", "add it here");
            }
        });
    }

    private static void checkDropped(SectionReader section, TableConfig table) {
        Map<String, String> needed = new HashMap<>();
        table.references().forEach((column, rule) -> {
            needed.put(column, "references");
            if (rule instanceof ReferenceRule.Polymorphic polymorphic) {
                needed.put(polymorphic.by(), "references");
            }
        });
        table.keys().key().forEach(column -> needed.put(column, "key"));
        table.keys().adopt().forEach(column -> needed.put(column, "adopt"));
        needed.forEach((column, by) -> {
            if (table.column(column).onTopic().drop()) {
                section.problem(
                        by,
                        "needs the column '" + column + "', which is dropped",
                        "leave its drop out, or the column out of here");
            }
        });
    }

    /** Refuses a masked column as the one that names the table: a masked value does not identify a table any more. */
    private static void checkNamingColumns(SectionReader section, TableConfig table) {
        table.references().forEach((column, rule) -> {
            if (rule instanceof ReferenceRule.Polymorphic several
                    && table.column(several.by()).onTopic().mask().isPresent()) {
                section.section("references")
                        .ifPresent(references -> references.problem(
                                column,
                                "goes by the column '" + several.by()
                                        + "', which is masked, so that its values name no table",
                                "leave its mask out; if the target may not have it, write: false, or a map"));
            }
        });
    }
}
