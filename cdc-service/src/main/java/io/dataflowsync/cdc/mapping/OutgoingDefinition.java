package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.catalog.TableDefinition;

/**
 * A version of a table on its way to the topic of definitions.
 *
 * @param definition under the names of the wire; without columns where the table is gone, or is not captured
 * @param tracked the table as the source has it, as JSON, for the next start of the capture; empty where the table is gone
 */
public record OutgoingDefinition(TableDefinition definition, String tracked) {}
