package io.dataflowsync.sandbox.fire;

import java.util.Set;

/**
 * A fault that begins and ends.
 *
 * @param name the name for people: {@code kill -9 kafka}
 * @param weight how often it is chosen, compared with others
 * @param atLeast the shortest time that it lasts, in milliseconds
 * @param atMost the longest time that it lasts, in milliseconds
 * @param subjects what it happens to; no other fault affects these at the same time
 */
record Fault(String name, int weight, int atLeast, int atMost, Set<String> subjects, Runnable begin, Runnable end) {}
