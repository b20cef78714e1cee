package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import java.math.BigInteger;

/**
 * The keys of a source table whose rows get new keys.
 *
 * @param source the table of the source
 * @param target the table of the target that numbers the new keys
 * @param keyColumn the key column of the target's table
 * @param autoIncrement whether the key column is AUTO_INCREMENT on the target
 * @param largest the largest key that the target's column can hold
 * @param ahead whether new keys may be reserved before their old keys come; not if a row may be given the key of a row of the target
 */
public record KeySpace(
        TableName source,
        TableName target,
        String keyColumn,
        boolean autoIncrement,
        BigInteger largest,
        boolean ahead) {}
