/**
 * Makes MariaDB's driver check certificates as strictly as the other drivers do.
 *
 * <p>The driver finds it by its service loader if the URL says {@code tlsSocketType=dfs}.
 */
@NullMarked
package io.dataflowsync.pipeline.tls.mariadb;

import org.jspecify.annotations.NullMarked;
