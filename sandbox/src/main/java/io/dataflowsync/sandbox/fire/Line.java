package io.dataflowsync.sandbox.fire;

/** Holds the quality of a line at the moment. Safe for several threads. */
final class Line {
    private boolean refusing;
    private boolean silent;
    private int delayMillis;
    private int lagMillis;
    private int kibPerSecond;

    synchronized boolean isRefusing() {
        return refusing;
    }

    synchronized void refuse() {
        refusing = true;
    }

    synchronized void silence() {
        silent = true;
    }

    /** Sets the delay, which stays after a repair. */
    synchronized void delay(int millis) {
        delayMillis = millis;
    }

    /** Adds to the delay, until the repair. */
    synchronized void lag(int millis) {
        lagMillis = millis;
    }

    synchronized void slow(int kib) {
        kibPerSecond = kib;
    }

    synchronized void repair() {
        refusing = false;
        silent = false;
        lagMillis = 0;
        kibPerSecond = 0;
        notifyAll();
    }

    /** Waits as long as this number of bytes takes. */
    void pass(int bytes) throws InterruptedException {
        long millis = awaitSound(bytes);
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }

    /** Waits while the line is silent, and returns how many milliseconds the bytes take. */
    private synchronized long awaitSound(int bytes) throws InterruptedException {
        while (silent) {
            wait();
        }
        return delayMillis + lagMillis + (kibPerSecond == 0 ? 0 : bytes * 1000L / (kibPerSecond * 1024L));
    }
}
