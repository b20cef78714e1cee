package io.dataflowsync.cdc.capture.value;

import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.binlog.jdbc.BinlogFieldReader;
import io.debezium.relational.Column;
import io.debezium.relational.Table;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the temporal fields of a snapshot as the server sends them, which is their literals, those in latin1 as the driver has them, and
 * a YEAR as a number (the driver takes the year 0 for 2000); all others as the engine does.
 */
public final class LiteralFields extends BinlogFieldReader {
    private final BinlogFieldReader others;

    private LiteralFields(BinlogFieldReader others) {
        super(null);
        this.others = others;
    }

    /**
     * Takes the place of a connection's reader; before it reads rows.
     *
     * @throws IllegalStateException where the connection keeps none where it is known to
     */
    public static void readFor(BinlogConnectorConnection connection) {
        try {
            Field field = BinlogConnectorConnection.class.getDeclaredField("fieldReader");
            field.setAccessible(true);
            BinlogFieldReader reader = (BinlogFieldReader) field.get(connection);
            if (!(reader instanceof LiteralFields)) {
                field.set(connection, new LiteralFields(reader));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the engine keeps its field reader elsewhere", e);
        }
    }

    @Override
    public @Nullable Object readField(ResultSet rows, int index, Column column, Table table) throws SQLException {
        if (TextColumns.isTemporal(column.typeName())) {
            byte[] literal = rows.getBytes(index);
            return literal == null ? null : new String(literal, StandardCharsets.US_ASCII);
        }
        if (TextColumns.isYear(column.typeName())) {
            byte[] year = rows.getBytes(index);
            return year == null ? null : Integer.valueOf(new String(year, StandardCharsets.US_ASCII));
        }
        if (TextColumns.isLatin1(column.typeName(), column.charsetName())) {
            return rows.getString(index);
        }
        return others.readField(rows, index, column, table);
    }

    @Override
    protected Object readTimeField(ResultSet rows, int index, Column column, Table table) {
        throw notAsked();
    }

    @Override
    protected Object readDateField(ResultSet rows, int index, Column column, Table table) {
        throw notAsked();
    }

    @Override
    protected Object readTimestampField(ResultSet rows, int index, Column column, Table table) {
        throw notAsked();
    }

    @Override
    protected String getCharacterSet(Column column) {
        throw notAsked();
    }

    private static IllegalStateException notAsked() {
        return new IllegalStateException("readField answers without it");
    }
}
