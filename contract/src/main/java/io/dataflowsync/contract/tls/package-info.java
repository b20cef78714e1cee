/**
 * Encryption: what the pipeline file says of it, in the forms that the drivers and clients take.
 *
 * <p>In: a {@link io.dataflowsync.contract.config.Tls}. Out: an SSL context, key store files, or of a failed connection what to do about it.
 * Invariant: a private key is written to no file that another user can read, and to none without a password that this process alone knows.
 */
@NullMarked
package io.dataflowsync.contract.tls;

import org.jspecify.annotations.NullMarked;
