package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports on which no process listens.
 *
 * <p>The ports are below those that the system gives to outgoing connections (from 32768 on Linux, from 49152 elsewhere). Otherwise a
 * server that starts seconds later could find its port taken by a client's connection.
 */
public final class FreePort {
    private static final int FIRST = 10_000;
    private static final int END = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /**
     * A free port on loopback that no other call in this process has returned.
     *
     * @throws IllegalStateException when none is found
     */
    public static int onLoopback() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port on loopback from " + FIRST + " to " + (END - 1));
    }

    /** Whether no process listens on that port of loopback now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
