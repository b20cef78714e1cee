package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.config.ColumnRule.Constant;
import io.dataflowsync.pipeline.config.Conversion.Kind;
import io.dataflowsync.pipeline.expression.Expression;
import io.dataflowsync.pipeline.expression.ExpressionException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Reads the settings for single values from a column's rule. */
final class ValueBinder {
    private static final String DATE =
            "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])( [0-9]{2}:[0-9]{2}:[0-9]{2})?";

    private ValueBinder() {}

    /** Reads a text or NULL. */
    static Optional<Constant> constant(SectionReader section, String key) {
        if (section.get(key) instanceof Setting.Text text && text.isNull()) {
            return Optional.of(new Constant(Optional.empty()));
        }
        return section.text(key).map(value -> new Constant(Optional.of(value)));
    }

    static ZeroDates zeroDates(SectionReader section) {
        Setting setting = section.get("zero-dates");
        String word = setting instanceof Setting.Text text ? (text.isNull() ? "null" : text.value()) : "";
        if (setting == null || word.equals("keep")) {
            return ZeroDates.KEPT;
        }
        if (word.equals("null")) {
            return new ZeroDates.Null();
        }
        if (word.equals("dead-letter")) {
            return new ZeroDates.DeadLetter();
        }
        if (!word.matches(DATE)) {
            section.problem(
                    "zero-dates",
                    "unknown: " + Setting.kindOf(setting),
                    "write keep, null, dead-letter or a date like \"1970-01-01\"");
        }
        return new ZeroDates.Fixed(word);
    }

    /** Reads {@code convert: number} or {@code convert: { date: dd.MM.yyyy }}. */
    static Optional<Conversion> conversion(SectionReader section) {
        Setting setting = section.get("convert");
        if (setting instanceof Setting.Section inner && inner.settings().size() == 1) {
            String word = inner.settings().keySet().iterator().next();
            return section.section("convert").flatMap(reader -> {
                Optional<String> pattern = reader.text(word);
                return kind(section, word).map(kind -> checked(section, new Conversion(kind, pattern)));
            });
        }
        if (setting instanceof Setting.Text text) {
            return kind(section, text.value()).map(kind -> checked(section, new Conversion(kind, Optional.empty())));
        }
        if (setting != null) {
            section.problem(
                    "convert", "unknown: " + Setting.kindOf(setting), "write one, like number or { date: dd.MM.yyyy }");
        }
        return Optional.empty();
    }

    private static Optional<Kind> kind(SectionReader section, String word) {
        Optional<Kind> kind = Kind.ofWord(word);
        if (kind.isEmpty()) {
            section.problem("convert", "unknown: '" + word + "'", NearestWord.fix(word, Kind.words()));
        }
        return kind;
    }

    private static Conversion checked(SectionReader section, Conversion conversion) {
        String word = conversion.kind().word();
        String pattern = conversion.pattern().orElse("");
        if (conversion.kind().needsPattern() && pattern.isBlank()) {
            section.problem("convert", word + " without its pattern", "write { " + word + ": dd.MM.yyyy }");
        } else if (conversion.pattern().isPresent() && !conversion.kind().takesPattern()) {
            section.problem("convert", word + " with a pattern, which it does not use", "write convert: " + word);
        } else if (conversion.kind() == Kind.NUMBER && conversion.pattern().isPresent() && !pattern.matches("[.,]")) {
            section.problem("convert", "not a decimal separator: '" + pattern + "'", "write { number: \",\" }");
        } else if (conversion.kind().needsPattern() && !isPattern(pattern)) {
            section.problem("convert", "not a pattern: '" + pattern + "'", "write it like dd.MM.yyyy HH:mm:ss");
        }
        return conversion;
    }

    private static boolean isPattern(String pattern) {
        try {
            return !DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                    .toString()
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads an expression that may be absent. */
    static Optional<Expression> expression(SectionReader section, String key) {
        return section.name(key).flatMap(text -> {
            try {
                return Optional.of(Expression.of(text));
            } catch (ExpressionException e) {
                section.problem(
                        key,
                        "not an expression: " + e.getMessage(),
                        "correct it; docs/mapping.md has the operators and functions");
                return Optional.empty();
            }
        });
    }
}
