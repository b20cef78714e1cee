/**
 * Holds the fuzzer's own knowledge of its tables: columns, keys, and what each column has ever referred to.
 *
 * <p>In: the effect of each statement that the source accepted. Out: the tables as they are now. Invariant: only the fuzzer computes it,
 * without asking a service or a server, so it is a second opinion on the meaning of a reference.
 */
@NullMarked
package io.dataflowsync.sandbox.fuzz.model;

import org.jspecify.annotations.NullMarked;
