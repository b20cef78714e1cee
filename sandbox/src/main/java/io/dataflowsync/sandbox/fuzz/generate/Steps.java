package io.dataflowsync.sandbox.fuzz.generate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Makes steps when they are asked for, some at a time. */
abstract class Steps implements Iterator<Step> {
    private final Deque<Step> queue = new ArrayDeque<>();
    private final int count;
    private int given;
    private int asked;
    private boolean ended;

    /** @param count the approximate number of steps */
    Steps(int count) {
        this.count = count;
    }

    /** Adds the next steps, or none. */
    abstract void refill(Deque<Step> queue);

    /** Adds the last steps. */
    void end(Deque<Step> queue) {}

    /** The number of steps that were given, or would have been if {@link #refill} adds none. */
    int given() {
        return Math.max(given, asked);
    }

    @Override
    public boolean hasNext() {
        while (queue.isEmpty() && given() < count) {
            refill(queue);
            asked++;
        }
        if (queue.isEmpty() && !ended) {
            ended = true;
            end(queue);
        }
        return !queue.isEmpty();
    }

    @Override
    public Step next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no step is left");
        }
        given++;
        return queue.remove();
    }
}
