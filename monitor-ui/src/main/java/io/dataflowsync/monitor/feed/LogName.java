package io.dataflowsync.monitor.feed;

import java.util.Optional;

/** The names of the two logs in frames and addresses. */
public enum LogName {
    CDC("cdc-log"),
    DPU("dpu-log");

    private final String word;

    LogName(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<LogName> ofWord(String word) {
        for (LogName name : values()) {
            if (name.word.equals(word)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }
}
