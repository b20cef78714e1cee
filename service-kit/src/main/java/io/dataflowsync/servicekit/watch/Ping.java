package io.dataflowsync.servicekit.watch;

/** Asks one server for any answer. Only one thread calls it. */
public interface Ping extends AutoCloseable {

    /**
     * Returns as soon as the server has answered.
     *
     * @throws Exception if no answer came within the ping's own timeout
     */
    void ask() throws Exception;

    /** Releases the resources that the ping holds. */
    @Override
    default void close() {}
}
