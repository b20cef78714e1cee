package io.dataflowsync.monitor.socket;

/** The connection to a browser. */
interface Wire {

    /** Sends a text, and calls back when it is sent or has failed. One at a time. */
    void send(String text, Runnable through, Runnable failed);

    /** Cuts the connection, even if texts still wait on it. */
    void cut();
}
