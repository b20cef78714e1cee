/**
 * Contains the settings of the broker that all of its clients share: address, encryption, sign-in, and fast compression.
 */
@NullMarked
package io.dataflowsync.pipeline.broker;

import org.jspecify.annotations.NullMarked;
