/**
 * Passes the settings of the pipeline file to the framework.
 *
 * <p>In: settings by name, from a service's {@code main}. Out: a source of the framework's configuration. Invariant: no setting is in
 * the system properties.
 */
@NullMarked
package io.dataflowsync.servicekit.settings;

import org.jspecify.annotations.NullMarked;
