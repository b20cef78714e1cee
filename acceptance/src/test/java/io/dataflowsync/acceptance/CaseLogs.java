package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services of a pipeline have written so far, also where they have ended. */
record CaseLogs(RunDirectory run, String project) {

    /** The texts that neither service's log has. */
    List<String> missing(List<String> texts) {
        String logs = Stream.of(Service.CDC, Service.DPU).map(this::log).collect(Collectors.joining());
        return texts.stream().filter(text -> !logs.contains(text)).toList();
    }

    /** Whether a case may come out otherwise than its rows say, and the logs have what they must have then. */
    boolean sayInstead(Scenario scenario) {
        List<String> texts = scenario.lines("or said");
        return !texts.isEmpty() && missing(texts).isEmpty();
    }

    private String log(Service service) {
        Path log = run.path().resolve(project + "-" + service.module() + ".log");
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
