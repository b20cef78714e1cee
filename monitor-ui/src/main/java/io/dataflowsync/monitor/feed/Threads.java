package io.dataflowsync.monitor.feed;

import java.util.concurrent.ThreadFactory;

/** Threads that a thread dump can tell apart, and that keep nobody from stopping. */
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
