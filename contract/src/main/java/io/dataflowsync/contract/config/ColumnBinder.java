package io.dataflowsync.contract.config;

import io.dataflowsync.contract.config.ColumnRule.Constant;
import io.dataflowsync.contract.config.ColumnRule.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the column rules of a table of their section. */
final class ColumnBinder {
    private static final List<String> OTHERS = List.of("mask", "as", "target", "map", "constant", "default");

    private ColumnBinder() {}

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
        boolean drop = section.flag("drop");
        ColumnRule rule = new ColumnRule(
                drop,
                mask(section),
                section.name("as"),
                section.name("target"),
                section.texts("map"),
                constant(section),
                section.text("default"));
        section.end();
        checkTogether(section, rule);
        return rule;
    }

    private static void checkTogether(SectionReader section, ColumnRule rule) {
        if (rule.drop()) {
            OTHERS.stream()
                    .filter(section::has)
                    .findFirst()
                    .ifPresent(other -> section.problem(
                            "drop", "drop beside " + other + ", which is left nothing to do", "write one of the two"));
        }
        if (rule.constant().isPresent()) {
            List.of("map", "default").stream()
                    .filter(section::has)
                    .findFirst()
                    .ifPresent(other -> section.problem(
                            "constant",
                            "constant beside " + other + ", which is left nothing to do",
                            "write one of the two"));
        }
    }

    private static Optional<Mask> mask(SectionReader section) {
        String fix = "write hash, redact or { truncate: 4 }";
        Setting setting = section.get("mask");
        if (setting == null) {
            return Optional.empty();
        }
        if (setting instanceof Setting.Section) {
            return section.section("mask").flatMap(inner -> {
                if (!inner.has("truncate")) {
                    inner.problem("truncate", "missing", fix);
                }
                int length = (int) inner.number("truncate", 0, 0, Integer.MAX_VALUE);
                inner.end();
                return Optional.of(new Mask.Truncate(length));
            });
        }
        String word = setting instanceof Setting.Text text ? text.value() : "";
        if (word.equals("hash")) {
            return Optional.of(new Mask.Hash());
        }
        if (word.equals("redact")) {
            return Optional.of(new Mask.Redact());
        }
        section.problem("mask", "unknown: " + Setting.kindOf(setting), fix);
        return Optional.empty();
    }

    private static Optional<Constant> constant(SectionReader section) {
        if (section.get("constant") instanceof Setting.Text text && text.isNull()) {
            return Optional.of(new Constant(Optional.empty()));
        }
        return section.text("constant").map(value -> new Constant(Optional.of(value)));
    }

    /** Two columns must not go under one name; MySQL tells column names apart whatever their case. */
    private static void checkNames(
            SectionReader section,
            Map<String, ColumnRule> columns,
            BiFunction<String, ColumnRule, String> nameOf,
            String where) {
        Map<String, String> owners = new HashMap<>();
        columns.forEach((column, rule) -> {
            String name = nameOf.apply(column, rule);
            String owner = rule.drop() ? null : owners.putIfAbsent(name.toLowerCase(java.util.Locale.ROOT), column);
            if (owner != null) {
                section.problem(
                        column,
                        "'" + name + "' " + where + ", as the column '" + owner + "' is too",
                        "give one of them another name");
            }
        });
    }
}
