package io.dataflowsync.cdc.capture.stream;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.proof.DefinitionProof;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import io.debezium.relational.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every row event, and at the table map before it, for rows that lack what is needed and for a definition that is not theirs. Rows
 * that somebody has said are to be passed lose their rows, so that whoever is told of the event finds none. For one thread.
 */
public final class RowGuard {
    private final Predicate<TableName> captures;
    private final Predicate<Obstacle> acknowledged;
    private final Map<Long, Mapped> tables = new HashMap<>();
    /** What the rows of a table are decoded with; nothing is known before the engine has said where it keeps it. */
    private @Nullable Function<TableName, @Nullable Table> definitions;
    /** What the rows are to be decoded with. */
    private Agreement agreement = UNASKED;

    /** Says what a table is at a place, beside what its rows are decoded with. */
    public interface Agreement {
        /** In what the two differ; empty where they agree. */
        Optional<String> difference(TableName table, BinlogPosition place, Table known);

        /** The columns of its primary key; none where it has none, whatever the engine takes for one. */
        List<String> primaryKey(TableName table, BinlogPosition place);

        /** What changes with rows of a table and is in no event; empty where nothing does. */
        Optional<String> unseen(TableName table, RowFacts rows);

        /** Whether rows of a table that go or change take others along, in no event. */
        boolean hasUnseen(TableName table);

        /** Whether the rows of a table are those of others, and stand in the binlog under its name. */
        boolean merges(TableName table);

        /** Whether a restart of the source empties the table, and writes so as a DELETE. */
        boolean isEmptiedByRestart(TableName table);
    }

    /** Nothing is known but what the rows are decoded with. */
    private static final Agreement UNASKED = new Agreement() {
        @Override
        public Optional<String> difference(TableName table, BinlogPosition place, Table known) {
            return Optional.empty();
        }

        @Override
        public List<String> primaryKey(TableName table, BinlogPosition place) {
            return List.of();
        }

        @Override
        public Optional<String> unseen(TableName table, RowFacts rows) {
            return Optional.empty();
        }

        @Override
        public boolean hasUnseen(TableName table) {
            return false;
        }

        @Override
        public boolean merges(TableName table) {
            return false;
        }

        @Override
        public boolean isEmptiedByRestart(TableName table) {
            return false;
        }
    };

    /** A table by the number that its rows name it by. */
    private static final class Mapped {
        final TableName name;
        final TableMapEventData map;
        final boolean captured;
        /** The definition that its map was found to fit. */
        @Nullable
        Table proven;
        /** Whether its rows are to be passed until the number is given anew. */
        boolean hidden;

        Mapped(TableMapEventData map, Predicate<TableName> captures) {
            this.name = new TableName(map.getDatabase(), map.getTable());
            this.map = map;
            this.captured = captures.test(name);
        }
    }

    RowGuard(Predicate<TableName> captures, Predicate<Obstacle> acknowledged) {
        this.captures = captures;
        this.acknowledged = acknowledged;
    }

    /** @param known what the rows of a table are decoded with; null where it has no definition of the table */
    void decodedWith(Function<TableName, @Nullable Table> known) {
        definitions = known;
    }

    /** @param other is asked where the binlog does not contradict: it tells neither names nor character sets */
    void agreeWith(Agreement other) {
        agreement = other;
    }

    /** Whether captured rows may go or change with rows of a table that do, in no event. */
    boolean hasUnseen(TableName table) {
        return agreement.hasUnseen(table);
    }

    /** Whether its rows are those of other tables. */
    boolean merges(TableName table) {
        return agreement.merges(table);
    }

    /** Whether a restart of the source empties the table, and writes so as a DELETE. */
    boolean isEmptiedByRestart(TableName table) {
        return agreement.isEmptiedByRestart(table);
    }

    /** Whether rows of a table are captured ones: its own, or those of the tables that it merges. */
    boolean isCaptured(TableName table) {
        return captures.test(table) || agreement.merges(table);
    }

    /** What keeps the capture from passing this event, if anything. */
    Optional<Obstacle> look(@Nullable EventData data, String file, long position) {
        if (data instanceof RowFacts rows) {
            return ofRows(rows, file, position);
        } else if (data instanceof TableMapEventData map) {
            return ofTable(map, file, position);
        } else if (data instanceof RotateEventData) {
            tables.clear();
        }
        return Optional.empty();
    }

    private Optional<Obstacle> ofTable(TableMapEventData map, String file, long position) {
        Mapped table = tables.get(map.getTableId());
        if (table == null) {
            table = new Mapped(map, captures);
            tables.put(map.getTableId(), table);
        }
        table.hidden = false;
        if (definitions == null || !table.captured) {
            return Optional.empty();
        }
        Table known = definitions.apply(table.name);
        if (known != null && known == table.proven) {
            return Optional.empty();
        }
        Optional<String> difference = DefinitionProof.difference(table.map, known);
        if (difference.isEmpty() && known != null) {
            difference = agreement.difference(table.name, new BinlogPosition(file, position), known);
        }
        if (difference.isEmpty()) {
            table.proven = known;
            return Optional.empty();
        }
        Obstacle obstacle = new Obstacle(
                ErrorCode.DEFINITION_UNPROVEN, file + ":" + position, table.name + ": " + difference.get());
        table.hidden = acknowledged.test(obstacle);
        return table.hidden ? Optional.empty() : Optional.of(obstacle);
    }

    private Optional<Obstacle> ofRows(RowFacts rows, String file, long position) {
        Mapped table = tables.get(rows.getTableId());
        if (table == null) {
            return Optional.empty();
        }
        if (table.hidden) {
            rows.hide();
            return Optional.empty();
        }
        Optional<Obstacle> unseen = agreement
                .unseen(table.name, rows)
                .map(text -> new Obstacle(
                        ErrorCode.SOURCE_CASCADE,
                        file + ":" + position,
                        rowsOf(table.name) + ", and with them " + text))
                .filter(cascade -> !acknowledged.test(cascade));
        if (unseen.isPresent() || !table.captured) {
            return unseen;
        }
        Obstacle place = new Obstacle(ErrorCode.SOURCE_UNREADABLE, file + ":" + position, rowsOf(table.name));
        Throwable unread = rows.unread();
        Optional<Obstacle> found = unread != null
                ? Optional.of(place.because(unread))
                : notEnough(rows, table, new BinlogPosition(file, position), place);
        if (acknowledged.test(found.orElse(place))) {
            rows.hide();
            return Optional.empty();
        }
        return found;
    }

    /**
     * A row that changed or went is known by the whole key; what else its images lack is the same behind the change as before it. A new row
     * has to be whole: what the source filled in for the rest is in no event.
     */
    private Optional<Obstacle> notEnough(RowFacts rows, Mapped table, BinlogPosition at, Obstacle place) {
        List<BitSet> images = rows.images();
        for (int image = 0; image < images.size(); image++) {
            List<String> missing = missing(table, images.get(image));
            if (!missing.isEmpty() && !(isOfKnownRow(rows) && hasKey(table, at, images.get(0)))) {
                String text = place.text() + " without " + String.join(", ", missing)
                        + (images.size() == 1 ? "" : image == 0 ? " before the change" : " behind the change");
                return Optional.of(new Obstacle(ErrorCode.SOURCE_PARTIAL_IMAGE, place.place(), text));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfKnownRow(RowFacts rows) {
        return !(rows instanceof RowFacts.Written);
    }

    private boolean hasKey(Mapped table, BinlogPosition at, BitSet before) {
        if (table.proven == null) {
            return false;
        }
        List<String> key = agreement.primaryKey(table.name, at);
        List<String> missing = missing(table, before);
        return !key.isEmpty()
                && key.stream().noneMatch(column -> missing.stream().anyMatch(column::equalsIgnoreCase));
    }

    /** The names of the columns that an image lacks, in order. */
    private static List<String> missing(Mapped table, BitSet image) {
        int columns = table.map.getColumnTypes().length;
        if (image.cardinality() == columns) {
            return List.of();
        }
        Table known = table.proven;
        List<String> names = new ArrayList<>();
        for (int column = image.nextClearBit(0); column < columns; column = image.nextClearBit(column + 1)) {
            names.add(
                    known == null
                            ? "column " + (column + 1)
                            : known.columns().get(column).name());
        }
        return names;
    }

    /** The columns that rows lack which the capture passes. */
    LeftOut leftOut(RowFacts rows) {
        Mapped table = tables.get(rows.getTableId());
        if (table == null || rows instanceof RowFacts.Written) {
            return LeftOut.NOTHING;
        }
        List<BitSet> images = rows.images();
        List<String> before = missing(table, images.get(0));
        return before.isEmpty()
                ? LeftOut.NOTHING
                : new LeftOut(Set.copyOf(before), Set.copyOf(missing(table, images.get(images.size() - 1))));
    }

    /** Keeps the table map of rows that are passed from the engine, which would fail at one that it does not know. */
    void hideMap(Event event) {
        if (BinlogGuard.data(event) instanceof TableMapEventData map
                && event.getHeader() instanceof EventHeaderV4 header
                && isHidden(map.getTableId())) {
            // Of its kind the engine takes no notice, and within a transaction it stands too.
            header.setEventType(EventType.ROWS_QUERY);
        }
    }

    private boolean isHidden(long number) {
        Mapped table = tables.get(number);
        return table != null && table.hidden;
    }

    /** Whether the table that these rows are of is captured. */
    boolean captures(RowFacts rows) {
        Mapped table = tables.get(rows.getTableId());
        return table != null && table.captured;
    }

    /** What a person is told of the rows of an event, or of the table that rows follow of. */
    Optional<String> nameOf(EventData data) {
        Mapped table = data instanceof RowFacts rows
                ? tables.get(rows.getTableId())
                : data instanceof TableMapEventData map ? new Mapped(map, captures) : null;
        return Optional.ofNullable(table).map(found -> rowsOf(found.name));
    }

    public static String rowsOf(TableName table) {
        return "rows of " + table;
    }
}
