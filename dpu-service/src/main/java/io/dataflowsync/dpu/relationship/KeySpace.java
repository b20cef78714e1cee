package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.math.BigInteger;

/**
 * The keys of a table whose rows get new ones.
 *
 * @param source the source's table
 * @param target the table that numbers the new keys
 * @param keyColumn the target's key column
 * @param autoIncrement whether the target numbers the column itself
 * @param largest the largest key that the target's column can hold
 */
public record KeySpace(
        TableName source, TableName target, String keyColumn, boolean autoIncrement, BigInteger largest) {}
