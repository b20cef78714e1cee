/**
 * Contains all that is between the services: the change event on the topic with its codec, positions in the binlog, the definition of a source
 * table, the codes of errors, and the facts that identify a topic.
 *
 * <p>Nothing here depends on a server, a file or a framework.
 */
@NullMarked
package io.dataflowsync.contract;

import org.jspecify.annotations.NullMarked;
