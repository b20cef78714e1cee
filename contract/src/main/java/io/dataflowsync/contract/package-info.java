/**
 * What the services share, and all that they share: the change event on the topic, the definition of a source table, and the
 * pipeline file. Nothing here knows Kafka or Quarkus.
 */
@NullMarked
package io.dataflowsync.contract;

import org.jspecify.annotations.NullMarked;
