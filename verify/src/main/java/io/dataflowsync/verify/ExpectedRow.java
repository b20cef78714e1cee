package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.config.ZeroDates;
import io.dataflowsync.pipeline.expression.ExpressionException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Computes the row that the target should have for a row of one source table. */
final class ExpectedRow {
    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    private final TableDefinition table;
    private final TableDefinition target;
    private final TableConfig config;
    private final KeyRewriter keys;
    private final ComputedFrom computed;
    private final List<ColumnDefinition> compared;

    ExpectedRow(
            TableDefinition table,
            TableDefinition target,
            TableConfig config,
            KeyRewriter keys,
            ComputedFrom computed) {
        this.table = table;
        this.target = target;
        this.config = config;
        this.keys = keys;
        this.computed = computed;
        this.compared = table.columns().stream()
                .filter(column -> isCompared(column, config.column(column.name())))
                .toList();
    }

    /**
     * Whether the target should have this row of the source; also true if the filter fails on the row, since then it is a dead letter.
     */
    boolean isWanted(Map<String, @Nullable String> source) {
        if (config.target().filter().isEmpty()) {
            return true;
        }
        try {
            return config.target()
                    .filter()
                    .get()
                    .matches(SourceValues.of(table, config, asOnTheTopic(source), this::masked));
        } catch (ExpressionException e) {
            return true;
        }
    }

    /** The target's columns whose values the verifier does not compute, each with the way in which the pipeline makes them. */
    Map<String, String> uncompared() {
        Map<String, String> uncompared = new LinkedHashMap<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            if (isWritten(column, rule) && there(column, rule).isPresent() && !isComparable(column, rule)) {
                uncompared.put(rule.targetName(column.name()), why(column, rule));
            }
        }
        config.columns().rules().forEach((column, rule) -> {
            if (table.column(column).isEmpty() && rule.values().expression().isPresent()) {
                uncompared.put(rule.targetName(column), "made by an expression");
            }
        });
        return uncompared;
    }

    /** The source's columns that the pipeline writes, but that the target's table does not have. */
    List<String> missing() {
        return table.columns().stream()
                .filter(column -> isWritten(column, config.column(column.name())))
                .filter(column -> there(column, config.column(column.name())).isEmpty())
                .map(ColumnDefinition::name)
                .toList();
    }

    /** The target's columns that are written with a value of the source; they identify rows without a key. */
    List<String> written() {
        return compared.stream()
                .filter(column -> !column.generated())
                .map(column -> config.column(column.name()).targetName(column.name()))
                .toList();
    }

    /** The target's columns that each server computes for itself as a text made from a JSON document. */
    Set<String> ofDocuments() {
        return compared.stream()
                .filter(column -> TEXTS.contains(column.baseType()) && computed.isOfDocument(table, column.name()))
                .filter(column -> isComputedTwice(column, config.column(column.name())))
                .map(column -> config.column(column.name()).targetName(column.name()))
                .collect(Collectors.toSet());
    }

    /** Whether a number of the source is a text on the target: the text that a server prints. */
    boolean isPrinted(ColumnDefinition column) {
        return there(column, config.column(column.name()))
                .filter(there -> TEXTS.contains(there.baseType()))
                .isPresent();
    }

    private Optional<ColumnDefinition> there(ColumnDefinition column, ColumnRule rule) {
        return target.column(rule.targetName(column.name()));
    }

    private boolean isWritten(ColumnDefinition column, ColumnRule rule) {
        boolean inKey = table.primaryKey().contains(column.name());
        return !rule.onTopic().drop() && (rule.write() || inKey);
    }

    private boolean isCompared(ColumnDefinition column, ColumnRule rule) {
        return isWritten(column, rule) && there(column, rule).isPresent() && isComparable(column, rule);
    }

    private boolean isComparable(ColumnDefinition column, ColumnRule rule) {
        return rule.values().expression().isEmpty()
                && rule.values().convert().isEmpty()
                && (rule.values().map().isEmpty() || !column.isBinary())
                && !(keys.meaning(table, column.name()) instanceof Meaning.Unknown)
                && computedOtherwise(column, rule).isEmpty();
    }

    private boolean isComputedTwice(ColumnDefinition column, ColumnRule rule) {
        return column.generated()
                && there(column, rule).filter(ColumnDefinition::generated).isPresent();
    }

    /** The reason why the target computes other values than the source; a column that is a plain one there has the source's values. */
    private Optional<String> computedOtherwise(ColumnDefinition column, ColumnRule rule) {
        if (!isComputedTwice(column, rule)) {
            return Optional.empty();
        }
        if (!rule.makesLike(ColumnRule.UNCHANGED)) {
            return Optional.of("computed by the target, whatever the pipeline file says of its values");
        }
        return computed.columns(table, column.name()).stream()
                .flatMap(from -> madeOfOthers(from).stream())
                .findFirst();
    }

    private Optional<String> madeOfOthers(ColumnDefinition from) {
        ColumnRule rule = config.column(from.name());
        if (!keys.keeps(table, from.name())) {
            return Optional.of("computed from " + from.name() + ", which gets new values");
        }
        boolean isAsInSource = rule.makesLike(ColumnRule.UNCHANGED);
        return isAsInSource || isComputedTwice(from, rule)
                ? Optional.empty()
                : Optional.of("computed from " + from.name() + ", of which the pipeline file makes other values");
    }

    private String why(ColumnDefinition column, ColumnRule rule) {
        Optional<String> computedOtherwise = computedOtherwise(column, rule);
        if (computedOtherwise.isPresent()) {
            return computedOtherwise.get();
        }
        if (keys.meaning(table, column.name()) instanceof Meaning.Unknown unknown) {
            return unknown.why();
        }
        return rule.values().expression().isPresent()
                ? "made by an expression"
                : rule.values().map().isEmpty() ? "converted" : "made by a map of bytes";
    }

    /**
     * The expected row, by the target's column names; without the columns that the pipeline does not write, or makes in a way of its own.
     */
    Map<String, @Nullable String> of(Map<String, @Nullable String> source) {
        Map<String, @Nullable String> expected = new LinkedHashMap<>();
        Map<String, @Nullable String> values = asOnTheTopic(source);
        for (ColumnDefinition column : compared) {
            ColumnRule rule = config.column(column.name());
            String value = value(column.name(), rule, values);
            boolean isNoMember = RowReader.NO_MEMBER.equals(source.get(column.name()))
                    && "".equals(value)
                    && there(column, rule)
                            .filter(there -> there.baseType().equals("enum"))
                            .isPresent();
            expected.put(rule.targetName(column.name()), isNoMember ? RowReader.NO_MEMBER : value);
        }
        return expected;
    }

    /** The row with the values of the topic, which has an empty text for a value that is no member. */
    private static Map<String, @Nullable String> asOnTheTopic(Map<String, @Nullable String> source) {
        if (!source.containsValue(RowReader.NO_MEMBER)) {
            return source;
        }
        Map<String, @Nullable String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        source.forEach((column, value) -> values.put(column, RowReader.NO_MEMBER.equals(value) ? "" : value));
        return values;
    }

    private @Nullable String value(String column, ColumnRule rule, Map<String, @Nullable String> source) {
        if (rule.values().constant().isPresent()) {
            return rule.values().constant().get().value().orElse(null);
        }
        String value = dated(source.get(column), rule.values().zeroDates());
        String mapped = value == null ? null : mapped(column, rule, value, source);
        return mapped == null ? rule.values().whenNull().orElse(null) : mapped;
    }

    private static @Nullable String dated(@Nullable String value, ZeroDates rule) {
        boolean zero = value != null && value.matches("[0-9]{4}-(00-[0-9]{2}|[0-9]{2}-00)( .*)?");
        if (!zero || rule instanceof ZeroDates.Keep || rule instanceof ZeroDates.DeadLetter) {
            return value;
        }
        return rule instanceof ZeroDates.Fixed fixed ? fixed.date() : null;
    }

    private @Nullable String mapped(
            String column, ColumnRule rule, String value, Map<String, @Nullable String> source) {
        Meaning meaning = keys.meaning(table, column, source);
        if (!(meaning instanceof Meaning.Plain)) {
            return keys.rewritten(new KeyRewriter.Cell(table, column, value), meaning);
        }
        String masked = masked(rule, value);
        if (rule.values().map().isEmpty()
                || rule.values().map().containsKey(masked)
                || rule.values().otherwise().isEmpty()) {
            return rule.values().map().getOrDefault(masked, masked);
        }
        return rule.values().otherwise().get().value().orElse(null);
    }

    private String masked(ColumnRule rule, String value) {
        return rule.onTopic().mask().map(mask -> masked(mask, value)).orElse(value);
    }

    private static String masked(ColumnRule.Mask mask, String value) {
        if (mask instanceof ColumnRule.Mask.Truncate truncate) {
            int end = value.offsetByCodePoints(0, Math.min(truncate.length(), value.codePointCount(0, value.length())));
            return value.substring(0, end);
        }
        return mask instanceof ColumnRule.Mask.Hash hash ? hash(value, hash.secret()) : "***";
    }

    private static String hash(String value, Optional<Secret> secret) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        try {
            if (secret.isEmpty()) {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            }
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.get().value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
