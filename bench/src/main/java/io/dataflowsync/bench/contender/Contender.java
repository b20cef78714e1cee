package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.HeapLog;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import java.util.List;
import java.util.Map;

/** A pipeline with a source and a target of its own. It runs when it has been made. */
public interface Contender extends AutoCloseable {

    /** As the report calls it. */
    String name();

    /** Its source and its target. */
    Servers servers();

    default MySql57 source() {
        return servers().source();
    }

    default MySql80 target() {
        return servers().target();
    }

    /** Whether rows keep their keys. */
    boolean keepsKeys();

    /** Whether it makes the source's new tables on the target by itself. */
    boolean makesTables();

    /** Whether it matters to it which transactions were committed together: it may apply these in parallel. */
    default boolean readsCommitGroups() {
        return false;
    }

    /** Gets it ready for new tables of the source, which exist at both ends. */
    default void expect(List<String> tables) {}

    /** All of it runs. */
    void wake();

    /** It reads nothing from the source until {@link #go}, and keeps its memory; nothing is under way. */
    void stand();

    void go();

    /** None of it runs until {@link #wake}; the servers do. */
    void sleep();

    /** Throws where it has ended. */
    void failIfDead();

    /** Its processes, with its servers'. */
    List<Part> parts();

    /** Those of them that are JVMs of its own. */
    default List<Part> jvms() {
        return List.of();
    }

    /** Of its own JVMs, by name. */
    default Map<String, HeapLog> heaps() {
        return Map.of();
    }

    @Override
    void close();
}
