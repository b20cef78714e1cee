package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.ReferenceRule.OddKey;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the meaning of a column as a key: a key of its own table, or, by foreign keys and declared references, a key of another table.
 *
 * <p>References are followed to their end: a reference to a key that is itself a reference has the meaning of that one.
 */
final class KeyMeanings {
    private record Place(TableDefinition table, String column) {}

    /** Finds the new keys of a table's rows. */
    interface KeySpaces {
        KeySpace of(TableDefinition table, MappedNames names);
    }

    private final PipelineConfig config;
    private final Tables tables;
    private final KeySpaces keySpaces;

    KeyMeanings(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
        this.keySpaces = this::keySpace;
    }

    KeyMeanings(PipelineConfig config, Tables tables, KeySpaces keySpaces) {
        this.config = config;
        this.tables = tables;
        this.keySpaces = keySpaces;
    }

    KeyMeaning of(TableDefinition table, String column) {
        return of(table, column, List.of());
    }

    /**
     * The meaning of a 0 in a column.
     *
     * <p>If the pipeline file does not say it, it follows from the foreign keys of the source. In a column with a foreign key that the
     * source still has, a 0 has the same meaning as in the column that the key refers to. In the last column of such a chain, a 0 is the
     * key of a row.
     */
    OddKey zero(TableDefinition table, String column) {
        return odd(table, column, ReferenceRule::zero, List.of());
    }

    /** The meaning of a number below 0, in the same way. */
    OddKey negative(TableDefinition table, String column) {
        return odd(table, column, ReferenceRule::negative, List.of());
    }

    private OddKey odd(TableDefinition table, String column, Function<ReferenceRule, OddKey> said, List<Place> before) {
        Place place = new Place(table, column);
        if (before.contains(place)) {
            return OddKey.ROW;
        }
        List<Place> path = Stream.concat(before.stream(), Stream.of(place)).toList();
        MappedNames names = names(table.name());
        ReferenceRule declared = names.config().references().get(names.inSource(column));
        if (declared != null) {
            return declared instanceof ReferenceRule.ToTable to
                            && oddOfKey(
                                            TableName.named(
                                                    to.table(), names.table().schema()),
                                            said,
                                            path)
                                    == OddKey.NONE
                    ? OddKey.NONE
                    : said.apply(declared);
        }
        List<ForeignKey> keys = keysOf(table, column);
        boolean allDropped = keys.stream().allMatch(ForeignKey::dropped);
        OddKey found = keys.isEmpty() || !allDropped ? OddKey.ROW : OddKey.UNSAID;
        for (ForeignKey key : keys) {
            if (found != OddKey.NONE
                    && (allDropped || !key.dropped())
                    && PipelineTables.captures(config, key.parent())) {
                OddKey parents = oddOfParent(key, column, said, path);
                found = parents == OddKey.ROW ? found : parents;
            }
        }
        return found;
    }

    private OddKey oddOfKey(TableName name, Function<ReferenceRule, OddKey> said, List<Place> path) {
        if (!PipelineTables.captures(config, name)) {
            return OddKey.ROW;
        }
        TableDefinition table = tables.sourceTable(name);
        return table.namingColumn()
                .map(column -> odd(table, column, said, path))
                .orElse(OddKey.ROW);
    }

    private OddKey oddOfParent(ForeignKey key, String child, Function<ReferenceRule, OddKey> said, List<Place> path) {
        MappedNames names = names(key.parent());
        String column = names.onTopic(referredTo(key, child));
        TableDefinition parent = tables.parent(key.parent(), column);
        return parent.column(column).isPresent() ? odd(parent, column, said, path) : OddKey.ROW;
    }

    private static List<ForeignKey> keysOf(TableDefinition table, String column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().stream().anyMatch(column::equalsIgnoreCase))
                .toList();
    }

    private static String referredTo(ForeignKey key, String child) {
        int at = 0;
        while (!key.columns().get(at).equalsIgnoreCase(child)) {
            at++;
        }
        return key.parentColumns().get(at);
    }

    /** @param before the columns that led here, in the order in which they were visited */
    private KeyMeaning of(TableDefinition table, String column, List<Place> before) {
        Place place = new Place(table, column);
        int seen = before.indexOf(place);
        if (seen >= 0) {
            return ofRing(before.subList(seen, before.size()));
        }
        List<Place> path = Stream.concat(before.stream(), Stream.of(place)).toList();
        MappedNames names = names(table.name());
        ReferenceRule declared = names.config().references().get(names.inSource(column));
        KeyMeaning referred =
                declared != null ? declared(table, names, declared, path) : byForeignKey(table, column, path);
        return referred != null ? referred : own(table, column);
    }

    /**
     * The meaning of keys that refer to each other in a ring: they are one key, that of the first table by name, whichever column the
     * search starts from.
     */
    private KeyMeaning ofRing(List<Place> ring) {
        return ring.stream()
                .sorted(Comparator.comparing(place -> place.table().name().toString()))
                .map(place -> own(place.table(), place.column()))
                .filter(meaning -> !meaning.equals(KeyMeaning.PLAIN))
                .findFirst()
                .orElse(KeyMeaning.PLAIN);
    }

    private KeyMeaning own(TableDefinition table, String column) {
        MappedNames names = names(table.name());
        boolean own = table.identityColumn().filter(column::equalsIgnoreCase).isPresent();
        return own && !isComputed(names, column) ? ownKey(table, names) : KeyMeaning.PLAIN;
    }

    private KeyMeaning declared(TableDefinition table, MappedNames names, ReferenceRule rule, List<Place> path) {
        if (rule instanceof ReferenceRule.ToTable to) {
            return onlyKeyOf(to.table(), names, path);
        }
        if (rule instanceof ReferenceRule.InJson json) {
            return new KeyMeaning.InJson(json.places().stream()
                    .map(place -> new KeyMeaning.InJson.Place(place.path(), onlyKeyOf(place.table(), names, path)))
                    .toList());
        }
        ReferenceRule.Polymorphic polymorphic = (ReferenceRule.Polymorphic) rule;
        Map<String, KeyMeaning> byValue = new HashMap<>();
        polymorphic.tables().forEach((value, parent) -> byValue.put(value, onlyKeyOf(parent, names, path)));
        ColumnDefinition by = table.column(names.onTopic(polymorphic.by()))
                .orElseThrow(() -> UnclearReference.withoutTypeColumn(names, polymorphic));
        return new KeyMeaning.Polymorphic(
                by.name(), new PolymorphicWords(by, Map.copyOf(byValue)), uncaptured("a table that is not named"));
    }

    /** The meaning of the key of a table that the pipeline file names. It must not depend on another column of the row. */
    private KeyMeaning onlyKeyOf(String parent, MappedNames names, List<Place> path) {
        TableName name = TableName.named(parent, names.table().schema());
        return UnclearReference.requireNotPolymorphic(names.table(), name, keyOf(name, path));
    }

    /** The meaning of a column by the foreign keys of the source; if it has none, by those that it has dropped. */
    private @Nullable KeyMeaning byForeignKey(TableDefinition table, String column, List<Place> path) {
        List<ForeignKey> keys = keysOf(table, column);
        boolean allDropped = keys.stream().allMatch(ForeignKey::dropped);
        KeyMeaning found = null;
        for (ForeignKey key : keys) {
            if (!allDropped && key.dropped()) {
                continue;
            }
            KeyMeaning meaning = PipelineTables.captures(config, key.parent())
                    ? ofParent(table, key, column, path)
                    : uncaptured(key.parent().toString());
            if (found == null || found.equals(KeyMeaning.PLAIN)) {
                found = meaning;
            } else if (!allDropped) {
                UnclearReference.requireOne(table.name(), column, found, meaning);
            }
        }
        return found;
    }

    /**
     * The meaning of a column by the column of the parent that a foreign key refers to. If another column of the parent names the table,
     * the same foreign key must refer to that column, too.
     */
    private KeyMeaning ofParent(TableDefinition table, ForeignKey key, String child, List<Place> path) {
        TableName name = key.parent();
        String column = referredTo(key, child);
        MappedNames names = names(name);
        if (names.config().column(column).onTopic().drop()) {
            return KeyMeaning.PLAIN;
        }
        TableDefinition parent = tables.parent(name, names.onTopic(column));
        if (key.dropped()
                && tables.sourceTable(name).column(names.onTopic(column)).isEmpty()) {
            return ofAnother(tables.sourceTable(name), parent, names.onTopic(column), path)
                    .orElseThrow(() -> new MappingException(
                            ErrorCode.REFERENCE_UNCLEAR,
                            "the column " + child + " of " + table.name() + " referred to the column " + column
                                    + " of a table that is not " + name + " any more, and " + name
                                    + " has no such column: write under references what it refers to"));
        }
        if (parent.column(names.onTopic(column)).isEmpty()) {
            throw new MappingException(
                    ErrorCode.UNPLANNABLE,
                    "a foreign key refers to the column " + column + " of " + name
                            + ", which no known version of that table has");
        }
        KeyMeaning meaning = of(parent, names.onTopic(column), path);
        if (meaning instanceof KeyMeaning.Polymorphic polymorphic) {
            List<String> referred =
                    key.parentColumns().stream().map(names::onTopic).toList();
            return UnclearReference.throughPolymorphic(table.name(), key, polymorphic, referred);
        }
        return meaning;
    }

    /**
     * The meaning of a column that refers, without a constraint, to a former table whose name another table has now. If it referred to the
     * integer key, it now refers to the integer key of the table that has the name now. A column whose values are copied as they are stays
     * so. Empty if neither is certain.
     *
     * <p>Example: {@code orders.user} referred to {@code users.id}. Then RENAME TABLE users TO users_old, users_new TO users swapped the
     * tables. Now {@code orders.user} refers to the integer key of the new {@code users}, whatever that column is called.
     *
     * @param former the version of the former table that has the column; if there is none, a table without it
     */
    private Optional<KeyMeaning> ofAnother(
            TableDefinition now, TableDefinition former, String column, List<Place> path) {
        if (former.identityColumn().filter(column::equalsIgnoreCase).isPresent()) {
            return now.identityColumn().map(number -> of(now, number, path));
        }
        return former.column(column)
                .map(found -> of(former, found.name(), path))
                .filter(KeyMeaning.PLAIN::equals);
    }

    /** The meaning of the key of a table. A reference can name a row only by a key of one column. */
    private KeyMeaning keyOf(TableName name, List<Place> path) {
        if (!PipelineTables.captures(config, name)) {
            return uncaptured(name.toString());
        }
        TableDefinition table = tables.sourceTable(name);
        return table.namingColumn().map(column -> of(table, column, path)).orElse(KeyMeaning.PLAIN);
    }

    private KeyMeaning ownKey(TableDefinition table, MappedNames names) {
        Identity identity =
                names.config().keys().identity().orElse(config.rules().identity());
        if (identity instanceof Identity.Offset offset) {
            return new KeyMeaning.Shifted(offset.by());
        }
        return identity instanceof Identity.Allocate
                ? new KeyMeaning.NewKey(keySpaces.of(table, names))
                : KeyMeaning.PLAIN;
    }

    /** Whether the target computes the column, so that no other value can be written there. */
    private boolean isComputed(MappedNames names, String column) {
        return tables.targetTable(names.tableOnTarget())
                .flatMap(target -> target.column(names.onTarget(column)))
                .map(ColumnDefinition::generated)
                .orElse(false);
    }

    /** The key space of a table. If the key column was renamed after this version, the primary key of the target is used. */
    private KeySpace keySpace(TableDefinition table, MappedNames names) {
        TableDefinition target = tables.targetTable(names.tableOnTarget())
                .orElseThrow(() -> noTableOfKeys(table.name(), names.tableOnTarget()));
        String keyColumn = names.onTarget(table.identityColumn().orElseThrow());
        ColumnDefinition column = target.column(keyColumn)
                .or(() -> target.hasIntegerKey()
                        ? target.column(target.primaryKey().get(0))
                        : Optional.empty())
                .orElseThrow(() -> new MappingException(
                        ErrorCode.NO_TARGET_COLUMN,
                        "the target's table " + target.name() + " has no column " + keyColumn));
        return keySpace(table.name(), names, target, column);
    }

    private static MappingException noTableOfKeys(TableName source, String target) {
        return new MappingException(
                ErrorCode.NO_TARGET_TABLE,
                "the row has a key of " + source + ", and the target has no table " + target
                        + ", which numbers these keys: create it as the source has " + source
                        + ", with AUTO_INCREMENT. If a later statement of the source creates it, that statement finds it there");
    }

    static KeySpace keySpace(TableName source, MappedNames names, TableDefinition target, ColumnDefinition key) {
        boolean adopts = !names.config().keys().adopt().isEmpty();
        return new KeySpace(source, target.name(), key.name(), key.autoIncrement(), largest(key), !adopts);
    }

    private static BigInteger largest(ColumnDefinition column) {
        int bits =
                switch (column.baseType()) {
                    case "tinyint" -> 8;
                    case "smallint" -> 16;
                    case "mediumint" -> 24;
                    case "int" -> 32;
                    default -> 64;
                };
        boolean unsigned = column.type().contains("unsigned");
        return BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
    }

    private KeyMeaning uncaptured(String table) {
        return switch (config.rules().uncaptured()) {
            case KEEP -> KeyMeaning.PLAIN;
            case NULL -> new KeyMeaning.Nulled();
            case DEAD_LETTER -> new KeyMeaning.Rejected(table);
        };
    }

    private MappedNames names(TableName table) {
        return MappedNames.of(config, table);
    }
}
