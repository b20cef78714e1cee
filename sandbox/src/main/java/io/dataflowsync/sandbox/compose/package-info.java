/**
 * Runs the compose file of the project in a container engine, breaks it, and compares.
 *
 * <p>In: {@code docker-compose.yml} and an engine that answers. Out: a protocol of steps, times and sizes. Before it: {@code workload},
 * {@code verify} and {@code demo}. Invariant: containers, volumes and images have the test's own project name, and are removed at its end.
 */
@NullMarked
package io.dataflowsync.sandbox.compose;

import org.jspecify.annotations.NullMarked;
