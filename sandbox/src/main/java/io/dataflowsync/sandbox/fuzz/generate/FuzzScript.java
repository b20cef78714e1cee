package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import java.util.Iterator;

/** The steps of a round in three parts. Whoever runs a step does its effect to the tables before the next one is asked for. */
public interface FuzzScript {

    /** The tables, changed as the steps are run. */
    Catalogue tables();

    /** Makes the tables, at both ends. */
    Iterator<Step> making();

    /** Writes the rows that the snapshot reads. */
    Iterator<Step> before();

    /** What happens while the pipeline runs. */
    Iterator<Step> stream();
}
