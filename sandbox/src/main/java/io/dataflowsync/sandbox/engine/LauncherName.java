package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The launcher that the name of a run directory identifies: {@code PID-STARTTICKS-BOOT-N}.
 *
 * @param identity the launcher's process
 * @param boot the first letters of the id of the boot under which it ran
 */
record LauncherName(ProcessIdentity identity, String boot) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,10})-(\\d{1,18})-([0-9a-f]{8})-\\d+");
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    static LauncherName current() {
        return new LauncherName(ProcessIdentity.current(), currentBoot());
    }

    /** Reads the name of a directory; empty if it is not the name of a run directory. */
    static Optional<LauncherName> parse(String directoryName) {
        Matcher matcher = NAME.matcher(directoryName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ProcessIdentity identity =
                new ProcessIdentity(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return Optional.of(new LauncherName(identity, matcher.group(3)));
    }

    boolean isAlive() {
        return isOfThisBoot() && identity.isAlive();
    }

    /** Whether the machine has not booted since: only then its process numbers still mean the same processes. */
    boolean isOfThisBoot() {
        return boot.equals(currentBoot());
    }

    private static String currentBoot() {
        try {
            return Files.readString(BOOT_ID).substring(0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return identity.pid() + "-" + identity.startTicks() + "-" + boot;
    }
}
