package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.json.JsonPath;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Follows the references of the source's columns to their end: if a reference leads to a key that is a reference itself, both mean the
 * same rows, however many tables are between.
 */
final class KeyOrigins {
    private record Place(TableName table, String column) {}

    private final PipelineConfig config;
    private final Map<TableName, TableDefinition> captured;
    private final ForeignKeys foreignKeys;
    private final KeyMap keys;
    private final Map<Place, Meaning> known = new HashMap<>();
    private final Map<Place, Boolean> zeroNone = new HashMap<>();
    private final Map<Place, Boolean> negativeNone = new HashMap<>();

    /** @param captured every captured table of the source */
    KeyOrigins(PipelineConfig config, Map<TableName, TableDefinition> captured, ForeignKeys foreignKeys, KeyMap keys) {
        this.config = config;
        this.captured = captured;
        this.foreignKeys = foreignKeys;
        this.keys = keys;
    }

    /** The rows that the values of a column of the source refer to. */
    Meaning of(TableDefinition table, String column) {
        Place place = new Place(table.name(), column);
        Meaning meaning = known.get(place);
        if (meaning == null) {
            meaning = follow(table, column, List.of());
            known.put(place, meaning);
        }
        return meaning;
    }

    /**
     * Whether a 0 in the column refers to no row, according to the pipeline file's rule for the column or for the key that it refers to.
     */
    boolean isZeroNone(TableDefinition table, String column) {
        return zeroNone.computeIfAbsent(
                new Place(table.name(), column), place -> isNone(table, column, ReferenceRule::zero, List.of()));
    }

    /** Whether a number below 0 in the column refers to no row; false if a 0 is the key of a row. */
    boolean isNegativeNone(TableDefinition table, String column) {
        return negativeNone.computeIfAbsent(
                new Place(table.name(), column),
                place -> isNone(
                        table,
                        column,
                        rule -> rule.zero() == ReferenceRule.OddKey.ROW ? rule.zero() : rule.negative(),
                        List.of()));
    }

    private boolean isNone(
            TableDefinition table,
            String column,
            Function<ReferenceRule, ReferenceRule.OddKey> said,
            List<Place> before) {
        Place place = new Place(table.name(), column);
        if (before.contains(place)) {
            return false;
        }
        List<Place> path = Stream.concat(before.stream(), Stream.of(place)).toList();
        ReferenceRule rule = config.table(table.name().table()).references().get(column);
        if (rule != null) {
            return said.apply(rule) == ReferenceRule.OddKey.NONE
                    || rule instanceof ReferenceRule.ToTable to
                            && isKeyNone(
                                    TableName.named(to.table(), table.name().schema()), said, path);
        }
        return foreignKeys.of(table.name()).stream()
                .filter(key -> indexOf(key, column) >= 0)
                .anyMatch(key -> Optional.ofNullable(captured.get(key.parent()))
                        .filter(parent -> isNone(parent, key.parentColumns().get(indexOf(key, column)), said, path))
                        .isPresent());
    }

    private boolean isKeyNone(TableName name, Function<ReferenceRule, ReferenceRule.OddKey> said, List<Place> path) {
        TableDefinition parent = captured.get(name);
        return parent != null
                && parent.namingColumn()
                        .filter(key -> isNone(parent, key, said, path))
                        .isPresent();
    }

    /** @param before the columns that led here, in the order in which they were seen */
    private Meaning follow(TableDefinition table, String column, List<Place> before) {
        Place place = new Place(table.name(), column);
        int seen = before.indexOf(place);
        if (seen >= 0) {
            return ofRing(before.subList(seen, before.size()));
        }
        List<Place> path = Stream.concat(before.stream(), Stream.of(place)).toList();
        ReferenceRule rule = config.table(table.name().table()).references().get(column);
        return rule != null
                ? declared(table, rule, path)
                : byForeignKey(table, column, path).orElseGet(() -> own(table, column));
    }

    /** The meaning of keys that refer to each other in a ring: they are one key, that of the first table by name. */
    private Meaning ofRing(List<Place> ring) {
        return ring.stream()
                .sorted(Comparator.comparing(place -> place.table().toString()))
                .map(place -> own(Objects.requireNonNull(captured.get(place.table())), place.column()))
                .filter(meaning -> !meaning.equals(Meaning.PLAIN))
                .findFirst()
                .orElse(Meaning.PLAIN);
    }

    private Meaning own(TableDefinition table, String column) {
        boolean isKey = keys.changes(table)
                && table.identityColumn().filter(column::equalsIgnoreCase).isPresent();
        return isKey ? new Meaning.KeyOf(table) : Meaning.PLAIN;
    }

    private Meaning declared(TableDefinition table, ReferenceRule rule, List<Place> path) {
        String schema = table.name().schema();
        if (rule instanceof ReferenceRule.ToTable to) {
            return keyOf(schema, to.table(), path);
        }
        if (rule instanceof ReferenceRule.InJson json) {
            Map<JsonPath, Meaning> places = new LinkedHashMap<>();
            json.places().forEach(p -> places.put(p.path(), keyOf(schema, p.table(), path)));
            return new Meaning.InJson(places);
        }
        ReferenceRule.Polymorphic polymorphic = (ReferenceRule.Polymorphic) rule;
        Map<String, Meaning> byValue = new HashMap<>();
        polymorphic.tables().forEach((value, name) -> byValue.put(value, keyOf(schema, name, path)));
        return table.column(polymorphic.by())
                .<Meaning>map(by -> new Meaning.Polymorphic(by.name(), by, byValue))
                .orElseGet(() -> new Meaning.Unknown(
                        "depends on the column " + polymorphic.by() + ", which the source does not have"));
    }

    /** The meaning of the key of a table. The file names the table by its own name or as {@code schema.table}. */
    private Meaning keyOf(String schema, String name, List<Place> path) {
        TableDefinition table = captured.get(TableName.named(name, schema));
        if (table == null) {
            return Meaning.UNCAPTURED;
        }
        return table.namingColumn().map(column -> follow(table, column, path)).orElse(Meaning.PLAIN);
    }

    /** The first meaning that is more than a plain value: a column may be in several foreign keys, each with a part of a key. */
    private Optional<Meaning> byForeignKey(TableDefinition table, String column, List<Place> path) {
        Optional<Meaning> found = Optional.empty();
        for (ForeignKey key : foreignKeys.of(table.name())) {
            int place = indexOf(key, column);
            if (place >= 0 && found.orElse(Meaning.PLAIN).equals(Meaning.PLAIN)) {
                found = Optional.of(parent(key, key.parentColumns().get(place), path));
            }
        }
        return found;
    }

    private static int indexOf(ForeignKey key, String column) {
        for (int i = 0; i < key.columns().size(); i++) {
            if (key.columns().get(i).equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    /** The meaning of a reference to a polymorphic column: the child's column that refers to the parent's type column has the type. */
    private static Meaning throughParent(ForeignKey key, Meaning.Polymorphic polymorphic) {
        for (int i = 0; i < key.parentColumns().size(); i++) {
            if (key.parentColumns().get(i).equalsIgnoreCase(polymorphic.by())) {
                return new Meaning.Polymorphic(key.columns().get(i), polymorphic.column(), polymorphic.byValue());
            }
        }
        return new Meaning.Unknown("refers to " + key.parent() + ", where the column " + polymorphic.by()
                + " decides which table it means");
    }

    private Meaning parent(ForeignKey key, String column, List<Place> path) {
        TableDefinition parent = captured.get(key.parent());
        if (parent == null) {
            return foreignKeys.isGone(key)
                    ? new Meaning.Unknown("referred to " + key.parent() + ", which the source has no more")
                    : Meaning.UNCAPTURED;
        }
        if (parent.column(column).isPresent()) {
            Meaning meaning = follow(parent, column, path);
            return meaning instanceof Meaning.Polymorphic polymorphic ? throughParent(key, polymorphic) : meaning;
        }
        // The column has had another name since the constraint was dropped.
        return key.columns().size() == 1 && parent.namingColumn().isPresent()
                ? follow(parent, parent.namingColumn().get(), path)
                : new Meaning.Unknown("referred to " + key.parent() + "." + column + ", which the source has no more");
    }
}
