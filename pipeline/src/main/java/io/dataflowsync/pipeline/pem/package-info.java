/**
 * Reads PEM files: certificates and private keys as text.
 *
 * <p>In: the path of a file. Out: its content, or the fault of the file and the fix. Invariant: no message contains a line of a key.
 */
@NullMarked
package io.dataflowsync.pipeline.pem;

import org.jspecify.annotations.NullMarked;
