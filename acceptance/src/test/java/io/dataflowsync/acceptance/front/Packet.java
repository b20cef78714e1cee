package io.dataflowsync.acceptance.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A packet of MySQL's protocol.
 *
 * @param number counts the packets of one exchange, from 0 to 255 and around
 * @param bytes without the four of its head: three of their count, one of its number
 */
record Packet(int number, byte[] bytes) {
    private static final int OK = 0x00;
    private static final int ERROR = 0xFF;
    private static final int QUERY = 0x03;
    private static final int BINLOG_DUMP = 0x12;
    private static final int BINLOG_DUMP_GTID = 0x1E;

    /**
     * Reads one, and no byte more.
     *
     * @throws java.io.EOFException where the other end has gone
     */
    static Packet read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        byte[] head = new byte[4];
        in.readFully(head);
        byte[] bytes = new byte
                [Byte.toUnsignedInt(head[0]) | Byte.toUnsignedInt(head[1]) << 8 | Byte.toUnsignedInt(head[2]) << 16];
        in.readFully(bytes);
        return new Packet(Byte.toUnsignedInt(head[3]), bytes);
    }

    /** With which a client asks for rows. */
    static Packet query(String sql) {
        byte[] text = sql.getBytes(UTF_8);
        byte[] bytes = new byte[text.length + 1];
        bytes[0] = QUERY;
        System.arraycopy(text, 0, bytes, 1, text.length);
        return new Packet(0, bytes);
    }

    /** Whether it is {@link #query} of these words. */
    boolean isQuery(String sql) {
        return number == 0 && Arrays.equals(bytes, query(sql).bytes);
    }

    void write(OutputStream to) throws IOException {
        byte[] all = new byte[bytes.length + 4];
        all[0] = (byte) bytes.length;
        all[1] = (byte) (bytes.length >> 8);
        all[2] = (byte) (bytes.length >> 16);
        all[3] = (byte) number;
        System.arraycopy(bytes, 0, all, 4, bytes.length);
        to.write(all);
        to.flush();
    }

    /** The same, so many places later in its exchange. */
    Packet shifted(int by) {
        return new Packet((number + by) & 0xFF, bytes);
    }

    /** Whether a server refuses with it. */
    boolean isError() {
        return begins(ERROR);
    }

    /** Whether a server ends a login with it, one way or the other. */
    boolean endsLogin() {
        return begins(OK) || isError();
    }

    /** The id under which a client asks for the binlog; empty where it asks for something else. */
    OptionalLong binlogReader() {
        if (number == 0 && begins(BINLOG_DUMP)) {
            return serverId(7);
        }
        return number == 0 && begins(BINLOG_DUMP_GTID) ? serverId(3) : OptionalLong.empty();
    }

    private OptionalLong serverId(int at) {
        long id = 0;
        for (int i = 3; i >= 0; i--) {
            id = id << 8 | Byte.toUnsignedLong(bytes[at + i]);
        }
        return OptionalLong.of(id);
    }

    private boolean begins(int with) {
        return bytes.length > 0 && Byte.toUnsignedInt(bytes[0]) == with;
    }
}
