package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.acceptance.CaseFile.Sharing;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares what a pipeline made of its cases with what their files say. */
final class CaseCheck {
    private final FaultPipeline pipeline;
    private final CaseGroup group;
    private final CapturePoint capture;
    private final CaseLogs logs;
    private final Optional<AssertionError> unsettled;
    private final Supplier<Verification> verification;

    /** Waits until all that the cases did is dealt with, as long as there is hope for it. */
    CaseCheck(RunDirectory run, FaultPipeline pipeline, CaseGroup group) {
        this.pipeline = pipeline;
        this.group = group;
        this.capture = new CapturePoint(pipeline);
        this.logs = new CaseLogs(run, group.project());
        this.unsettled = settle();
        this.verification = onceOf(() -> verify(run));
    }

    private Optional<AssertionError> settle() {
        try {
            capture.awaitApplied();
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e);
        }
    }

    /** Asserts that a case came out as its file says. */
    void assertComesOut(CaseFile file) {
        Scenario scenario = file.scenario();
        try {
            assertDealtWith(scenario);
            new ScenarioCheck(pipeline, group.project(), "state IN ('dead', 'waiting')").assertComesOut(scenario);
            assertComparesAsItShould(scenario);
        } catch (AssertionError | IllegalStateException e) {
            if (logs.sayInstead(scenario)) {
                return;
            }
            unsettled.filter(reason -> reason != e).ifPresent(e::addSuppressed);
            throw e;
        }
        assertThat(logs.missing(scenario.lines("said")))
                .as("what no service's log says")
                .isEmpty();
        assertThat(scenario.lines("said"))
                .as("what the status says")
                .allMatch(capture.status().toString()::contains);
    }

    /** Others that share the pipeline may stand still; what the case itself did is dealt with. */
    private void assertDealtWith(Scenario scenario) {
        if (unsettled.isEmpty()) {
            return;
        }
        if (group.sharing() != Sharing.SIDE_BY_SIDE || capture.isStopped()) {
            throw unsettled.get();
        }
        String of = " WHERE action <> 'schema-change' AND " + scenario.ofItsTables();
        assertThat(pipeline.countInLog("dpu_log" + of))
                .as("events that are dealt with")
                .isEqualTo(pipeline.countInLog("cdc_log" + of));
    }

    private void assertComparesAsItShould(Scenario scenario) {
        if (!scenario.has("comparison")) {
            return;
        }
        List<String> differences = verification.get().differences().stream()
                .filter(difference -> difference.table().equals(scenario.name())
                        || difference.table().startsWith(scenario.name() + "__"))
                .map(Object::toString)
                .toList();
        assertThat(differences).as("the comparison").isEqualTo(scenario.lines("comparison"));
    }

    private Verification verify(RunDirectory run) {
        try {
            return Verifier.verify(
                    PipelineFile.read(FaultPipeline.pipelineFile(run, group.project()), Map.of()), OwnRowTest.NONE);
        } catch (SQLException e) {
            throw new IllegalStateException("the comparison", e);
        }
    }

    private static Supplier<Verification> onceOf(Supplier<Verification> source) {
        return new Supplier<>() {
            private Optional<Verification> known = Optional.empty();

            @Override
            public Verification get() {
                if (known.isEmpty()) {
                    known = Optional.of(source.get());
                }
                return known.get();
            }
        };
    }
}
