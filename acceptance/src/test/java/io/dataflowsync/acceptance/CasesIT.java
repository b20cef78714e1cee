package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The files of the folder {@code cases}, many of them in one pipeline. Two pipelines run at a time, each
 * with a source of its own, so that none meets in its binlog what another stops at. {@code -Ddfs.cases=WORD,WORD} runs some of them.
 */
class CasesIT {
    private static RunDirectory run;
    private static FaultServers servers;
    private static MySql57 anotherSource;
    private static final List<CaseOutcome> OUTCOMES = new ArrayList<>();

    @BeforeAll
    static void runAll() throws Exception {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        anotherSource = MySql57.start(run);
        BlockingQueue<FaultServers> idle =
                new LinkedBlockingQueue<>(List.of(servers, servers.withSource(anotherSource)));
        ExecutorService workers = Executors.newFixedThreadPool(idle.size());
        List<Future<List<CaseOutcome>>> running = new ArrayList<>();
        for (CaseGroup group : CaseGroup.of(CaseFile.all())) {
            running.add(workers.submit(() -> {
                FaultServers mine = idle.take();
                try {
                    return group.run(run, mine);
                } finally {
                    idle.add(mine);
                }
            }));
        }
        for (Future<List<CaseOutcome>> group : running) {
            OUTCOMES.addAll(group.get());
        }
        workers.shutdown();
    }

    @AfterAll
    static void end() {
        try (RunDirectory last = run;
                FaultServers second = servers;
                MySql57 first = anotherSource) {
            // Closed from the last to the first, each though another fails.
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseComesOut() {
        return OUTCOMES.stream().map(CaseOutcome::test);
    }
}
