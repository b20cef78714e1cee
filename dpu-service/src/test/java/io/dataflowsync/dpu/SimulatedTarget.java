package io.dataflowsync.dpu;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.execute.EventGate;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.schema.TargetStatement;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.statement.SqlStatement;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A target in memory: customers, and orders that refer to them. It understands the statements of single rows that the generator
 * writes, keeps foreign keys, and refuses names that are too long.
 */
final class SimulatedTarget implements Target {
    private static final Pattern INSERT = Pattern.compile("INSERT INTO `\\w+`\\.`(\\w+)` \\((.+)\\) VALUES .*");
    private static final Pattern UPDATE = Pattern.compile("UPDATE `\\w+`\\.`(\\w+)` SET (.+) WHERE `id` = \\?");
    private static final Pattern DELETE = Pattern.compile("DELETE FROM `\\w+`\\.`(\\w+)` WHERE `id` = \\?");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private final SimulatedFaults faults;
    private Tables durable = new Tables(new TreeMap<>(), -1, null, new HashMap<>());
    private long epoch;
    private int longestName;

    SimulatedTarget(SimulatedFaults faults, int longestName) {
        this.faults = faults;
        this.longestName = longestName;
    }

    /** What a transaction changes. */
    private record Tables(
            Map<String, Map<String, @Nullable Object>> rows,
            long offset,
            @Nullable Boolean keyKept,
            Map<String, @Nullable Boolean> replayed) {
        Tables copy() {
            return new Tables(new TreeMap<>(rows), offset, keyKept, new HashMap<>(replayed));
        }
    }

    /** Somebody mends the target. */
    void widen(int longest) {
        longestName = longest;
    }

    /** The rows by table and key, {@code customers 3}. */
    Map<String, Map<String, @Nullable Object>> rows() {
        return durable.rows;
    }

    @Override
    public void create() {}

    @Override
    public Checkpoint claim(int lane, long above) throws SQLException {
        faults.point();
        epoch = Math.max(epoch, above) + 1;
        Checkpoint claimed = new Checkpoint(durable.offset, epoch, durable.keyKept, -1);
        faults.point();
        return claimed;
    }

    @Override
    public Checkpoint checkpoint(int lane) throws SQLException {
        faults.point();
        return new Checkpoint(durable.offset, epoch, durable.keyKept, -1);
    }

    @Override
    public List<Result> apply(Batch batch, EventGate gate, BeforeCommit beforeCommit) throws SQLException {
        faults.point();
        faults.enterTransaction();
        List<Result> results = new ArrayList<>();
        try {
            requireOwner(batch.lane(), batch.epoch());
            if (durable.offset >= batch.end().offset()) {
                throw new SQLException("the target has it already");
            }
            Tables open = durable.copy();
            for (int i = 0; i < batch.work().size(); i++) {
                Result before = gate.before(i);
                results.add(before == null ? run(open.rows, batch.work().get(i).statements(), i, gate) : before);
            }
            faults.point();
            beforeCommit.accept(results);
            faults.point();
            durable = new Tables(open.rows, batch.end().offset(), batch.end().keyKept(), open.replayed);
        } finally {
            faults.leaveTransaction();
        }
        faults.point();
        return results;
    }

    @Override
    public Result alter(Batch batch, List<TargetStatement> statements, @Nullable StatementSession session)
            throws SQLException {
        faults.point();
        requireOwner(batch.lane(), batch.epoch());
        durable = new Tables(durable.rows, batch.end().offset(), null, durable.replayed);
        faults.point();
        return Result.APPLIED;
    }

    @Override
    public boolean isDoneByHand(String eventId, List<String> tables, List<Wanted> wanted, boolean isProof) {
        return true;
    }

    @Override
    public boolean holds(Wanted wanted, @Nullable StatementSession session) {
        return true;
    }

    @Override
    public boolean isReplayed(String deadLetter) throws SQLException {
        faults.point();
        return durable.replayed.containsKey(deadLetter);
    }

    @Override
    public Result replay(Letter letter, List<SqlStatement> statements) throws SQLException {
        faults.point();
        requireOwner(letter.lane(), letter.epoch());
        if (durable.replayed.containsKey(letter.id())) {
            return new Result.Applied("before");
        }
        Tables open = durable.copy();
        Result result = run(open.rows, statements);
        if (result.isApplied()) {
            open.replayed.put(letter.id(), letter.keyKept());
            durable = open;
        }
        faults.point();
        return result;
    }

    @Override
    public @Nullable Boolean keyKept(String deadLetter) throws SQLException {
        faults.point();
        return durable.replayed.get(deadLetter);
    }

    private void requireOwner(int lane, long owner) {
        if (owner != epoch) {
            throw new FencedException(lane, owner);
        }
    }

    private Result run(
            Map<String, Map<String, @Nullable Object>> rows, List<SqlStatement> statements, int event, EventGate gate) {
        Result result = run(rows, statements);
        if (result instanceof Result.Failed failed) {
            gate.failed(event, failed);
        }
        return result;
    }

    private Result run(Map<String, Map<String, @Nullable Object>> rows, List<SqlStatement> statements) {
        for (SqlStatement statement : statements) {
            ErrorCode error = run(rows, statement);
            if (error != null) {
                return new Result.Failed(error, statement.sql(), null);
            }
        }
        return Result.APPLIED;
    }

    private @Nullable ErrorCode run(Map<String, Map<String, @Nullable Object>> rows, SqlStatement statement) {
        Matcher insert = INSERT.matcher(statement.sql());
        Matcher update = UPDATE.matcher(statement.sql());
        Matcher delete = DELETE.matcher(statement.sql());
        List<@Nullable Object> values = statement.values();
        Object key = values.get(values.size() - 1);
        if (insert.matches()) {
            Map<String, @Nullable Object> row = assigned(insert.group(2), values, Map.of());
            String name = insert.group(1) + " " + row.get("id");
            return rows.containsKey(name) ? ErrorCode.DUPLICATE_VALUE : put(rows, name, row);
        }
        if (update.matches()) {
            String name = update.group(1) + " " + key;
            Map<String, @Nullable Object> row = rows.get(name);
            return row == null
                    ? ErrorCode.ROW_NOT_FOUND
                    : change(rows, name, update.group(1), assigned(update.group(2), values, row));
        }
        if (!delete.matches()) {
            throw new IllegalArgumentException(statement.sql());
        }
        boolean referred = delete.group(1).equals("customers")
                && rows.values().stream().anyMatch(row -> text(key).equals(text(row.get("customer_id"))));
        if (referred) {
            return ErrorCode.STILL_REFERENCED;
        }
        return rows.remove(delete.group(1) + " " + key) == null ? ErrorCode.ROW_NOT_FOUND : null;
    }

    /** The row may get another key. */
    private @Nullable ErrorCode change(
            Map<String, Map<String, @Nullable Object>> rows,
            String name,
            String table,
            Map<String, @Nullable Object> row) {
        String renamed = table + " " + row.get("id");
        if (renamed.equals(name)) {
            return put(rows, name, row);
        }
        if (rows.containsKey(renamed)) {
            return ErrorCode.DUPLICATE_VALUE;
        }
        ErrorCode error = put(rows, renamed, row);
        if (error == null) {
            rows.remove(name);
        }
        return error;
    }

    private @Nullable ErrorCode put(
            Map<String, Map<String, @Nullable Object>> rows, String name, Map<String, @Nullable Object> row) {
        if (text(row.get("name")).length() > longestName) {
            return ErrorCode.VALUE_TOO_LONG;
        }
        if (row.get("customer_id") != null && !rows.containsKey("customers " + row.get("customer_id"))) {
            return ErrorCode.MISSING_PARENT;
        }
        rows.put(name, row);
        return null;
    }

    private static Map<String, @Nullable Object> assigned(
            String names, List<@Nullable Object> values, Map<String, @Nullable Object> from) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(new HashMap<>(from));
        Matcher name = NAME.matcher(names);
        for (int i = 0; name.find(); i++) {
            row.put(name.group(1), values.get(i));
        }
        return row;
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigInteger number ? number.toString() : String.valueOf(value);
    }
}
