package io.dataflowsync.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Describes the machine on which all this runs. */
public final class Machine {
    private Machine() {}

    /** The description, in one line. */
    public static String describe() {
        return Runtime.getRuntime().availableProcessors() + " cores (" + value("/proc/cpuinfo", "model name") + "), "
                + value("/proc/meminfo", "MemTotal") + " of memory, load " + load() + ", Linux "
                + System.getProperty("os.version") + ", JDK " + System.getProperty("java.version")
                + "; MySQL 5.7.22 and 8.0.15, MariaDB 11.4.5, Kafka 4.2.2, Debezium 3.6.1 (its JDBC sink 3.6.0)";
    }

    private static String value(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return "?";
        }
    }
}
