package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import java.util.Iterator;
import java.util.List;

/** Runs steps that were made before. */
public final class RecordedScript implements FuzzScript {
    private final Catalogue tables = new Catalogue();
    private final List<Step> making;
    private final List<Step> before;
    private final List<Step> stream;

    public RecordedScript(List<Step> making, List<Step> before, List<Step> stream) {
        this.making = making;
        this.before = before;
        this.stream = stream;
    }

    @Override
    public Catalogue tables() {
        return tables;
    }

    @Override
    public Iterator<Step> making() {
        return making.iterator();
    }

    @Override
    public Iterator<Step> before() {
        return before.iterator();
    }

    @Override
    public Iterator<Step> stream() {
        return stream.iterator();
    }
}
