/**
 * PEM files: certificates and private keys as text.
 *
 * <p>In: the path of a file. Out: what is in it, or what is wrong with the file and how to fix it. Invariant: no message has a line of a key.
 */
@NullMarked
package io.dataflowsync.contract.pem;

import org.jspecify.annotations.NullMarked;
