package io.dataflowsync.pipeline.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Reads the column rules of a table from their section. */
final class ColumnBinder {
    private static final List<String> IN_CDC = List.of("drop", "mask", "as");
    private static final List<String> OTHERS = List.of(
            "mask",
            "as",
            "target",
            "write",
            "zero-dates",
            "convert",
            "map",
            "otherwise",
            "constant",
            "expression",
            "default");

    private ColumnBinder() {}

    /** Reads the rules for one of a table's targets. The rules of cdc-service hold for all targets, so they are refused here. */
    static Map<String, ColumnRule> columnsOfTarget(SectionReader section, Map<String, ColumnRule> ofTable) {
        Map<String, ColumnRule> all = new LinkedHashMap<>(ofTable);
        columns(section).forEach((column, rule) -> {
            ColumnRule first = ofTable.getOrDefault(column, ColumnRule.UNCHANGED);
            if (section.get(column) instanceof Setting.Section) {
                section.section(column).ifPresent(ColumnBinder::refuseFirst);
            }
            all.put(column, rule.after(first));
        });
        return all;
    }

    private static void refuseFirst(SectionReader section) {
        IN_CDC.stream()
                .filter(section::has)
                .forEach(key ->
                        section.problem(key, "is done once for all targets", "write it in the table's own columns"));
    }

    static Map<String, ColumnRule> columns(SectionReader section) {
        Map<String, ColumnRule> columns = section.each(column -> {
            if (section.get(column) instanceof Setting.Section) {
                return section.section(column).map(ColumnBinder::rule);
            }
            return section.name(column).map(ColumnRule::renamed);
        });
        checkNames(section, columns, (column, rule) -> rule.wireName(column), "on the topic");
        checkNames(section, columns, (column, rule) -> rule.targetName(column), "on the target");
        return columns;
    }

    private static ColumnRule rule(SectionReader section) {
        ColumnRule rule = new ColumnRule(
                new ColumnRule.OnTopic(section.flag("drop"), MaskBinder.mask(section), section.name("as")),
                section.name("target"),
                section.word("write", Map.of("true", true, "false", false), true),
                new ColumnRule.Values(
                        ValueBinder.zeroDates(section),
                        ValueBinder.conversion(section),
                        section.texts("map"),
                        ValueBinder.constant(section, "otherwise"),
                        ValueBinder.constant(section, "constant"),
                        ValueBinder.expression(section, "expression"),
                        section.text("default")));
        section.end();
        checkTogether(section, rule);
        return rule;
    }

    private static void checkTogether(SectionReader section, ColumnRule rule) {
        if (rule.onTopic().drop()) {
            refuse(section, "drop", OTHERS);
        }
        if (!rule.write()) {
            refuse(section, "write", OTHERS.subList(4, OTHERS.size()));
        }
        if (rule.values().constant().isPresent()) {
            refuse(section, "constant", List.of("zero-dates", "convert", "map", "otherwise", "expression", "default"));
        }
        if (rule.values().expression().isPresent()) {
            refuse(section, "expression", List.of("zero-dates", "convert", "map", "otherwise"));
        }
        if (rule.values().otherwise().isPresent() && rule.values().map().isEmpty()) {
            section.problem("otherwise", "otherwise without a map", "write map: { A: gold } next to it");
        }
    }

    private static void refuse(SectionReader section, String key, List<String> others) {
        others.stream()
                .filter(section::has)
                .findFirst()
                .ifPresent(other -> section.problem(
                        key, key + " together with " + other + ", which then has no effect", "write one of the two"));
    }

    /** Refuses two columns with the same name. MySQL ignores the case of column names. */
    private static void checkNames(
            SectionReader section,
            Map<String, ColumnRule> columns,
            BiFunction<String, ColumnRule, String> nameOf,
            String where) {
        Map<String, String> owners = new HashMap<>();
        columns.forEach((column, rule) -> {
            String name = nameOf.apply(column, rule);
            boolean gone = rule.onTopic().drop() || (!rule.write() && where.endsWith("target"));
            String owner = gone ? null : owners.putIfAbsent(name.toLowerCase(java.util.Locale.ROOT), column);
            if (owner != null) {
                section.problem(
                        column,
                        "'" + name + "' " + where + ", like the column '" + owner + "'",
                        "give one of them another name");
            }
        });
    }
}
