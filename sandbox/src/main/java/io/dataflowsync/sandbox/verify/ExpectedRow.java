package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.PipelineConfig.UncapturedReference;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.json.JsonPath;
import io.dataflowsync.contract.json.JsonValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the target should have for a row of one source table. */
final class ExpectedRow {
    /** Stands for a new key that no relationship tells; no value of a server is equal to it. */
    static final String NO_RELATIONSHIP = "(no relationship)";

    private final TableDefinition table;
    private final TableConfig config;
    private final References references;
    private final KeyMap keys;
    private final UncapturedReference uncaptured;

    ExpectedRow(
            TableDefinition table,
            TableConfig config,
            References references,
            KeyMap keys,
            UncapturedReference uncaptured) {
        this.table = table;
        this.config = config;
        this.references = references;
        this.keys = keys;
        this.uncaptured = uncaptured;
    }

    /** By the target's column names; columns that the pipeline does not write are not in it. */
    Map<String, @Nullable String> of(Map<String, @Nullable String> source) {
        Map<String, @Nullable String> target = new LinkedHashMap<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            if (!column.generated() && !rule.drop()) {
                target.put(rule.targetName(column.name()), value(column.name(), rule, source));
            }
        }
        return target;
    }

    private @Nullable String value(String column, ColumnRule rule, Map<String, @Nullable String> source) {
        if (rule.constant().isPresent()) {
            return rule.constant().get().value().orElse(null);
        }
        String value = source.get(column);
        if (value == null) {
            return rule.whenNull().orElse(null);
        }
        if (keys.changes(table) && table.primaryKey().contains(column)) {
            return keys.newKey(table, value).orElse(NO_RELATIONSHIP);
        }
        if (references.isReference(column)) {
            return reference(column, value, source);
        }
        String masked = rule.mask().map(mask -> masked(mask, value)).orElse(value);
        return rule.map().getOrDefault(masked, masked);
    }

    private @Nullable String reference(String column, String value, Map<String, @Nullable String> source) {
        Map<JsonPath, Optional<TableDefinition>> places = references.inJson(column);
        if (!places.isEmpty()) {
            return inJson(places, value);
        }
        Optional<TableDefinition> parent = references.parent(column, source);
        if (parent.isEmpty()) {
            return uncaptured == UncapturedReference.NULL ? null : value;
        }
        return keys.newKey(parent.get(), value).orElse(NO_RELATIONSHIP);
    }

    private String inJson(Map<JsonPath, Optional<TableDefinition>> places, String document) {
        String text = document;
        for (Map.Entry<JsonPath, Optional<TableDefinition>> place : places.entrySet()) {
            text = JsonValues.changed(place.getKey(), text, key -> place.getValue()
                    .flatMap(table -> keys.newKey(table, key))
                    .orElse(key));
        }
        return text;
    }

    private static String masked(ColumnRule.Mask mask, String value) {
        if (mask instanceof ColumnRule.Mask.Truncate truncate) {
            int end = value.offsetByCodePoints(0, Math.min(truncate.length(), value.codePointCount(0, value.length())));
            return value.substring(0, end);
        }
        return mask instanceof ColumnRule.Mask.Hash ? hash(value) : "***";
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
