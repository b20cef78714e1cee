package io.dataflowsync.acceptance.front;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts who has come to a {@link TlsFront}. Safe for several threads. */
final class Guests {
    private final AtomicInteger encrypted = new AtomicInteger();
    private final AtomicInteger plain = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger toBeReset = new AtomicInteger();
    private final Set<Long> binlogReaders = ConcurrentHashMap.newKeySet();
    private final Set<Integer> doors = ConcurrentHashMap.newKeySet();

    /** @param door the port of this host from which the server sees it come */
    void comeEncrypted(int door) {
        doors.add(door);
        encrypted.incrementAndGet();
    }

    void comePlain() {
        plain.incrementAndGet();
    }

    void breakOff() {
        broken.incrementAndGet();
    }

    void resetNext(int clients) {
        toBeReset.set(clients);
    }

    /** Whether this client is one of the next to be reset. */
    boolean isToBeReset() {
        return toBeReset.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    void readBinlog(long serverId) {
        binlogReaders.add(serverId);
    }

    int encrypted() {
        return encrypted.get();
    }

    int plain() {
        return plain.get();
    }

    int broken() {
        return broken.get();
    }

    Set<Long> binlogReaders() {
        return Set.copyOf(binlogReaders);
    }

    Set<Integer> doors() {
        return Set.copyOf(doors);
    }
}
