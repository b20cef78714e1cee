package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.generate.FuzzScript;
import io.dataflowsync.sandbox.fuzz.generate.Step;
import io.dataflowsync.sandbox.fuzz.shrink.RoundSteps;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Runs the steps of a script, and keeps those that the source accepted. */
final class RoundWriter {
    private final FuzzScript script;
    private final SourceSessions sessions;
    private final List<Step> making = new ArrayList<>();
    private final List<Step> before = new ArrayList<>();
    private final List<Step> stream = new ArrayList<>();
    private int refused;

    RoundWriter(FuzzScript script, SourceSessions sessions) {
        this.script = script;
        this.sessions = sessions;
    }

    void making() {
        write(script.making(), making);
    }

    void before() {
        write(script.before(), before);
    }

    private void write(Iterator<Step> steps, List<Step> kept) {
        while (steps.hasNext()) {
            write(steps.next(), kept);
        }
    }

    private void write(Step step, List<Step> kept) {
        if (sessions.run(step)) {
            kept.add(step);
            step.effect().accept(script.tables());
        } else {
            refused++;
        }
    }

    /**
     * Runs the stream. It returns the reasons why DFS stopped, if DFS had to catch up before the next statement and did not; otherwise
     * none.
     */
    List<Stop> stream(FuzzPipeline pipeline, Draining draining) throws SQLException {
        Iterator<Step> steps = script.stream();
        List<Stop> stops = List.of();
        while (steps.hasNext()) {
            Step step = steps.next();
            if (step.kind().isSql()) {
                write(step, stream);
            } else {
                stream.add(step);
                if (step.kind() != Step.Kind.CATCH_UP) {
                    happen(step.kind(), pipeline);
                } else if (stops.isEmpty()) {
                    stops = draining.catchUp();
                }
            }
        }
        return stops;
    }

    private static void happen(Step.Kind kind, FuzzPipeline pipeline) {
        ServiceProcess service = kind == Step.Kind.KILL_CAPTURE ? pipeline.capture() : pipeline.apply();
        if (kind == Step.Kind.START_APPLY) {
            service.relaunch();
        } else {
            service.kill();
            if (kind != Step.Kind.END_APPLY) {
                service.relaunch();
            }
        }
    }

    /** Ends the sessions. */
    void close() {
        sessions.close();
    }

    RoundSteps steps() {
        return new RoundSteps(List.copyOf(making), List.copyOf(before), List.copyOf(stream));
    }

    RoundOutcome.Written written() {
        int definitions =
                (int) stream.stream().filter(s -> s.kind() == Step.Kind.TABLES).count();
        int statements = making.size()
                + before.size()
                + (int) stream.stream().filter(s -> s.kind().isSql()).count();
        return new RoundOutcome.Written(statements, refused, definitions);
    }
}
