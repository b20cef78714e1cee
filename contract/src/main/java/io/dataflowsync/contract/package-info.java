/**
 * Contains all that the services share: the change event on the topic, the definition of a source table, and the pipeline file. Nothing
 * here depends on Quarkus.
 */
@NullMarked
package io.dataflowsync.contract;

import org.jspecify.annotations.NullMarked;
