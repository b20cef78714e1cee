package io.dataflowsync.sandbox.fire;

/** How good a line is now. Safe for several threads. */
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

    /** Stays when it is mended. */
    synchronized void delay(int millis) {
        delayMillis = millis;
    }

    /** Beside the delay; ends when it is mended. */
    synchronized void lag(int millis) {
        lagMillis = millis;
    }

    synchronized void slow(int kib) {
        kibPerSecond = kib;
    }

    synchronized void mend() {
        refusing = false;
        silent = false;
        lagMillis = 0;
        kibPerSecond = 0;
        notifyAll();
    }

    /** Returns when so many bytes may go on. */
    void pass(int bytes) throws InterruptedException {
        long millis = awaitSound(bytes);
        if (millis > 0) {
            Thread.sleep(millis);
        }
    }

    /** How long the bytes take. */
    private synchronized long awaitSound(int bytes) throws InterruptedException {
        while (silent) {
            wait();
        }
        return delayMillis + lagMillis + (kibPerSecond == 0 ? 0 : bytes * 1000L / (kibPerSecond * 1024L));
    }
}
