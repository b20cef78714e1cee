package io.dataflowsync.cdc.capture.engine;

import io.dataflowsync.cdc.capture.value.MalformedText;
import io.dataflowsync.cdc.capture.value.ServerCharset;
import io.dataflowsync.cdc.capture.value.TextColumns;
import io.debezium.connector.binlog.jdbc.BinlogConnectorConnection;
import io.debezium.connector.binlog.jdbc.BinlogFieldReader;
import io.debezium.relational.Column;
import io.debezium.relational.Table;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a snapshot in the form that the binlog's values have.
 *
 * <p>Temporal fields are their literals, as the server sends them. Texts are in the UTF-8 that the server converts them to. A YEAR is a
 * number, because the driver reads the year 0 as 2000. A BIT of several bytes is read as the binlog client does. All other fields are
 * read as the engine does.
 *
 * <p>The engine reverses the bytes of such a BIT within the array that it was given, once for the row and once more for its key.
 */
public final class LiteralFields extends BinlogFieldReader {
    private final BinlogFieldReader others;

    private LiteralFields(BinlogFieldReader others) {
        super(null);
        this.others = others;
    }

    /**
     * Replaces the reader of a connection, before the connection reads rows.
     *
     * @throws IllegalStateException if the connection has no reader in the known field
     */
    public static void readFor(BinlogConnectorConnection connection) {
        BinlogFieldReader reader = (BinlogFieldReader) EngineMember.CONNECTION_FIELD_READER.read(connection);
        if (!(reader instanceof LiteralFields)) {
            EngineMember.CONNECTION_FIELD_READER.write(connection, new LiteralFields(reader));
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
        if (column.jdbcType() == Types.BIT && column.length() > Byte.SIZE) {
            byte[] bits = rows.getBytes(index);
            return bits == null ? null : bits(bits);
        }
        if (TextColumns.charset(column.typeName(), column.charsetName()).isPresent()) {
            // The server sends every text in UTF-8.
            byte[] text = rows.getBytes(index);
            return text == null ? null : MalformedText.decode(text, ServerCharset.UTF8);
        }
        Object value = others.readField(rows, index, column, table);
        // The server prints bytes within a document in several lines, which no JSON text has.
        return column.typeName().equalsIgnoreCase("JSON") && value instanceof String document
                ? document.replace("\n", "")
                : value;
    }

    /** @param highestFirst its bytes, as the server sends them */
    private static BitSet bits(byte[] highestFirst) {
        byte[] lowestFirst = new byte[highestFirst.length];
        for (int i = 0; i < lowestFirst.length; i++) {
            lowestFirst[i] = highestFirst[highestFirst.length - 1 - i];
        }
        return BitSet.valueOf(lowestFirst);
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
        return new IllegalStateException("readField does not use this method");
    }
}
