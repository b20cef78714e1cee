package io.dataflowsync.sandbox.engine;

/** A server that runs as a process of its own, on loopback. */
public sealed interface Engine extends AutoCloseable permits MySql57, MySql80, MariaDb, KafkaBroker {

    /** The user with the rights that the services need, and no more. */
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

    /** The process now; changes with {@link #restart}. */
    Child child();

    /** Ends it as a power cut would (SIGKILL), and returns when it is gone. */
    default void kill() {
        child().kill();
    }

    /**
     * Starts it again on the same port and data; ends it in good order first where it still runs. Returns when it answers.
     *
     * @throws EngineFailure where it does not start
     */
    void restart();

    /** Ends it in good order and leaves its data. */
    default void stop() {
        child().stop();
    }

    @Override
    default void close() {
        child().end();
    }
}
