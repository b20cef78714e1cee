package io.dataflowsync.contract.event;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One change of the source, as it stands on the topic. */
public sealed interface ChangeEvent {

    EventOrigin origin();

    Operation operation();

    /** The table of the event; null for an event about several tables or none. */
    @Nullable
    TableName table();

    default String id() {
        return origin().id();
    }

    /** A change of one row. */
    sealed interface RowChange extends ChangeEvent {
        @Override
        TableName table();

        /** The row's key columns after the change (before it, for a delete); empty for a table without a key. */
        Row key();

        /** The row as it was; null for an insert. */
        @Nullable
        Row before();

        /** The row as it is; null for a delete. */
        @Nullable
        Row after();

        /**
         * Returns whether the images lack columns. Each image has the key before the change. The image after an update has all columns of
         * the image before it, and the columns that the update wrote.
         */
        default boolean isPartial() {
            return origin().partial();
        }
    }

    /** A new row, or a row that a snapshot read; its position shows which. */
    record Insert(EventOrigin origin, TableName table, Row key, Row after) implements RowChange {
        @Override
        public Operation operation() {
            return origin.position().isSnapshot() ? Operation.SNAPSHOT : Operation.INSERT;
        }

        @Override
        public @Nullable Row before() {
            return null;
        }
    }

    /**
     * A changed row. Both images are complete unless it {@linkplain #isPartial is partial}. A change of the primary key is one update too:
     * {@link #oldKey} differs from {@link #key}.
     *
     * @param oldKey the key columns before the change
     * @param unfollowed true if the key changed, and columns refer to it that no constraint of the source changes together with it
     */
    record Update(EventOrigin origin, TableName table, Row oldKey, Row key, Row before, Row after, boolean unfollowed)
            implements RowChange {

        /** An update that does not change the key, or whose new key is followed by all columns that refer to it. */
        public Update(EventOrigin origin, TableName table, Row oldKey, Row key, Row before, Row after) {
            this(origin, table, oldKey, key, before, after, false);
        }

        /** Returns a copy that is marked as {@link #unfollowed}. */
        public Update asUnfollowed() {
            return new Update(origin, table, oldKey, key, before, after, true);
        }

        @Override
        public Operation operation() {
            return Operation.UPDATE;
        }

        /** Returns whether the image after the change contains the column, with another value than before. */
        public boolean changes(String column) {
            return after.has(column) && !Objects.equals(before.get(column), after.get(column));
        }

        public boolean changesKey() {
            return !oldKey.equals(key);
        }
    }

    record Delete(EventOrigin origin, TableName table, Row key, Row before) implements RowChange {
        @Override
        public Operation operation() {
            return Operation.DELETE;
        }

        @Override
        public @Nullable Row after() {
            return null;
        }
    }

    record Truncate(EventOrigin origin, TableName table) implements ChangeEvent {
        @Override
        public Operation operation() {
            return Operation.TRUNCATE;
        }
    }

    /**
     * A statement that changed the source's tables. It goes to every lane.
     *
     * @param definitions the definitions after the statement, of the captured tables that it concerns
     * @param renames the captured tables that the whole statement renamed; if the statement is split into one event for each name, only
     *     the first one has them
     */
    record SchemaChange(
            EventOrigin origin,
            @Nullable TableName table,
            DdlStatement statement,
            List<TableDefinition> definitions,
            LaneRouting routing,
            GhostTable ghost,
            List<TableRename> renames)
            implements ChangeEvent {

        /** A statement that concerns no other table, before its lane is known. */
        public SchemaChange(
                EventOrigin origin, @Nullable TableName table, String ddl, List<TableDefinition> definitions) {
            this(
                    origin,
                    table,
                    new DdlStatement(ddl, null, null),
                    definitions,
                    LaneRouting.UNKNOWN,
                    GhostTable.NONE,
                    List.of());
        }

        /** The statement, as the source's client wrote it. */
        public String ddl() {
            return statement.ddl();
        }

        /** Returns the old names of the renamed tables, by their new names. */
        public Map<TableName, TableName> origins() {
            return renames.stream().collect(Collectors.toMap(TableRename::to, TableRename::from));
        }

        public SchemaChange inLane(int number, int awaitsLanes) {
            return routed(new LaneRouting(number, awaitsLanes, routing.moved()));
        }

        /** @param of the session in which the source ran the statements */
        public SchemaChange withGhost(List<String> statements, @Nullable StatementSession of) {
            return new SchemaChange(
                    origin,
                    table,
                    new DdlStatement(statement.ddl(), statement.canonical(), of),
                    definitions,
                    routing,
                    new GhostTable(ghost.isSubject(), statements),
                    renames);
        }

        /**
         * Returns a copy at which all lanes wait for each other, because rows of these tables are in another lane after it, or rows change
         * their meaning.
         */
        public SchemaChange moving(List<TableName> tables) {
            return routed(new LaneRouting(routing.lane(), 1, tables));
        }

        private SchemaChange routed(LaneRouting other) {
            return new SchemaChange(origin, table, statement, definitions, other, ghost, renames);
        }

        /** Returns a copy that renamed these tables. */
        public SchemaChange renaming(List<TableRename> tables) {
            return new SchemaChange(origin, table, statement, definitions, routing, ghost, tables);
        }

        @Override
        public Operation operation() {
            return Operation.SCHEMA_CHANGE;
        }
    }

    /**
     * The end of a snapshot. It goes to every lane. A row that an earlier attempt applied and that this snapshot did not read is not in the
     * source any more.
     *
     * @param tables the tables that the snapshot read
     * @param partial those of them whose rows were read only in part: a row that the snapshot did not read may still be in the source
     * @param lanes the lane of each of the tables, in their order; empty if they are not known yet
     */
    record SnapshotCompleted(EventOrigin origin, List<TableName> tables, List<TableName> partial, List<Integer> lanes)
            implements ChangeEvent {

        /** A snapshot that read every row, before its lanes are known. */
        public SnapshotCompleted(EventOrigin origin, List<TableName> tables) {
            this(origin, tables, List.of(), List.of());
        }

        /** Returns a copy in which rows of these tables were left out. */
        public SnapshotCompleted without(List<TableName> leftOut) {
            return new SnapshotCompleted(origin, tables, leftOut, lanes);
        }

        public SnapshotCompleted inLanes(List<Integer> ofTables) {
            return new SnapshotCompleted(origin, tables, partial, ofTables);
        }

        /** Returns whether the rows of this table are in this lane. */
        public boolean isIn(int lane, TableName table) {
            return lanes.isEmpty() || lanes.get(tables.indexOf(table)) == lane;
        }

        @Override
        public Operation operation() {
            return Operation.SNAPSHOT_COMPLETED;
        }

        @Override
        public @Nullable TableName table() {
            return null;
        }
    }
}
