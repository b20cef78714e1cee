/**
 * Starts real servers on loopback: MySQL 5.7, MySQL 8.0, MariaDB and a Kafka broker.
 *
 * <p>In: a {@link io.dataflowsync.sandbox.engine.RunDirectory}. Out: an {@link io.dataflowsync.sandbox.engine.Engine} that answers.
 * Invariant: every process is listed in its run directory before it becomes a server, so that a later launcher can end the processes that
 * a dead one left, and no others.
 */
@NullMarked
package io.dataflowsync.sandbox.engine;

import org.jspecify.annotations.NullMarked;
