/**
 * Keeps the state of capture as the API and the page show it. Thread-safe.
 */
@NullMarked
package io.dataflowsync.cdc.capture.status;

import org.jspecify.annotations.NullMarked;
