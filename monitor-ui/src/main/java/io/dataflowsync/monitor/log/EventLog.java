package io.dataflowsync.monitor.log;

import io.dataflowsync.monitor.log.Select.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one of the two logs. A row is read only by its number or its event id, and a search looks through a bounded range. */
public final class EventLog<R extends LogRow> {
    /** The size of the range of row numbers that a search by column looks through in one request. */
    static final int STRETCH = 50_000;

    /** The same for a search in text, which costs more. */
    static final int TEXT_STRETCH = 10_000;

    private static final int CHUNK = 1_000;

    private final LogDatabase database;
    private final Shape<R> shape;

    EventLog(LogDatabase database, Shape<R> shape) {
        this.database = database;
        this.shape = shape;
    }

    /**
     * The differences between the logs.
     *
     * @param select the columns and the table
     * @param hasStatus whether there is a column {@code status}
     */
    record Shape<R>(String table, String select, boolean hasStatus, LogDatabase.RowReader<R> reader) {}

    /** The highest number; 0 if the log is empty. */
    long highest() {
        return database.queryOne(Select.of("SELECT COALESCE(MAX(id), 0) FROM " + shape.table()), row -> row.getLong(1))
                .orElse(0L);
    }

    /** The newest rows of this range of numbers, the newest first. */
    List<R> between(long from, long to, int limit) {
        Conditions range = new Conditions().and("id >= ?", from).and("id <= ?", to);
        return database.query(range.newestFirst(shape.select(), limit), shape.reader());
    }

    /** The newest rows, the newest first. */
    List<R> newest(int limit) {
        return database.query(new Conditions().newestFirst(shape.select(), limit), shape.reader());
    }

    Optional<R> find(String eventId) {
        return database.queryOne(
                new Conditions().and("event_id = ?", eventId).newestFirst(shape.select(), 1), shape.reader());
    }

    /** The newest rows above a number that pass the filter: the rows that a browser missed since that number. */
    public LogPage<R> after(long id, LogFilter filter, int limit) {
        long highest = highest();
        long floor = Math.max(id + 1, highest - stretch(filter) + 1);
        return page(floor, highest, filter, limit);
    }

    /** The rows below a number that pass the filter, the newest first; null for all rows. */
    public LogPage<R> before(@Nullable Long id, LogFilter filter, int limit) {
        long top = id == null ? highest() : id - 1;
        long floor = filter.isAll() ? 1 : Math.max(1, top - stretch(filter) + 1);
        return page(floor, top, filter, limit);
    }

    private LogPage<R> page(long floor, long top, LogFilter filter, int limit) {
        List<R> rows = filter.text() == null ? stretch(floor, top, filter, limit) : search(floor, top, filter, limit);
        long next = rows.size() == limit ? rows.get(rows.size() - 1).id() : floor;
        return new LogPage<>(rows, next > 1 ? Long.toString(next) : null);
    }

    private List<R> stretch(long floor, long top, LogFilter filter, int limit) {
        Conditions conditions = new Conditions().and("id >= ?", floor).and("id <= ?", top);
        return database.query(narrow(conditions, filter).newestFirst(shape.select(), limit), shape.reader());
    }

    /** Reads chunk by chunk and checks each row, as the live tail does. */
    private List<R> search(long floor, long top, LogFilter filter, int limit) {
        Optional<R> exact = find(String.valueOf(filter.text())).filter(filter::accepts);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        List<R> found = new ArrayList<>();
        long from = top;
        while (found.size() < limit && from >= floor) {
            List<R> chunk = stretch(floor, from, filter, CHUNK);
            chunk.stream().filter(filter::accepts).limit(limit - found.size()).forEach(found::add);
            from = chunk.size() < CHUNK ? floor - 1 : chunk.get(CHUNK - 1).id() - 1;
        }
        return found;
    }

    private Conditions narrow(Conditions conditions, LogFilter filter) {
        if (filter.table() != null) {
            int dot = filter.table().indexOf('.');
            if (dot > 0) {
                conditions.and("schema_name = ?", filter.table().substring(0, dot));
            }
            conditions.and("table_name = ?", filter.table().substring(dot + 1));
        }
        if (filter.action() != null) {
            conditions.and("action = ?", filter.action());
        }
        if (filter.status() != null && shape.hasStatus()) {
            conditions.and("status = ?", filter.status());
        }
        return conditions;
    }

    private static int stretch(LogFilter filter) {
        return filter.text() == null ? STRETCH : TEXT_STRETCH;
    }
}
