package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.dpu.statement.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts statements of one shape into one SQL text that changes all their rows: an INSERT with several rows, an UPDATE that distinguishes
 * them by CASE, or a DELETE with a list of keys.
 *
 * <p>The values are written into the text: one round trip changes all the rows, and their number differs from call to call. {@link Literal}
 * writes each value, and says which sessions read it correctly. The statement must change exactly {@code rows} rows: if it does not,
 * execute undoes it and runs the events in order, with bound values.
 *
 * @param sql the SQL, without placeholders
 * @param rows the number of rows that it must find
 */
public record MultiRow(String sql, int rows) {
    private static final int LONGEST = 1024 * 1024;
    private static final int MOST = 1_000;
    /** The server goes through the CASE from its beginning for each row. */
    private static final int MOST_UPDATED = 64;

    /**
     * Puts statements of one shape together, into as few as is good; empty if they cannot be put together.
     *
     * <p>Together they have one count of rows. The count proves that each statement found its one row only if the key is unique on the
     * server.
     */
    public static List<MultiRow> of(Shape shape, List<SqlStatement> statements) {
        if (statements.size() > 1 && shape.kind() != Kind.INSERT && !(shape.isPlain() && shape.isUnique())) {
            return List.of();
        }
        int most = shape.kind() == Kind.UPDATE ? MOST_UPDATED : MOST;
        List<MultiRow> all = new ArrayList<>();
        int from = 0;
        while (from < statements.size()) {
            int to = from;
            long length = 0;
            while (to < statements.size() && to - from < most && length < LONGEST) {
                length += length(statements.get(to));
                to++;
            }
            all.add(one(shape, statements.subList(from, to)));
            from = to;
        }
        return all;
    }

    private static MultiRow one(Shape shape, List<SqlStatement> statements) {
        StringBuilder sql = new StringBuilder(128 * statements.size());
        if (statements.size() == 1) {
            values(shape, 0, statements.get(0), sql);
        } else if (shape.kind() == Kind.INSERT) {
            values(shape, 0, statements.get(0), sql);
            for (SqlStatement statement : statements.subList(1, statements.size())) {
                values(shape, shape.tupleFrom(), statement, sql.append(", "));
            }
        } else if (shape.kind() == Kind.UPDATE) {
            update(shape, statements, sql);
        } else {
            sql.append("DELETE FROM ").append(shape.table().name());
            keys(shape, statements, sql);
        }
        return new MultiRow(sql.toString(), statements.size());
    }

    /** Appends the statement's own SQL with its values, starting at {@code from} in its first piece. */
    private static void values(Shape shape, int from, SqlStatement statement, StringBuilder sql) {
        List<String> pieces = shape.pieces();
        sql.append(pieces.get(0), from, pieces.get(0).length());
        List<@Nullable Object> values = statement.values();
        for (int i = 0; i < values.size(); i++) {
            Literal.append(values.get(i), sql);
            sql.append(pieces.get(i + 1));
        }
    }

    private static void update(Shape shape, List<SqlStatement> statements, StringBuilder sql) {
        sql.append("UPDATE ").append(shape.table().name());
        int keyFrom = shape.written().size();
        String separator = " SET ";
        for (int column = 0; column < keyFrom; column++) {
            sql.append(separator)
                    .append(Identifiers.quoted(shape.written().names().get(column)))
                    .append(" = CASE");
            separator = ", ";
            if (shape.key().size() == 1) {
                sql.append(' ').append(Identifiers.quoted(shape.key().names().get(0)));
            }
            for (SqlStatement statement : statements) {
                when(shape, statement, keyFrom, sql.append(" WHEN "));
                Literal.append(statement.values().get(column), sql.append(" THEN "));
            }
            sql.append(" END");
        }
        keys(shape, statements, sql);
    }

    private static void when(Shape shape, SqlStatement statement, int keyFrom, StringBuilder sql) {
        if (shape.key().size() == 1) {
            Literal.append(statement.values().get(keyFrom), sql);
            return;
        }
        String separator = "";
        for (int i = 0; i < shape.key().size(); i++) {
            sql.append(separator)
                    .append(Identifiers.quoted(shape.key().names().get(i)))
                    .append(" = ");
            Literal.append(statement.values().get(keyFrom + i), sql);
            separator = " AND ";
        }
    }

    private static void keys(Shape shape, List<SqlStatement> statements, StringBuilder sql) {
        int keyFrom = shape.written().size();
        boolean several = shape.key().size() > 1;
        sql.append(several ? " WHERE (" : " WHERE ");
        sql.append(String.join(
                ", ", shape.key().names().stream().map(Identifiers::quoted).toList()));
        sql.append(several ? ") IN (" : " IN (");
        String separator = "";
        for (SqlStatement statement : statements) {
            sql.append(separator).append(several ? "(" : "");
            for (int i = keyFrom; i < statement.values().size(); i++) {
                Literal.append(statement.values().get(i), sql.append(i == keyFrom ? "" : ", "));
            }
            sql.append(several ? ")" : "");
            separator = ", ";
        }
        sql.append(')');
    }

    private static long length(SqlStatement statement) {
        long length = 16;
        for (Object value : statement.values()) {
            if (value instanceof String text) {
                length += text.length();
            } else {
                length += value instanceof Binary binary ? 2L * binary.bytes().length + 20 : 20;
            }
        }
        return length;
    }
}
