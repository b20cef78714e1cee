package io.dataflowsync.contract.watch;

/** Asks one server for an answer, whatever it is. Called by one thread. */
public interface Ping extends AutoCloseable {

    /**
     * Returns as soon as the server has answered.
     *
     * @throws Exception where no answer came within the ping's own timeout
     */
    void ask() throws Exception;

    /** Gives up what the ping holds open. */
    @Override
    default void close() {}
}
