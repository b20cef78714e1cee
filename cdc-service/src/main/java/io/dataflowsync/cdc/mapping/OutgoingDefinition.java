package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Optional;

/**
 * A version of a table on its way to the topics of definitions.
 *
 * @param name the table
 * @param version the place in the binlog from which it holds, as text
 * @param wire the definition for dpu-service: under the names of the topic, without columns if the table is gone; empty if the table
 *     is not captured
 * @param tracked the table as the source has it, as JSON, for the next start of the capture; empty if the table is gone
 */
public record OutgoingDefinition(TableName name, String version, Optional<TableDefinition> wire, String tracked) {}
