package io.dataflowsync.monitor.socket;

/** The one way out to a browser. */
interface Wire {

    /** Sends a text, and says when it is through or has failed. One at a time. */
    void send(String text, Runnable through, Runnable failed);

    /** Cuts the connection, whatever still waits on it. */
    void cut();
}
