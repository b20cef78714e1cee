/**
 * Contains the pipeline file and all that a check of it needs: the catalog of tables, the preflight, expressions and processors.
 *
 * <p>Each service reads the same file. Nothing here depends on Quarkus, on a driver or on the broker's client.
 */
@NullMarked
package io.dataflowsync.pipeline;

import org.jspecify.annotations.NullMarked;
