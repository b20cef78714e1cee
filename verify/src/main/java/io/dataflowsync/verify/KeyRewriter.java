package io.dataflowsync.verify;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import io.dataflowsync.pipeline.json.JsonPath;
import io.dataflowsync.pipeline.json.JsonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrites the keys and the references of the source's rows into those of the target. */
final class KeyRewriter {
    /** Stands for a new key that no relationship has; no value of a server is equal to it. */
    static final String NO_RELATIONSHIP = "(no relationship)";

    /** A value of the source. */
    record Cell(TableDefinition table, String column, String value) {}

    /**
     * A reference to a row that the source does not have.
     *
     * @param parent the table that has no such row
     * @param newKey what the target should have for it
     */
    record ToNowhere(Cell cell, TableName parent, String newKey) {}

    private final KeyOrigins meanings;
    private final KeyMap keys;
    private final SourceKeys sourceKeys;
    private final UncapturedReference uncaptured;
    private final List<ToNowhere> toNowhere = new ArrayList<>();

    KeyRewriter(KeyOrigins meanings, KeyMap keys, SourceKeys sourceKeys, UncapturedReference uncaptured) {
        this.meanings = meanings;
        this.keys = keys;
        this.sourceKeys = sourceKeys;
        this.uncaptured = uncaptured;
    }

    Meaning meaning(TableDefinition table, String column) {
        return meanings.of(table, column);
    }

    /** Whether the values of that column are the same on the target, in every row. */
    boolean keeps(TableDefinition table, String column) {
        Meaning meaning = meanings.of(table, column);
        return meaning instanceof Meaning.Plain
                || meaning instanceof Meaning.Uncaptured && uncaptured != UncapturedReference.NULL;
    }

    /** The meaning of the column in that row; if another column of the row decides, that is resolved already. */
    Meaning meaning(TableDefinition table, String column, Map<String, @Nullable String> row) {
        Meaning meaning = meanings.of(table, column);
        if (meaning instanceof Meaning.Polymorphic polymorphic) {
            meaning = polymorphic.of(row.get(polymorphic.by()));
        }
        return meaning instanceof Meaning.Uncaptured && uncaptured != UncapturedReference.NULL
                ? Meaning.PLAIN
                : meaning;
    }

    /** The value on the target. */
    @Nullable
    String rewritten(Cell cell, Meaning meaning) {
        if (isNone(cell.table(), cell.column(), cell.value())) {
            return cell.value();
        }
        if (meaning instanceof Meaning.KeyOf key) {
            return newKey(cell, key.table());
        }
        if (meaning instanceof Meaning.InJson json) {
            try {
                return inJson(json, cell);
            } catch (IllegalArgumentException e) {
                // A text that is not valid JSON refers to nothing; its row is a dead letter.
                return cell.value();
            }
        }
        return meaning instanceof Meaning.Uncaptured ? null : cell.value();
    }

    private String newKey(Cell cell, TableDefinition parent) {
        String newKey = keys.newKey(parent, cell.value()).orElse(NO_RELATIONSHIP);
        if (!sourceKeys.has(parent.name(), cell.value())) {
            toNowhere.add(new ToNowhere(cell, parent.name(), newKey));
        }
        return newKey;
    }

    /** Whether a number that may be a key refers to no row there, according to the pipeline file. */
    private boolean isNone(TableDefinition table, String column, String value) {
        String number = value.strip();
        return number.matches("[+-]?0+")
                ? meanings.isZeroNone(table, column)
                : number.matches("-[0-9]+") && meanings.isNegativeNone(table, column);
    }

    private String inJson(Meaning.InJson json, Cell cell) {
        String text = cell.value();
        for (Map.Entry<JsonPath, Meaning> place : json.places().entrySet()) {
            text = JsonValues.changed(
                    place.getKey(),
                    text,
                    key -> place.getValue() instanceof Meaning.KeyOf of && !isNone(cell.table(), cell.column(), key)
                            ? keys.newKey(of.table(), key).orElse(key)
                            : key);
        }
        return text;
    }

    /** The references seen so far to rows that the source does not have. */
    List<ToNowhere> toNowhere() {
        return toNowhere;
    }
}
