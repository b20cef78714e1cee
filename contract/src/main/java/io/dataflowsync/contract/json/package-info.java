/**
 * Changes single values of JSON documents.
 *
 * <p>In: a document as text, and paths. Out: the text with those values changed. Invariant: everything else stays as it is, character by
 * character: the order of members, numbers that no double holds, white space.
 */
@NullMarked
package io.dataflowsync.contract.json;

import org.jspecify.annotations.NullMarked;
