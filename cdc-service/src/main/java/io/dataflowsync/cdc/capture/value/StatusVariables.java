package io.dataflowsync.cdc.capture.value;

import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the status variables of a statement in the binlog: the part of its session that the server logs.
 *
 * <p>They stand in the order of their codes, each with a length of its own. So the variables after an unknown one cannot be read; servers
 * stop there, too.
 */
final class StatusVariables {
    private static final int NO_FOREIGN_KEY_CHECKS = 1 << 26;
    private static final int RELAXED_UNIQUE_CHECKS = 1 << 27;
    /** More schemas than this are logged as "many", without their names. */
    private static final int MOST_SCHEMAS = 16;

    private final ByteBuffer bytes;
    private Unchecked unchecked = Unchecked.NOTHING;
    private List<String> sqlMode = List.of();
    private String timeZone = "";
    private int client;
    private int connection;
    private int server;
    private int database;
    private int increment = 1;
    private int offset = 1;
    private int micros;

    private StatusVariables(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws java.nio.BufferUnderflowException if a variable is longer than the rest of the bytes */
    static StatusVariables read(byte[] bytes) {
        StatusVariables variables = new StatusVariables(bytes);
        boolean known = true;
        while (known && variables.bytes.hasRemaining()) {
            known = variables.readOne(variables.unsigned());
        }
        return variables;
    }

    private boolean readOne(int code) {
        switch (code) {
            case 0 -> readFlags(bytes.getInt());
            case 1 -> sqlMode = SqlModes.words(bytes.getLong());
            case 2 -> skip(unsigned() + 1);
            case 3 -> {
                increment = Short.toUnsignedInt(bytes.getShort());
                offset = Short.toUnsignedInt(bytes.getShort());
            }
            case 4 -> {
                client = Short.toUnsignedInt(bytes.getShort());
                connection = Short.toUnsignedInt(bytes.getShort());
                server = Short.toUnsignedInt(bytes.getShort());
            }
            case 5 -> timeZone = text(unsigned());
            case 6 -> skip(unsigned());
            // Names of days and months.
            case 7 -> skip(2);
            case 8 -> database = Short.toUnsignedInt(bytes.getShort());
            // The tables of an UPDATE.
            case 9 -> skip(8);
            // The event's length at the first server of a chain.
            case 10 -> skip(4);
            // The user and the host that a definer is taken from.
            case 11 -> {
                skip(unsigned());
                skip(unsigned());
            }
            case 12 -> skipSchemas(unsigned());
            case 13 -> micros = unsigned() | unsigned() << 8 | unsigned() << 16;
            default -> {
                return false;
            }
        }
        return true;
    }

    private void readFlags(int flags) {
        unchecked = Unchecked.of((flags & NO_FOREIGN_KEY_CHECKS) != 0, (flags & RELAXED_UNIQUE_CHECKS) != 0);
    }

    private void skipSchemas(int count) {
        for (int i = 0; count <= MOST_SCHEMAS && i < count; i++) {
            while (bytes.get() != 0) {
                // A name ends with a zero.
            }
        }
    }

    private int unsigned() {
        return Byte.toUnsignedInt(bytes.get());
    }

    private void skip(int count) {
        text(count);
    }

    private String text(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    int clientCollation() {
        return client;
    }

    /**
     * @param schema the default schema
     * @param beganMillis the time at which the statement began, from the event's header: whole seconds, in milliseconds
     */
    StatementSession session(String schema, long beganMillis) {
        return new StatementSession(
                schema,
                sqlMode,
                timeZone,
                beganMillis * 1_000 + micros,
                client,
                connection,
                server,
                increment,
                offset,
                unchecked,
                database);
    }
}
