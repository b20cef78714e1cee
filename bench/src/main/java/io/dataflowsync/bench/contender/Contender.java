package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.machine.HeapLog;
import io.dataflowsync.bench.machine.Part;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import java.util.List;
import java.util.Map;

/** A pipeline with a source and a target of its own. It runs as soon as it has been made. */
public interface Contender extends AutoCloseable {

    /** The name in the report. */
    String name();

    /** The source and the target. */
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

    /** Whether it uses the groups in which transactions were committed: it may apply the transactions of a group in parallel. */
    default boolean readsCommitGroups() {
        return false;
    }

    /** Prepares for new tables of the source, which exist at both ends. */
    default void expect(List<String> tables) {}

    /** Starts all of its processes after {@link #sleep}. */
    void wake();

    /** Pauses: it reads nothing from the source until {@link #resume}, and keeps its memory. Call it while no event is in flight. */
    void pause();

    void resume();

    /** Stops its processes until {@link #wake}; the servers continue. */
    void sleep();

    /** Throws if it has ended. */
    void failIfDead();

    /** Its processes, including its servers. */
    List<Part> parts();

    /** The processes that are JVMs of its own. */
    default List<Part> jvms() {
        return List.of();
    }

    /** The heap logs of its own JVMs, by name. */
    default Map<String, HeapLog> heaps() {
        return Map.of();
    }

    @Override
    void close();
}
