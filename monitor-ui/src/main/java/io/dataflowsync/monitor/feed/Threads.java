package io.dataflowsync.monitor.feed;

import java.util.concurrent.ThreadFactory;

/** Makes named daemon threads: a thread dump identifies them, and they do not keep the process from ending. */
final class Threads {
    private Threads() {}

    static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
