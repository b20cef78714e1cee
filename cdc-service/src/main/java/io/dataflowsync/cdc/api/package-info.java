/**
 * The REST API and the health checks of cdc-service: the state of capture, skipping an event, snapshots of single tables.
 *
 * <p>In: calls. Out: JSON, or a {@code RestError}.
 */
@NullMarked
package io.dataflowsync.cdc.api;

import org.jspecify.annotations.NullMarked;
