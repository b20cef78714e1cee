/**
 * Converts the encryption settings of the pipeline file to the forms that drivers and clients need.
 *
 * <p>In: a {@link io.dataflowsync.pipeline.config.Tls}. Out: an SSL context, key store files, or the remedy for a failed connection.
 * Invariant: a private key is written only to files that no other user can read, and that have a password which only this process knows.
 */
@NullMarked
package io.dataflowsync.pipeline.tls;

import org.jspecify.annotations.NullMarked;
