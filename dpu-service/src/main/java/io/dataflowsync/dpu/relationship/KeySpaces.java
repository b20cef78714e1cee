package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.event.TableName;

/** Knows which keys the rows of a table get. */
public interface KeySpaces {

    /** @throws IllegalArgumentException where it has no keys of its own on the target: says why */
    KeySpace of(TableName table);
}
