package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ReferenceRule;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Refuses references if it is not certain which rows the values refer to, or which rows they would mean on the target. */
final class UnclearReference {
    private UnclearReference() {}

    /** @throws MappingException if a column of the table cannot hold integer keys, or two of its keys may become one */
    static void requireClear(TableDefinition table, Collection<ColumnPlan> columns) {
        for (ColumnPlan column : columns) {
            table.column(column.name())
                    .filter(found ->
                            isKeyOfIntegers(column.meaning()) && !found.type().isEmpty())
                    .filter(found -> !found.canHoldIntegerKeys())
                    .ifPresent(found -> {
                        throw unfit(table, found);
                    });
            if (column.meaning() instanceof KeyMeaning.Polymorphic polymorphic && isAmbiguous(polymorphic)) {
                table.keyWithout(column.name(), polymorphic.by()).ifPresent(key -> {
                    throw shared(table, column, polymorphic, key);
                });
            }
        }
    }

    private static boolean isKeyOfIntegers(KeyMeaning meaning) {
        return meaning instanceof KeyMeaning.NewKey
                || meaning instanceof KeyMeaning.Shifted
                || meaning instanceof KeyMeaning.Polymorphic polymorphic
                        && polymorphic.words().byValue().values().stream().anyMatch(UnclearReference::isKeyOfIntegers);
    }

    /** @throws MappingException if a column refers by two foreign keys to rows of two tables that each get new keys of their own */
    static void requireOne(TableName table, String column, KeyMeaning one, KeyMeaning other) {
        if (isNumbered(one) && isNumbered(other) && !one.equals(other)) {
            throw new MappingException(
                    ErrorCode.REFERENCE_UNCLEAR,
                    "the column " + column + " of " + table
                            + " refers to two tables by two foreign keys, and the rows of each get"
                            + " new keys of their own, so that no value is right for both: write under references of "
                            + table.table() + " which of them it refers to");
        }
    }

    private static boolean isNumbered(KeyMeaning meaning) {
        return meaning instanceof KeyMeaning.NewKey || meaning instanceof KeyMeaning.Shifted;
    }

    private static MappingException unfit(TableDefinition table, ColumnDefinition column) {
        return new MappingException(
                ErrorCode.REFERENCE_UNCLEAR,
                "the column " + table.name() + "." + column.name() + " refers to rows with new keys, and is "
                        + column.type()
                        + ", whose values are not written as whole numbers: take its reference out of the pipeline file, start both"
                        + " services again, and then read the table again, which has the old keys in it from then on");
    }

    private static MappingException shared(
            TableDefinition table, ColumnPlan column, KeyMeaning.Polymorphic polymorphic, List<String> key) {
        return new MappingException(
                ErrorCode.DUPLICATE_VALUE,
                "the key " + key + " of " + table.name() + " has the column " + column.name() + " and not "
                        + polymorphic.by()
                        + ", which says what it refers to: rows of two tables may get the same new key, and two rows of the source would"
                        + " be one. Add " + polymorphic.by()
                        + " to the key in the source, dismiss the dead letters of the table, and read it again");
    }

    static MappingException withoutTypeColumn(MappedNames names, ReferenceRule.Polymorphic polymorphic) {
        return new MappingException(
                ErrorCode.REFERENCE_UNCLEAR,
                "the table " + names.table() + " has no column " + polymorphic.by()
                        + " at this place, by which the pipeline file says what another one refers to: write under references"
                        + " of " + names.table().table() + " by: and the name that the column has now");
    }

    /** @throws MappingException if another column of the parent names the table that its key refers to */
    static KeyMeaning requireNotPolymorphic(TableName table, TableName parent, KeyMeaning meaning) {
        if (meaning instanceof KeyMeaning.Polymorphic polymorphic) {
            throw new MappingException(
                    ErrorCode.REFERENCE_UNCLEAR,
                    "a column of " + table + " refers to the key of " + parent + ", and " + polymorphic.by()
                            + " says what that key refers to: write under references of " + table.table()
                            + " which of its own columns says that, and the tables");
        }
        return meaning;
    }

    /**
     * The meaning of a column that refers to a polymorphic reference: its table is named by the column that refers to the parent's naming
     * column.
     *
     * @param referred the names on the topic of the columns of the parent that are referred to
     * @throws MappingException if there is no such column
     */
    static KeyMeaning throughPolymorphic(
            TableName table, ForeignKey key, KeyMeaning.Polymorphic polymorphic, List<String> referred) {
        for (int place = 0; place < referred.size(); place++) {
            if (referred.get(place).equalsIgnoreCase(polymorphic.by())) {
                return polymorphic.by(key.columns().get(place));
            }
        }
        return requireNotPolymorphic(table, key.parent(), polymorphic);
    }

    /** Whether a value may be the key of rows of different tables, or of no row. */
    private static boolean isAmbiguous(KeyMeaning.Polymorphic polymorphic) {
        return Stream.concat(polymorphic.words().byValue().values().stream(), Stream.of(polymorphic.otherwise()))
                        .distinct()
                        .count()
                > 1;
    }
}
