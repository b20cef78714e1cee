/**
 * Contains everything that a person or a test needs around the services: real engines, the demo, and the command line.
 *
 * <p>In: a command. Out: servers and services as processes of their own, and an exit code. Next: {@code engine}, then {@code launch},
 * {@code workload}, {@code verify}, {@code demo} and {@code fire}. Invariant: a process that a launcher starts ends with that launcher,
 * or when the next launcher cleans up.
 */
@NullMarked
package io.dataflowsync.sandbox;

import org.jspecify.annotations.NullMarked;
