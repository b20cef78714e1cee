package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.config.ReferenceRule;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Refuses references of which it is not certain what the values refer to, or which rows they would be on the target. */
final class UnclearReference {
    private UnclearReference() {}

    /** @throws MappingException where a column of the table has values that are no keys, or two of its keys may become one */
    static void requireClear(TableDefinition table, Collection<ColumnPlan> columns) {
        for (ColumnPlan column : columns) {
            table.column(column.name())
                    .filter(found ->
                            isKeyOfIntegers(column.meaning()) && !found.type().isEmpty())
                    .filter(found -> !found.canHoldIntegerKeys())
                    .ifPresent(found -> {
                        throw unfit(table, found);
                    });
            if (column.meaning() instanceof KeyMeaning.Told told && isAmbiguous(told)) {
                table.keyWithout(column.name(), told.by()).ifPresent(key -> {
                    throw shared(table, column, told, key);
                });
            }
        }
    }

    private static boolean isKeyOfIntegers(KeyMeaning meaning) {
        return meaning instanceof KeyMeaning.NewKey
                || meaning instanceof KeyMeaning.Shifted
                || meaning instanceof KeyMeaning.Told told
                        && told.words().byValue().values().stream().anyMatch(UnclearReference::isKeyOfIntegers);
    }

    /** @throws MappingException where a column refers by two foreign keys to rows that get new keys of their own each */
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
            TableDefinition table, ColumnPlan column, KeyMeaning.Told told, List<String> key) {
        return new MappingException(
                ErrorCode.DUPLICATE_VALUE,
                "the key " + key + " of " + table.name() + " has the column " + column.name() + " and not " + told.by()
                        + ", which tells what it refers to: rows of two tables may get the same new key, and two rows of the source would"
                        + " be one. Add " + told.by()
                        + " to the key in the source, dismiss the dead letters of the table, and read it again");
    }

    static MappingException withoutTeller(MappedNames names, ReferenceRule.Polymorphic told) {
        return new MappingException(
                ErrorCode.REFERENCE_UNCLEAR,
                "the table " + names.table() + " has no column " + told.by()
                        + " at this place, by which the pipeline file says what another one refers to: write under references"
                        + " of " + names.table().table() + " by: and the name that the column has now");
    }

    /** @throws MappingException where another column of the parent tells what its key refers to */
    static KeyMeaning requireUntold(TableName table, TableName parent, KeyMeaning meaning) {
        if (meaning instanceof KeyMeaning.Told told) {
            throw new MappingException(
                    ErrorCode.REFERENCE_UNCLEAR,
                    "a column of " + table + " refers to the key of " + parent + ", of which " + told.by()
                            + " tells what it refers to itself: write under references of " + table.table()
                            + " by which of its own columns that is told, and the tables");
        }
        return meaning;
    }

    /**
     * What a column means that refers to a told one: it is told by the column that refers to the telling one.
     *
     * @param referred the columns of the parent by their names on the topic
     * @throws MappingException where there is none
     */
    static KeyMeaning toldDownTheLine(TableName table, ForeignKey key, KeyMeaning.Told told, List<String> referred) {
        for (int place = 0; place < referred.size(); place++) {
            if (referred.get(place).equalsIgnoreCase(told.by())) {
                return told.by(key.columns().get(place));
            }
        }
        return requireUntold(table, key.parent(), told);
    }

    /** Whether a value may be the key of rows of different tables, or none. */
    private static boolean isAmbiguous(KeyMeaning.Told told) {
        return Stream.concat(told.words().byValue().values().stream(), Stream.of(told.otherwise()))
                        .distinct()
                        .count()
                > 1;
    }
}
