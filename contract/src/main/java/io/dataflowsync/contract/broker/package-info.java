/**
 * What the services share that speak to the broker. In: nothing; out: a client that is as quick as it can be. It knows no topic: what is
 * on them is told by {@code event}.
 */
@NullMarked
package io.dataflowsync.contract.broker;

import org.jspecify.annotations.NullMarked;
