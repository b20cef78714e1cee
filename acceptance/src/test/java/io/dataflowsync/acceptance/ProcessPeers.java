package io.dataflowsync.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whom a process is connected to, as the system itself keeps it: see proc(5), {@code /proc/PID/fd} and {@code /proc/PID/net/tcp}. */
final class ProcessPeers {
    private static final String ESTABLISHED = "01";
    private static final String LISTENING = "0A";
    private static final int HERE = 1;
    private static final int THERE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;

    private ProcessPeers() {}

    /** The ports at the other ends of the connections that the process has opened: those that it has accepted are left out. */
    static Set<Integer> ports(long pid) {
        Set<Integer> listened = listened(pid);
        Set<Integer> ports = new TreeSet<>();
        entries(pid).stream()
                .filter(fields -> fields[STATE].equals(ESTABLISHED) && !listened.contains(port(fields[HERE])))
                .forEach(fields -> ports.add(port(fields[THERE])));
        return ports;
    }

    /** The ports at which the process listens. */
    static Set<Integer> listened(long pid) {
        Set<Integer> ports = new TreeSet<>();
        entries(pid).stream()
                .filter(fields -> fields[STATE].equals(LISTENING))
                .forEach(fields -> ports.add(port(fields[HERE])));
        return ports;
    }

    /** The lines of the system's tables that are about its sockets. */
    private static List<String[]> entries(long pid) {
        Path process = Path.of("/proc", String.valueOf(pid));
        Set<String> sockets = sockets(process);
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(process.resolve(table)).stream().skip(1))
                .map(line -> line.strip().split("\\s+", -1))
                .filter(fields -> sockets.contains(fields[INODE]))
                .toList();
    }

    /** The inodes of its sockets. */
    private static Set<String> sockets(Path process) {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(process.resolve("fd"))) {
            for (Path file : files.toList()) {
                String target = target(file);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inodes;
    }

    /** Empty where it was closed meanwhile. */
    private static String target(Path file) throws IOException {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static List<String> lines(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
}
