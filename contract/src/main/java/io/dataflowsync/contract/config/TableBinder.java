package io.dataflowsync.contract.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tables' settings of the section {@code tables}. */
final class TableBinder {
    private static final Map<String, Boolean> LANES = lanes();

    private TableBinder() {}

    private static Map<String, Boolean> lanes() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("together", false);
        words.put("by-key", true);
        return words;
    }

    static Map<String, TableConfig> tables(SectionReader section) {
        Map<String, TableConfig> tables =
                section.each(name -> section.section(name).map(TableBinder::table));
        checkLanes(section, tables);
        checkOwn(section, tables);
        return tables;
    }

    /** Rows that were written to them would be taken for checkpoints. */
    private static void checkOwn(SectionReader section, Map<String, TableConfig> tables) {
        tables.forEach((name, table) -> {
            if (OwnTables.has(name) && !table.skip()) {
                section.problem(name, "a table of this name is DataFlowSync's own, and never captured", "leave it out");
            }
            table.targets().stream()
                    .flatMap(target -> target.target().stream())
                    .filter(OwnTables::has)
                    .forEach(target -> section.problem(
                            name,
                            "its target '" + target + "' is a table of DataFlowSync's own",
                            "write another name"));
        });
    }

    private static TableConfig table(SectionReader section) {
        TableConfig table = new TableConfig(
                section.flag("skip"),
                section.name("target"),
                IdentityBinder.identity(section),
                section.names("key"),
                section.word("lane", LANES, false),
                columns(section),
                section.section("references").map(ReferenceBinder::references).orElse(Map.of()),
                section.section("adopt").map(TableBinder::match).orElse(List.of()),
                section.names("include"),
                List.of(),
                ValueBinder.expression(section, "filter"),
                section.name("processor"),
                section.names("allow-triggers"),
                List.of());
        TableConfig first = TargetBinder.withTargets(section, table);
        section.end();
        checkIncluded(section, table);
        checkDropped(section, table);
        checkAdopted(section, table);
        checkTelling(section, table);
        return first;
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
                table.identity().map(Identity.Allocate.class::isInstance).orElse(true);
        if (!table.adopt().isEmpty() && !allocates) {
            section.problem(
                    "adopt",
                    "adopt for a table whose keys are not allocated, so that its rows are found by them",
                    "write identity: allocate, or leave adopt out");
        }
    }

    /** What is excluded is dropped. */
    private static Map<String, ColumnRule> columns(SectionReader section) {
        Map<String, ColumnRule> columns = new LinkedHashMap<>(
                section.section("columns").map(ColumnBinder::columns).orElse(Map.of()));
        for (String column : section.names("exclude")) {
            if (columns.putIfAbsent(column, ColumnRule.DROPPED) != null) {
                section.problem(
                        "exclude",
                        "excludes '" + column + "', of which columns says something",
                        "write one of the two");
            }
        }
        return columns;
    }

    private static void checkIncluded(SectionReader section, TableConfig table) {
        if (table.include().isEmpty()) {
            return;
        }
        if (section.has("exclude")) {
            section.problem("exclude", "exclude beside include, which says it all", "write one of the two");
            return;
        }
        table.columns().forEach((column, rule) -> {
            if (!table.include().contains(column) && !rule.isMade()) {
                section.problem(
                        "include", "leaves out '" + column + "', of which columns says something", "add it here");
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
        table.key().forEach(column -> needed.put(column, "key"));
        table.adopt().forEach(column -> needed.put(column, "adopt"));
        needed.forEach((column, by) -> {
            if (table.column(column).drop()) {
                section.problem(
                        by,
                        "needs the column '" + column + "', which is dropped",
                        "leave its drop out, or the column out of here");
            }
        });
    }

    /** What is disguised before it leaves cdc-service tells nothing any more. */
    private static void checkTelling(SectionReader section, TableConfig table) {
        table.references().forEach((column, rule) -> {
            if (rule instanceof ReferenceRule.Polymorphic told
                    && table.column(told.by()).mask().isPresent()) {
                section.section("references")
                        .ifPresent(references -> references.problem(
                                column,
                                "goes by the column '" + told.by() + "', which is masked before it can tell anything",
                                "leave its mask out; where the target may not have it, write: false, or a map"));
            }
        });
    }

    /** Rows that are spread by key may overtake each other, so nothing may refer from or to them. */
    private static void checkLanes(SectionReader section, Map<String, TableConfig> tables) {
        tables.forEach((name, table) -> {
            if (table.laneByKey() && !table.references().isEmpty()) {
                section.section(name)
                        .ifPresent(t -> t.problem(
                                "lane",
                                "by-key for a table with references",
                                "write lane: together, or no references"));
            }
            table.references().values().stream()
                    .flatMap(rule -> rule.parents().stream())
                    .filter(parent -> !parent.equals(name))
                    .filter(parent ->
                            tables.getOrDefault(parent, TableConfig.DEFAULT).laneByKey())
                    .distinct()
                    .forEach(parent -> section.section(parent)
                            .ifPresent(t -> t.problem(
                                    "lane",
                                    "by-key for a table that '" + name + "' refers to",
                                    "write lane: together")));
        });
    }
}
