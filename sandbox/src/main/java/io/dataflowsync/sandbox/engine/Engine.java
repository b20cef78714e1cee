package io.dataflowsync.sandbox.engine;

/** A server that runs as a process of its own, on loopback. */
public sealed interface Engine extends AutoCloseable permits MySql57, MySql80, MariaDb, KafkaBroker {

    /** The user that has exactly the rights that the services need. */
    String USER = "dfs";

    /** Its password. */
    String PASSWORD = "dfs-sandbox";

    default String host() {
        return "127.0.0.1";
    }

    int port();

    default String address() {
        return host() + ":" + port();
    }

    /** The process that runs now; {@link #restart} makes another one. */
    Child child();

    /** Ends it as a power cut would (SIGKILL), and returns when it is gone. */
    default void kill() {
        child().kill();
    }

    /**
     * Starts it again on the same port and data, and returns when it answers. If it still runs, it is stopped first, with time to end
     * by itself.
     *
     * @throws EngineFailure if it does not start
     */
    void restart();

    /** Stops it, with time to end by itself, and keeps its data. */
    default void stop() {
        child().stop();
    }

    @Override
    default void close() {
        child().end();
    }
}
