package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import java.util.Iterator;

/**
 * The steps of a round in three parts. The caller that runs a step has to apply its effect to the tables before it asks for the next one.
 */
public interface FuzzScript {

    /** The tables, which change as the steps are run. */
    Catalogue tables();

    /** The steps that make the tables, at both ends. */
    Iterator<Step> making();

    /** The steps that write the rows for the snapshot. */
    Iterator<Step> before();

    /** The steps that run while the pipeline runs. */
    Iterator<Step> stream();
}
