package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.deserialization.AbstractRowsEventDataDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a JSON document in the server's binary form, as "JSON binary format" in MySQL's json_binary.h describes it: a type, then the
 * value; for an object or array its size, the places of its keys and values, and then these.
 *
 * <p>The engine's library is not used, because it reads an unsigned number of 32 bits as a signed one, leaves it out of documents of more
 * than 64 KiB, and splits a negative TIME wrongly.
 */
final class JsonDocument {
    private static final int SMALL_OBJECT = 0;
    private static final int LARGE_OBJECT = 1;
    private static final int SMALL_ARRAY = 2;
    private static final int LARGE_ARRAY = 3;
    private static final int LITERAL = 4;
    private static final int INT_16 = 5;
    private static final int UINT_16 = 6;
    private static final int INT_32 = 7;
    private static final int UINT_32 = 8;
    private static final int INT_64 = 9;
    private static final int UINT_64 = 10;
    private static final int DOUBLE = 11;
    private static final int STRING = 12;
    private static final int OPAQUE = 15;

    private static final int KEY_LENGTH = Short.BYTES;
    private static final int MOST_LENGTH_BYTES = 5;
    private static final int BITS_OF_LENGTH = 7;

    private final ByteBuffer bytes;
    private final JsonText text;

    private JsonDocument(byte[] document, JsonText text) {
        this.bytes = ByteBuffer.wrap(document).order(ByteOrder.LITTLE_ENDIAN);
        this.text = text;
    }

    /** @throws IOException if the document is not in that form */
    static void print(byte[] document, JsonText text) throws IOException {
        try {
            new JsonDocument(document, text).value(document[0], 1);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IOException("a JSON document of " + document.length + " bytes cannot be read: " + e, e);
        }
    }

    private void value(int type, int at) throws IOException {
        switch (type) {
            case SMALL_OBJECT, LARGE_OBJECT -> object(at, type == LARGE_OBJECT);
            case SMALL_ARRAY, LARGE_ARRAY -> array(at, type == LARGE_ARRAY);
            case LITERAL -> literal(bytes.get(at));
            case INT_16 -> text.number(bytes.getShort(at));
            case UINT_16 -> text.number(Short.toUnsignedInt(bytes.getShort(at)));
            case INT_32 -> text.number(bytes.getInt(at));
            case UINT_32 -> text.number(Integer.toUnsignedLong(bytes.getInt(at)));
            case INT_64 -> text.number(bytes.getLong(at));
            case UINT_64 -> text.unsigned(bytes.getLong(at));
            case DOUBLE -> text.number(bytes.getDouble(at));
            case STRING -> text.quoted(string(at));
            case OPAQUE -> opaque(at);
            default -> throw new IllegalArgumentException("type " + type + " at byte " + at);
        }
    }

    private void object(int at, boolean large) throws IOException {
        int wide = large ? Integer.BYTES : Short.BYTES;
        int count = size(at, large);
        int keys = at + 2 * wide;
        int values = keys + count * (wide + KEY_LENGTH);
        text.begin('{');
        for (int entry = 0; entry < count; entry++) {
            text.next(entry);
            int key = keys + entry * (wide + KEY_LENGTH);
            int length = Short.toUnsignedInt(bytes.getShort(key + wide));
            text.name(utf8(at + size(key, large), length));
            entry(at, values + entry * (wide + 1), large);
        }
        text.end('}');
    }

    private void array(int at, boolean large) throws IOException {
        int wide = large ? Integer.BYTES : Short.BYTES;
        int count = size(at, large);
        int values = at + 2 * wide;
        text.begin('[');
        for (int entry = 0; entry < count; entry++) {
            text.next(entry);
            entry(at, values + entry * (wide + 1), large);
        }
        text.end(']');
    }

    /** A value of an object or array: a small value stands in the field that holds the place of a larger one. */
    private void entry(int container, int at, boolean large) throws IOException {
        int type = bytes.get(at);
        boolean isHere =
                switch (type) {
                    case LITERAL, INT_16, UINT_16 -> true;
                    case INT_32, UINT_32 -> large;
                    default -> false;
                };
        value(type, isHere ? at + 1 : container + size(at + 1, large));
    }

    private int size(int at, boolean large) {
        return large ? bytes.getInt(at) : Short.toUnsignedInt(bytes.getShort(at));
    }

    private void literal(int literal) {
        switch (literal) {
            case 0 -> text.word("null");
            case 1 -> text.word("true");
            case 2 -> text.word("false");
            default -> throw new IllegalArgumentException("literal " + literal);
        }
    }

    private String string(int at) {
        int length = length(at);
        return utf8(at + lengthBytes(at), length);
    }

    private String utf8(int at, int length) {
        return new String(bytes(at, length), StandardCharsets.UTF_8);
    }

    private byte[] bytes(int at, int length) {
        if (length < 0 || length > bytes.capacity() - at) {
            throw new IndexOutOfBoundsException(length + " bytes at byte " + at);
        }
        return Arrays.copyOfRange(bytes.array(), at, at + length);
    }

    /** A length: seven bits in each byte, the lowest first; the eighth bit says that another byte follows. */
    private int length(int at) {
        long length = 0;
        int read = lengthBytes(at);
        for (int i = 0; i < read; i++) {
            length |= (bytes.get(at + i) & 0x7FL) << BITS_OF_LENGTH * i;
        }
        return Math.toIntExact(length);
    }

    private int lengthBytes(int at) {
        int read = 1;
        while (bytes.get(at + read - 1) < 0) {
            read++;
            if (read > MOST_LENGTH_BYTES) {
                throw new IllegalArgumentException("a length of more than 5 bytes at byte " + at);
            }
        }
        return read;
    }

    private void opaque(int at) {
        int code = Byte.toUnsignedInt(bytes.get(at));
        int length = length(at + 1);
        byte[] value = bytes(at + 1 + lengthBytes(at + 1), length);
        ColumnType type = ColumnType.byCode(code);
        switch (type == null ? ColumnType.BLOB : type) {
            case DECIMAL, NEWDECIMAL ->
                text.number(AbstractRowsEventDataDeserializer.asBigDecimal(
                        value[0], value[1], Arrays.copyOfRange(value, 2, value.length)));
            case DATE -> text.date(packed(value));
            case TIME, TIME_V2 -> text.time(packed(value));
            case DATETIME, DATETIME_V2, TIMESTAMP, TIMESTAMP_V2 -> text.moment(packed(value));
            default -> text.opaque(code, value);
        }
    }

    private static long packed(byte[] value) {
        return ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getLong();
    }
}
