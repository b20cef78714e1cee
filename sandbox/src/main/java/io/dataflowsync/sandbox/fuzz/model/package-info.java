/**
 * What the fuzzer knows of its own tables: columns, keys, and what each column has ever referred to.
 *
 * <p>In: the effect of each statement that the source took. Out: the tables as they are now. Invariant: it is kept by the fuzzer alone; no
 * service and no server is asked, so it is a second opinion on what a reference means.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz.model;

import org.jspecify.annotations.NullMarked;
