package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a schema change on the target. */
public sealed interface SchemaPlan {

    /**
     * It is carried there.
     *
     * @param leftOut what of it is not, and why
     * @param moved the tables that have another name behind it, or are gone
     * @param rekeyed the tables of the source whose rows are told apart by another key behind it
     * @param columns where the columns of the source's tables come from, by the table's name before it
     * @param byHand what must hold before rows behind it are written where it is not carried, and somebody runs it
     */
    record Carried(
            List<TargetStatement> statements,
            List<String> leftOut,
            List<MovedTable> moved,
            Set<TableName> rekeyed,
            Map<TableName, ColumnOrigins> columns,
            List<Condition> byHand)
            implements SchemaPlan {

        /** Of a statement that leaves the keys and the columns as they are. */
        Carried(List<TargetStatement> statements, List<String> leftOut, List<MovedTable> moved) {
            this(statements, leftOut, moved, Set.of(), Map.of(), List.of());
        }

        /** The same, whose first statement is run only where these hold, too. */
        public Carried requiring(List<Condition> conditions) {
            List<TargetStatement> all = new ArrayList<>(statements);
            TargetStatement first = all.get(0);
            all.set(
                    0,
                    new TargetStatement(
                            first.beginning(), first.parts(), first.tables(), joined(first.conditions(), conditions)));
            return new Carried(all, leftOut, moved, rekeyed, columns, byHand);
        }
    }

    /**
     * It is of no matter there.
     *
     * @param columns as in {@link Carried}
     */
    record LeftOut(String why, Map<TableName, ColumnOrigins> columns) implements SchemaPlan {

        /** Of a statement that leaves the columns as they are, or is about none that is captured. */
        LeftOut(String why) {
            this(why, Map.of());
        }
    }

    /**
     * It matters there, and cannot be carried.
     *
     * @param ofRows whether rows come or go with it: the target differs as soon as it is passed, whether statements are carried or not
     */
    record Refused(String why, boolean ofRows) implements SchemaPlan {}

    /**
     * It matters there, and cannot be read: somebody does it by hand.
     *
     * @param tables the target's tables that it may be about
     * @param wanted what the target's catalogue shows once it is done
     * @param moved the tables that have another name behind it
     */
    record Unread(String why, List<String> tables, List<Wanted> wanted, List<MovedTable> moved) implements SchemaPlan {}

    /** Where the columns of the source's tables come from, by the table's name before it; nothing of tables whose columns stay. */
    default Map<TableName, ColumnOrigins> columns() {
        return Map.of();
    }

    /** The tables that have another name behind it, or are gone. */
    default List<MovedTable> moved() {
        return List.of();
    }

    /** Both, on two targets of one table. */
    default SchemaPlan and(SchemaPlan other) {
        if (this instanceof Refused || this instanceof Unread || other instanceof LeftOut) {
            return this;
        }
        if (other instanceof Refused || other instanceof Unread || this instanceof LeftOut) {
            return other;
        }
        Carried one = (Carried) this;
        Carried two = (Carried) other;
        return new Carried(
                joined(one.statements(), two.statements()),
                joined(one.leftOut(), two.leftOut()),
                one.moved(),
                one.rekeyed(),
                one.columns(),
                joined(one.byHand(), two.byHand()));
    }

    private static <T> List<T> joined(List<T> one, List<T> two) {
        return Stream.concat(one.stream(), two.stream()).toList();
    }

    /** What a person would run; empty where there is nothing to run. */
    default String sql() {
        return this instanceof Carried carried
                ? carried.statements().stream().map(TargetStatement::sql).collect(Collectors.joining(";\n"))
                : "";
    }
}
