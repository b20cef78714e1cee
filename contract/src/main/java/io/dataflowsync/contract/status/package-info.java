/**
 * Contains what the services report about themselves to the monitor, as values.
 *
 * <p>The record names are the names in the JSON of {@code /api/v1/status}.
 */
@NullMarked
package io.dataflowsync.contract.status;

import org.jspecify.annotations.NullMarked;
