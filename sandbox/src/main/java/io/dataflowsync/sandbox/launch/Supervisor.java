package io.dataflowsync.sandbox.launch;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Restarts the processes of a run that end without being asked to, as systemd or a container engine would, and reports each restart.
 *
 * <p>A process that ends again and again, or whose pipeline file is wrong, ends the run. For one thread.
 */
public final class Supervisor {
    private static final int MOST_ENDS = 5;
    private static final Duration WINDOW = Duration.ofMinutes(2);

    private final Consumer<String> report;
    private final LongSupplier nanos;
    private final List<Supervised> all = new ArrayList<>();

    /** @param report takes a line about each process that has ended */
    public Supervisor(Consumer<String> report) {
        this(report, System::nanoTime);
    }

    Supervisor(Consumer<String> report, LongSupplier nanos) {
        this.report = report;
        this.nanos = nanos;
    }

    /** A process that is started again when it ends. */
    interface Process {
        String name();

        /** Whether it has ended without being asked to. */
        boolean hasDied();

        /** The exit code; only if the process has ended. */
        int exitCode();

        /** The last lines that it wrote, for a person to read. */
        String lastWords();

        void startAgain();
    }

    private static final class Supervised {
        private final Process process;
        /** The times of its ends within the window. */
        private final Deque<Long> ends = new ArrayDeque<>();

        Supervised(Process process) {
            this.process = process;
        }
    }

    public Supervisor with(ServiceSet services) {
        services.all()
                .forEach(service -> add(new Process() {
                    @Override
                    public String name() {
                        return service.name();
                    }

                    @Override
                    public boolean hasDied() {
                        return service.hasDied();
                    }

                    @Override
                    public int exitCode() {
                        return service.child().exitCode();
                    }

                    @Override
                    public String lastWords() {
                        return service.tail();
                    }

                    @Override
                    public void startAgain() {
                        service.relaunch();
                    }
                }));
        return this;
    }

    public Supervisor with(Engine engine) {
        return add(new Process() {
            @Override
            public String name() {
                return engine.child().name();
            }

            @Override
            public boolean hasDied() {
                return !engine.child().isAlive();
            }

            @Override
            public int exitCode() {
                return engine.child().exitCode();
            }

            @Override
            public String lastWords() {
                Child child = engine.child();
                return String.join("\n", child.lastLines(ServiceProcess.LINES_SHOWN));
            }

            @Override
            public void startAgain() {
                engine.restart();
            }
        });
    }

    Supervisor add(Process process) {
        all.add(new Supervised(process));
        return this;
    }

    /**
     * Checks all processes once, and restarts those that have ended.
     *
     * @throws LaunchFailure if one is not worth starting again
     */
    public void look() {
        all.stream().filter(one -> one.process.hasDied()).forEach(this::startAgain);
    }

    private void startAgain(Supervised one) {
        Process process = one.process;
        int code = process.exitCode();
        long now = nanos.getAsLong();
        one.ends.addLast(now);
        while (now - one.ends.getFirst() > WINDOW.toNanos()) {
            one.ends.removeFirst();
        }
        if (code == InvalidPipelineException.EXIT_CODE || one.ends.size() >= MOST_ENDS) {
            throw new LaunchFailure(process.name() + " ended with exit code " + code
                    + (one.ends.size() >= MOST_ENDS
                            ? ", the " + MOST_ENDS + "th time within " + WINDOW.toMinutes() + " minutes"
                            : "")
                    + ":\n" + process.lastWords());
        }
        report.accept(process.name() + " ended with exit code " + code + " and is started again");
        process.startAgain();
    }
}
