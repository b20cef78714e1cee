package io.dataflowsync.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryIT {
    private static final List<String> LONG = List.of("sleep", "600");

    private final Path cache;

    RunDirectoryIT(@TempDir Path cache) {
        this.cache = cache;
    }

    /** A launcher that starts a child and then waits. */
    static final class Launcher {
        private Launcher() {}

        public static void main(String[] arguments) throws InterruptedException {
            RunDirectory run = RunDirectory.open(Path.of(arguments[0]));
            Child child = run.start("sleeper", LONG, Map.of(), Child.Ending.KILL);
            Polling.until("the child to list itself", () -> ProcessIdentity.of(child.pid())
                    .isPresent());
            System.out.println(child.pid());
            Thread.sleep(600_000);
        }
    }

    @Test
    void aNormalEndLeavesNoProcessAndNoDirectory() {
        RunDirectory run = RunDirectory.open(cache);
        Child child = run.start("sleeper", LONG, Map.of(), Child.Ending.KILL);
        run.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void nothingStartsOnceItHasEnded() {
        RunDirectory run = RunDirectory.open(cache);
        run.close();
        assertThatThrownBy(() -> run.start("sleeper", LONG, Map.of(), Child.Ending.KILL))
                .isInstanceOf(EngineFailure.class);
    }

    @Test
    void theNextLauncherEndsWhatAKilledOneLeft() throws IOException {
        Process launcher = launcher();
        long orphan = childOf(launcher);
        launcher.destroyForcibly().onExit().join();
        assertThat(ProcessIdentity.of(orphan)).isPresent();
        assertThat(runs()).hasSize(1);

        try (RunDirectory next = RunDirectory.open(cache)) {
            assertThat(ProcessIdentity.of(orphan)).isEmpty();
            assertThat(runs()).containsExactly(next.path());
        }
    }

    @Test
    void anInterruptedLauncherLeavesNothing() throws IOException {
        Process launcher = launcher();
        long child = childOf(launcher);
        launcher.destroy();
        launcher.onExit().join();
        assertThat(ProcessIdentity.of(child)).isEmpty();
        assertThat(runs()).isEmpty();
    }

    @Test
    void aLivingLauncherIsLeftAlone() throws IOException {
        Process launcher = launcher();
        long child = childOf(launcher);
        try (RunDirectory other = RunDirectory.open(cache)) {
            assertThat(ProcessIdentity.of(child)).isPresent();
            assertThat(runs()).hasSize(2).contains(other.path());
        } finally {
            launcher.destroy();
            launcher.onExit().join();
        }
    }

    @Test
    void aProcessThatGotTheNumberOfADeadChildIsLeftAlone() throws IOException {
        Process unrelated = new ProcessBuilder(LONG).start();
        Path dead = cache.resolve("runs").resolve(dead().toString() + "-1");
        Files.createDirectories(dead.resolve("children"));
        String stat = Files.readString(Path.of("/proc/" + unrelated.pid() + "/stat"));
        long start = ProcessIdentity.parse(stat).orElseThrow().startTicks();
        Files.writeString(
                dead.resolve("children/sleeper-1"), stat.replace(" " + start + " ", " " + (start - 100) + " "));
        try (RunDirectory run = RunDirectory.open(cache)) {
            assertThat(unrelated.isAlive()).isTrue();
            assertThat(dead).doesNotExist();
            assertThat(run.path()).exists();
        } finally {
            unrelated.destroyForcibly();
        }
    }

    @Test
    void aDirectoryThatIsNoLaunchersIsLeftAlone() throws IOException {
        Path other = Files.createDirectories(cache.resolve("runs").resolve("my-notes"));
        RunDirectory.open(cache).close();
        assertThat(other).exists();
    }

    private static LauncherName dead() {
        LauncherName here = LauncherName.current();
        ProcessIdentity gone =
                new ProcessIdentity(here.identity().pid(), here.identity().startTicks() - 1);
        return new LauncherName(gone, here.boot());
    }

    private Process launcher() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        cache.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static long childOf(Process launcher) throws IOException {
        String line = launcher.inputReader().readLine();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(launcher::isAlive);
        return Long.parseLong(line);
    }

    private List<Path> runs() throws IOException {
        try (Stream<Path> runs = Files.list(cache.resolve("runs"))) {
            return runs.toList();
        }
    }
}
