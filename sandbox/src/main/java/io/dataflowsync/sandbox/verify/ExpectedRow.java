package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.Secret;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.config.ZeroDates;
import io.dataflowsync.contract.expression.ExpressionException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What the target should have for a row of one source table. */
final class ExpectedRow {
    private final TableDefinition table;
    private final TableConfig config;
    private final NewKeys keys;

    ExpectedRow(TableDefinition table, TableConfig config, NewKeys keys) {
        this.table = table;
        this.config = config;
        this.keys = keys;
    }

    /** Whether the target should have this row of the source; also where that cannot be told, since then it is a dead letter. */
    boolean isWanted(Map<String, @Nullable String> source) {
        if (config.filter().isEmpty()) {
            return true;
        }
        try {
            return config.filter().get().matches(SourceValues.of(table, config, source, this::masked));
        } catch (ExpressionException e) {
            return true;
        }
    }

    /** The target's columns that are made in a way which is not made here again, each with the way. */
    Map<String, String> uncompared() {
        Map<String, String> uncompared = new LinkedHashMap<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            if (isWritten(column, rule) && !isComparable(column, rule)) {
                uncompared.put(rule.targetName(column.name()), why(column, rule));
            }
        }
        config.columns().forEach((column, rule) -> {
            if (table.column(column).isEmpty() && rule.expression().isPresent()) {
                uncompared.put(rule.targetName(column), "made by an expression");
            }
        });
        return uncompared;
    }

    private boolean isWritten(ColumnDefinition column, ColumnRule rule) {
        boolean inKey = table.primaryKey().contains(column.name());
        return !column.generated() && !rule.drop() && (rule.write() || inKey);
    }

    private boolean isComparable(ColumnDefinition column, ColumnRule rule) {
        return rule.expression().isEmpty()
                && rule.convert().isEmpty()
                && !(keys.meaning(table, column.name()) instanceof Meaning.Unknown);
    }

    private String why(ColumnDefinition column, ColumnRule rule) {
        if (keys.meaning(table, column.name()) instanceof Meaning.Unknown unknown) {
            return unknown.why();
        }
        return rule.expression().isPresent() ? "made by an expression" : "converted";
    }

    /** By the target's column names; columns that the pipeline does not write, or makes in a way of its own, are not in it. */
    Map<String, @Nullable String> of(Map<String, @Nullable String> source) {
        Map<String, @Nullable String> target = new LinkedHashMap<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            if (isWritten(column, rule) && isComparable(column, rule)) {
                target.put(rule.targetName(column.name()), value(column.name(), rule, source));
            }
        }
        return target;
    }

    private @Nullable String value(String column, ColumnRule rule, Map<String, @Nullable String> source) {
        if (rule.constant().isPresent()) {
            return rule.constant().get().value().orElse(null);
        }
        String value = dated(source.get(column), rule.zeroDates());
        String mapped = value == null ? null : mapped(column, rule, value, source);
        return mapped == null ? rule.whenNull().orElse(null) : mapped;
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
            return keys.rewritten(new NewKeys.Cell(table, column, value), meaning);
        }
        String masked = masked(rule, value);
        if (rule.map().isEmpty()
                || rule.map().containsKey(masked)
                || rule.otherwise().isEmpty()) {
            return rule.map().getOrDefault(masked, masked);
        }
        return rule.otherwise().get().value().orElse(null);
    }

    private String masked(ColumnRule rule, String value) {
        return rule.mask().map(mask -> masked(mask, value)).orElse(value);
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
