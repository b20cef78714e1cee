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

/** Says how the target follows a schema change of the source: by these statements, by nothing, or only by an operator. */
public sealed interface SchemaPlan {

    /**
     * The change is carried there.
     *
     * @param statements the statements for the target
     * @param leftOut the parts that are not carried, and why
     * @param moved the tables that are renamed or dropped by it
     * @param rekeyed the tables of the source whose rows another key distinguishes after it
     * @param columns the origins of the columns of the source's tables, by the table's name before it
     * @param byHand the conditions that must hold before later rows are written, if it is not carried and an operator runs it
     */
    record Carried(
            List<TargetStatement> statements,
            List<String> leftOut,
            List<MovedTable> moved,
            Set<TableName> rekeyed,
            Map<TableName, ColumnOrigins> columns,
            List<Condition> byHand)
            implements SchemaPlan {

        /** Plan of a statement that leaves the keys and the columns as they are. */
        Carried(List<TargetStatement> statements, List<String> leftOut, List<MovedTable> moved) {
            this(statements, leftOut, moved, Set.of(), Map.of(), List.of());
        }

        /** The same plan, whose first statement is run only if these conditions hold, too. */
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
     * The change does not matter there.
     *
     * @param why the reason
     * @param columns as in {@link Carried}
     */
    record LeftOut(String why, Map<TableName, ColumnOrigins> columns) implements SchemaPlan {

        /** Plan of a statement that leaves the columns as they are, or is about no captured column. */
        LeftOut(String why) {
            this(why, Map.of());
        }
    }

    /**
     * The change matters there, and cannot be carried.
     *
     * @param why the reason, and the remedy
     * @param ofRows whether it adds or removes rows: then the target differs as soon as it is passed, whether statements are carried or not
     */
    record Refused(String why, boolean ofRows) implements SchemaPlan {}

    /**
     * The change matters there, and cannot be read: an operator does it by hand.
     *
     * @param why the reason
     * @param tables the target's tables that it may be about
     * @param wanted the state of the target's catalogue once it is done
     * @param moved the tables that are renamed by it
     */
    record Unread(String why, List<String> tables, List<Wanted> wanted, List<MovedTable> moved) implements SchemaPlan {}

    /** The origins of the columns of the source's tables, by the table's name before the change; tables whose columns stay are left out. */
    default Map<TableName, ColumnOrigins> columns() {
        return Map.of();
    }

    /** The tables that are renamed or dropped by it. */
    default List<MovedTable> moved() {
        return List.of();
    }

    /** Joins the plans for two targets of one table. */
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

    /** The statements as one text for people; empty if there is nothing to run. */
    default String sql() {
        return this instanceof Carried carried
                ? carried.statements().stream().map(TargetStatement::sql).collect(Collectors.joining(";\n"))
                : "";
    }
}
