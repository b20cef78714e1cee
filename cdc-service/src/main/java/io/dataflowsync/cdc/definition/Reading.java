package io.dataflowsync.cdc.definition;

import java.util.List;

/**
 * What a statement did.
 *
 * @param after the tables after it
 * @param effects what it did to each table, in order; empty where it changed none
 * @param canonical the statement in the form that {@link CanonicalText} tells of
 */
public record Reading(Definitions after, List<TableEffect> effects, String canonical) {
    public Reading {
        effects = List.copyOf(effects);
    }
}
