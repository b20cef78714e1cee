/**
 * Says in one form why a call over HTTP was not done.
 *
 * <p>In: what a resource throws, and what the framework refuses. Out: a {@link io.dataflowsync.servicekit.rest.RestError} as JSON.
 * Invariant: no error that nobody foresaw gives its text away.
 */
@NullMarked
package io.dataflowsync.servicekit.rest;

import org.jspecify.annotations.NullMarked;
