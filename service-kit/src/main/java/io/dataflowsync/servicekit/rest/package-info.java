/**
 * Gives all refused calls over HTTP the same form of answer.
 *
 * <p>In: the exceptions of resources, and the framework's refusals. Out: a {@link io.dataflowsync.servicekit.rest.RestError} as JSON.
 * Invariant: the text of an unexpected exception is never sent.
 */
@NullMarked
package io.dataflowsync.servicekit.rest;

import org.jspecify.annotations.NullMarked;
