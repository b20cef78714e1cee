package io.dataflowsync.cdc.definition;

import java.util.List;

/**
 * What a statement did.
 *
 * @param after the tables after it
 * @param effects what it did to each table, in order; empty where it changed none
 */
public record Reading(Definitions after, List<TableEffect> effects) {
    public Reading {
        effects = List.copyOf(effects);
    }
}
