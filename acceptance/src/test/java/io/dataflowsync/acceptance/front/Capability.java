package io.dataflowsync.acceptance.front;

/** The flag by which both ends say that they can encrypt, in the packets that have it. */
final class Capability {
    /** CLIENT_SSL, in the second byte of the flags. */
    private static final int TLS = 0x08;

    private static final int SECOND_BYTE = 1;
    private static final int VERSION_OF_PROTOCOL = 1;
    /** What stands in a greeting between the end of the server's version and the flags: the session's id, a part of the salt, and a zero. */
    private static final int ID_AND_SALT = 4 + 8 + 1;

    private static final int REQUEST_LENGTH = 32;

    private Capability() {}

    /** The server's greeting of one that can encrypt. */
    static Packet offered(Packet greeting) {
        int at = VERSION_OF_PROTOCOL;
        while (greeting.bytes()[at] != 0) {
            at++;
        }
        return with(greeting, at + 1 + ID_AND_SALT + SECOND_BYTE, TLS);
    }

    /** Whether a client that was greeted asks for an encrypted connection. */
    static boolean isRequest(Packet answer) {
        return answer.bytes().length == REQUEST_LENGTH && (answer.bytes()[SECOND_BYTE] & TLS) != 0;
    }

    /** The login of a client that speaks in clear. */
    static Packet cleared(Packet login) {
        return with(login, SECOND_BYTE, 0);
    }

    private static Packet with(Packet packet, int at, int flag) {
        byte[] bytes = packet.bytes().clone();
        bytes[at] = (byte) (bytes[at] & ~TLS | flag);
        return new Packet(packet.number(), bytes);
    }
}
