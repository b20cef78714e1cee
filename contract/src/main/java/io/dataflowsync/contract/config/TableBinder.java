package io.dataflowsync.contract.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return tables;
    }

    private static TableConfig table(SectionReader section) {
        boolean skip = section.flag("skip");
        Optional<String> target = section.name("target");
        Optional<Identity> identity = IdentityBinder.identity(section);
        List<String> key = section.names("key");
        boolean byKey = section.word("lane", LANES, false);
        Map<String, ColumnRule> columns =
                section.section("columns").map(ColumnBinder::columns).orElse(Map.of());
        Map<String, ReferenceRule> references =
                section.section("references").map(ReferenceBinder::references).orElse(Map.of());
        section.end();
        checkDropped(section, key, columns, references);
        return new TableConfig(skip, target, identity, key, byKey, columns, references);
    }

    private static void checkDropped(
            SectionReader section,
            List<String> key,
            Map<String, ColumnRule> columns,
            Map<String, ReferenceRule> references) {
        Map<String, String> needed = new HashMap<>();
        references.forEach((column, rule) -> {
            needed.put(column, "references");
            if (rule instanceof ReferenceRule.Polymorphic polymorphic) {
                needed.put(polymorphic.by(), "references");
            }
        });
        key.forEach(column -> needed.put(column, "key"));
        columns.forEach((column, rule) -> {
            if (rule.drop() && needed.containsKey(column)) {
                section.problem(
                        needed.get(column),
                        "needs the column '" + column + "', which is dropped",
                        "leave its drop out, or the column out of here");
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
