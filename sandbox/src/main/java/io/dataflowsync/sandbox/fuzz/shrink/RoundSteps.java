package io.dataflowsync.sandbox.fuzz.shrink;

import io.dataflowsync.sandbox.fuzz.generate.FuzzScript;
import io.dataflowsync.sandbox.fuzz.generate.RecordedScript;
import io.dataflowsync.sandbox.fuzz.generate.Step;
import java.util.List;

/** Holds the steps of a round that the source accepted, by their part. */
public record RoundSteps(List<Step> making, List<Step> before, List<Step> stream) {

    /** A script that runs the same steps again. */
    public FuzzScript script() {
        return new RecordedScript(making, before, stream);
    }

    public int size() {
        return making.size() + before.size() + stream.size();
    }
}
