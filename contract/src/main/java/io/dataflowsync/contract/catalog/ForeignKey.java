package io.dataflowsync.contract.catalog;

import io.dataflowsync.contract.event.TableName;
import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referring columns, in order
 * @param parent the table referred to
 * @param parentColumns the columns referred to, in the same order
 */
public record ForeignKey(String name, List<String> columns, TableName parent, List<String> parentColumns) {}
