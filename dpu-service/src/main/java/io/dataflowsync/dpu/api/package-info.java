/**
 * The REST API of dpu-service: the state of the lanes, dead letters, relationships and schema changes.
 *
 * <p>In: calls. Out: JSON, or a {@code RestError}. Invariant: a call that changes something is one row in the log's tables, which a lane
 * carries out later.
 */
@NullMarked
package io.dataflowsync.dpu.api;

import org.jspecify.annotations.NullMarked;
