package io.dataflowsync.contract.event;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One change of the source: what the topic carries. */
public sealed interface ChangeEvent {

    EventOrigin origin();

    Operation operation();

    /** The table it is about; null for an event that is about several or none. */
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
         * Whether the images lack columns. Each has the key before the change; that of after an update has all that the one of before has,
         * and whatever the update wrote.
         */
        default boolean isPartial() {
            return origin().partial();
        }
    }

    /** A new row; also a row that a snapshot read, which its position tells. */
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
     * A changed row, with both images whole unless it {@linkplain #isPartial is partial}. A changed primary key is one update too: {@link #oldKey} differs from {@link #key}.
     *
     * @param oldKey the key columns before the change
     * @param unfollowed of a changed key: whether columns refer to it that no constraint of the source changes with it
     */
    record Update(EventOrigin origin, TableName table, Row oldKey, Row key, Row before, Row after, boolean unfollowed)
            implements RowChange {

        /** An update that leaves the key, or whose changed key is followed by whoever refers to it. */
        public Update(EventOrigin origin, TableName table, Row oldKey, Row key, Row before, Row after) {
            this(origin, table, oldKey, key, before, after, false);
        }

        /** The same, whose changed key is not followed. */
        public Update asUnfollowed() {
            return new Update(origin, table, oldKey, key, before, after, true);
        }

        @Override
        public Operation operation() {
            return Operation.UPDATE;
        }

        /** Whether a column is told behind the change, and has another value there. */
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
     * A statement that changed the source's tables; goes to every lane.
     *
     * @param ddl the statement, as the source's client wrote it
     * @param canonical the same in the form that 5.7, 8.0 and parsers read alike whatever {@code sql_mode} says of quotes: without
     *     comments, names in back quotes, tables in full and as the source keeps them; null where nobody knows it, {@link #UNCERTAIN} where
     *     none is certain
     * @param definitions the captured tables as they are after it, those that it concerns
     * @param lane the lane of its table: the one whose copy counts
     * @param awaits how many lanes meet at it, since it changes what rows mean: all wait at their copies until its own lane has run it,
     *     which waits until all have come to it; 0 where no lane waits
     * @param ofGhost whether it is about a table that a tool makes beside its table, which is not captured
     * @param ghost where it puts such a table in its table's place: what was done to that one since it was made
     * @param session in which the source ran it, or what was done to the table that it puts in the place of its own; null where it was captured before that was carried
     * @param moved the tables whose rows are in another lane behind it
     * @param renames the captured tables that the whole statement gave other names; told with its first part alone, where there is one for
     *     each name
     */
    record SchemaChange(
            EventOrigin origin,
            @Nullable TableName table,
            String ddl,
            @Nullable String canonical,
            List<TableDefinition> definitions,
            int lane,
            int awaits,
            boolean ofGhost,
            List<String> ghost,
            @Nullable StatementSession session,
            List<TableName> moved,
            List<TableRename> renames)
            implements ChangeEvent {

        /** The canonical form of a statement of which not even its words tell what it made of foreign keys, or of texts. */
        public static final String UNCERTAIN = "";

        /** A statement about no other table, before its lane is known. */
        public SchemaChange(
                EventOrigin origin, @Nullable TableName table, String ddl, List<TableDefinition> definitions) {
            this(origin, table, ddl, null, definitions, 0, 0, false, List.of(), null, List.of(), List.of());
        }

        /** The names before the statement of the tables that it gave others, by those behind it. */
        public Map<TableName, TableName> origins() {
            return renames.stream().collect(Collectors.toMap(TableRename::to, TableRename::from));
        }

        public SchemaChange inLane(int number, int awaitsLanes) {
            return new SchemaChange(
                    origin,
                    table,
                    ddl,
                    canonical,
                    definitions,
                    number,
                    awaitsLanes,
                    ofGhost,
                    ghost,
                    session,
                    moved,
                    renames);
        }

        /** @param of the session in which the statements mean what they did */
        public SchemaChange withGhost(List<String> statements, @Nullable StatementSession of) {
            return new SchemaChange(
                    origin, table, ddl, canonical, definitions, lane, awaits, ofGhost, statements, of, moved, renames);
        }

        /** The same, at which all lanes meet, since rows of these tables are in another lane behind it or rows mean something else. */
        public SchemaChange moving(List<TableName> tables) {
            return new SchemaChange(
                    origin, table, ddl, canonical, definitions, lane, 1, ofGhost, ghost, session, tables, renames);
        }

        /** The same, which gave these tables other names. */
        public SchemaChange renaming(List<TableRename> tables) {
            return new SchemaChange(
                    origin, table, ddl, canonical, definitions, lane, awaits, ofGhost, ghost, session, moved, tables);
        }

        /** The statement as a parser is to read it. */
        public String statement() {
            return canonical == null || isUncertain() ? ddl : canonical;
        }

        /** Whether nobody knows what it made of foreign keys or texts, so that it is not to be carried. */
        public boolean isUncertain() {
            return UNCERTAIN.equals(canonical);
        }

        /** The session in which {@link #statement} means what the source's did in its own; null where that is not known. */
        public @Nullable StatementSession statementSession() {
            return canonical == null || isUncertain() || session == null ? session : session.withoutQuoting();
        }

        @Override
        public Operation operation() {
            return Operation.SCHEMA_CHANGE;
        }
    }

    /**
     * The end of a snapshot; goes to every lane. What an earlier attempt applied and this one did not meet is gone from the source.
     *
     * @param tables the tables that the snapshot read
     * @param partial those of them of which rows were left out: what it did not meet of these may be in the source all the same
     * @param lanes the lane of each of the tables, in their order; empty where that was not told yet
     */
    record SnapshotCompleted(EventOrigin origin, List<TableName> tables, List<TableName> partial, List<Integer> lanes)
            implements ChangeEvent {

        /** A snapshot that read every row, before its lanes are known. */
        public SnapshotCompleted(EventOrigin origin, List<TableName> tables) {
            this(origin, tables, List.of(), List.of());
        }

        /** The same snapshot, rows of these tables left out. */
        public SnapshotCompleted without(List<TableName> leftOut) {
            return new SnapshotCompleted(origin, tables, leftOut, lanes);
        }

        public SnapshotCompleted inLanes(List<Integer> ofTables) {
            return new SnapshotCompleted(origin, tables, partial, ofTables);
        }

        /** Whether the rows of a table that it read are in this lane. */
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
