package io.dataflowsync.sandbox.fire;

import java.util.Set;

/**
 * Something bad that begins and ends.
 *
 * @param name for people: {@code kill -9 kafka}
 * @param weight how often it is chosen, beside others
 * @param atLeast how long it lasts, in milliseconds
 * @param subjects what it happens to; no other fault touches these meanwhile
 */
record Fault(String name, int weight, int atLeast, int atMost, Set<String> subjects, Runnable begin, Runnable end) {}
