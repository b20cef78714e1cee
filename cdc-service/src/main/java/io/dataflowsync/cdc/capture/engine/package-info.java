/**
 * Contains all knowledge of the inside of Debezium's engine: its settings, its connector and task, its queue, its summaries.
 *
 * <p>In: the source's settings and an offset. Out: source records. Invariant: no other package reads a private member of the engine.
 */
@NullMarked
package io.dataflowsync.cdc.capture.engine;

import org.jspecify.annotations.NullMarked;
