package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.ColumnClause.Fallback;
import io.dataflowsync.cdc.definition.SourceColumn.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes columns from their definitions, as the server does. */
final class ColumnRules {
    /** The types that have no default; the server ignores an empty one. */
    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json");

    private final TypeRules types;
    private final boolean timestampsAreFilled;

    /** @param timestampsAreFilled whether the server fills a TIMESTAMP whose definition gives no value */
    ColumnRules(TypeRules types, boolean timestampsAreFilled) {
        this.types = types;
        this.timestampsAreFilled = timestampsAreFilled;
    }

    /**
     * Makes all columns of a table.
     *
     * @param tableCollation the collation of a text that names no character set
     * @param converted the collation of a CONVERT TO
     */
    List<SourceColumn> resolve(List<ColumnSlot> slots, String tableCollation, @Nullable String converted) {
        int clock = timestampsAreFilled ? clockColumn(slots) : -1;
        List<SourceColumn> columns = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            ColumnSlot slot = slots.get(i);
            if (slot.clause() != null) {
                columns.add(column(
                        slot.clause(), types.resolve(slot.clause().type(), tableCollation, converted), i == clock));
            } else if (slot.before() != null) {
                columns.add(converted == null ? slot.before() : converted(slot.before(), converted));
            }
        }
        return columns;
    }

    static boolean takesDefault(String baseType) {
        return !WITHOUT_DEFAULT.contains(baseType);
    }

    private SourceColumn converted(SourceColumn column, String collation) {
        ResolvedType type = types.convert(column, collation);
        return column.ofType(type.type(), type.collation());
    }

    /** The column that gets the server's clock, or -1: the first TIMESTAMP of a table, if it is NOT NULL and states nothing more. */
    private static int clockColumn(List<ColumnSlot> slots) {
        for (int i = 0; i < slots.size(); i++) {
            ColumnClause clause = slots.get(i).clause();
            SourceColumn before = slots.get(i).before();
            if (clause != null && clause.isTimestamp()) {
                return clause.isOpenTimestamp() && !clause.onUpdate() ? i : -1;
            }
            if (clause == null && before != null && before.baseType().equals("timestamp")) {
                requireSettled(before);
                return -1;
            }
        }
        return -1;
    }

    /** Requires that the default was not dropped: that leaves a state in the server that no description of the table shows. */
    private static void requireSettled(SourceColumn column) {
        boolean open = !column.nullable()
                && !column.ownDefault()
                && !column.onUpdate()
                && column.generated() == Generated.NONE;
        if (open) {
            throw new UnclearException("the server may write its clock into " + column.name()
                    + " after this statement, or not: its default was dropped earlier");
        }
    }

    private SourceColumn column(ColumnClause clause, ResolvedType type, boolean clock) {
        boolean zero = timestampsAreFilled && clause.isOpenTimestamp();
        boolean ownDefault = clause.fallback() == Fallback.VALUE && !WITHOUT_DEFAULT.contains(base(type));
        return new SourceColumn(
                clause.name(),
                type.type(),
                !clause.notNull(),
                clause.generated(),
                clause.autoIncrement(),
                ownDefault || zero,
                type.collation(),
                clause.onUpdate() || clock);
    }

    private static String base(ResolvedType type) {
        int end = type.type().indexOf('(');
        return end < 0 ? type.type() : type.type().substring(0, end);
    }
}
