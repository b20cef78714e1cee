/**
 * Changes single values of JSON documents.
 *
 * <p>In: a document as text, and paths. Out: the text with those values changed. Invariant: everything else stays the same, character by
 * character: the order of members, numbers that do not fit into a double, white space.
 */
@NullMarked
package io.dataflowsync.pipeline.json;

import org.jspecify.annotations.NullMarked;
