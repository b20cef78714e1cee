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
 * Checks every row event, and the table map before it, for rows that lack needed columns and for a definition that does not fit them. For
 * one thread.
 *
 * <p>If an operator has acknowledged such rows, they are removed from the event, so that no reader of the event finds any.
 */
public final class RowGuard {
    private final Predicate<TableName> captures;
    private final Predicate<Obstacle> acknowledged;
    private final Map<Long, Mapped> tables = new HashMap<>();
    /** The definitions with which rows are decoded; null before the engine has reported where it keeps them. */
    private @Nullable Function<TableName, @Nullable Table> definitions;
    /** The definitions with which rows should be decoded. */
    private Agreement agreement = UNASKED;

    /** Describes a table at a place, independently of the definition that its rows are decoded with. */
    public interface Agreement {
        /** The difference between the two definitions; empty if they agree. */
        Optional<String> difference(TableName table, BinlogPosition place, Table known);

        /** The columns of the table's primary key; empty if it has none, even if the engine uses another key as one. */
        List<String> primaryKey(TableName table, BinlogPosition place);

        /** The rows that change together with these rows without an event in the binlog, as a text; empty if there are none. */
        Optional<String> unseen(TableName table, RowFacts rows);

        /** Whether deleted or changed rows of a table change other rows without an event in the binlog. */
        boolean hasUnseen(TableName table);

        /** Whether it is a MERGE table: the binlog has rows of other tables under its name. */
        boolean merges(TableName table);

        /** Whether a restart of the source empties the table, and logs that as a DELETE. */
        boolean isEmptiedByRestart(TableName table);
    }

    /** Agrees always: only the definitions that rows are decoded with are known. */
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

    /** A table by the number that its rows refer to it by. */
    private static final class Mapped {
        final TableName name;
        final TableMapEventData map;
        final boolean captured;
        /** The definition that its map was found to fit. */
        @Nullable
        Table proven;
        /** Whether its rows are passed, until the table's number is assigned again. */
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

    /** @param known finds the definition with which the rows of a table are decoded; null if there is none */
    void decodedWith(Function<TableName, @Nullable Table> known) {
        definitions = known;
    }

    /** @param other is asked after the table map was found to fit: the binlog contains neither names nor character sets */
    void agreeWith(Agreement other) {
        agreement = other;
    }

    /** Whether captured rows may be deleted or changed together with rows of a table, without an event in the binlog. */
    boolean hasUnseen(TableName table) {
        return agreement.hasUnseen(table);
    }

    /** Whether it is a MERGE table: the binlog has rows of other tables under its name. */
    boolean merges(TableName table) {
        return agreement.merges(table);
    }

    /** Whether a restart of the source empties the table, and logs that as a DELETE. */
    boolean isEmptiedByRestart(TableName table) {
        return agreement.isEmptiedByRestart(table);
    }

    /** Whether rows of a table are captured ones: its own, or those of the tables that it merges. */
    boolean isCaptured(TableName table) {
        return captures.test(table) || agreement.merges(table);
    }

    /** The obstacle that keeps capture from passing this event, if there is one. */
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
     * Checks that the images of a row have the needed columns. A changed or deleted row is identified by its whole key; the other columns
     * that its images lack are the same before and after the change. A new row has to be complete: values that the source filled in for
     * the rest are in no event.
     */
    private Optional<Obstacle> notEnough(RowFacts rows, Mapped table, BinlogPosition at, Obstacle place) {
        List<BitSet> images = rows.images();
        for (int image = 0; image < images.size(); image++) {
            List<String> missing = missing(table, images.get(image));
            if (!missing.isEmpty() && !(isOfKnownRow(rows) && hasKey(table, at, images.get(0)))) {
                String text = place.text() + " without " + String.join(", ", missing)
                        + (images.size() == 1 ? "" : image == 0 ? " before the change" : " after the change");
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

    /** The columns that rows lack and that capture accepts as missing. */
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

    /** Hides the table map of rows that are passed. The engine would fail at a table that it does not know. */
    void hideMap(Event event) {
        if (BinlogGuard.data(event) instanceof TableMapEventData map
                && event.getHeader() instanceof EventHeaderV4 header
                && isHidden(map.getTableId())) {
            // The engine ignores events of this type, and they may stand within a transaction.
            header.setEventType(EventType.ROWS_QUERY);
        }
    }

    private boolean isHidden(long number) {
        Mapped table = tables.get(number);
        return table != null && table.hidden;
    }

    /** Whether the table of these rows is captured. */
    boolean captures(RowFacts rows) {
        Mapped table = tables.get(rows.getTableId());
        return table != null && table.captured;
    }

    /** The name of the rows of an event, or of the rows that follow a table map, for an operator. */
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
