package io.dataflowsync.cdc.definition;

import java.util.List;

/**
 * What a statement did.
 *
 * @param after the tables after it
 * @param effects what it did to each table, in order; empty where it changed none
 * @param canonical the statement in the form that {@link CanonicalText} tells of
 * @param likely what of it nobody but the server can tell, and was taken as it mostly is; empty where it says everything
 */
public record Reading(KnownDefinitions after, List<TableEffect> effects, String canonical, String likely) {
    public Reading {
        effects = List.copyOf(effects);
    }
}
