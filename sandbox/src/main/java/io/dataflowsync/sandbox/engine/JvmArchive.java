package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a program as a JVM keeps them, so that its next start maps them instead of reading and checking each. It is made once,
 * after a build, by a JVM that ends in good order; one of another build or another JVM is of no use, and the JVM passes it over.
 */
public final class JvmArchive {
    private static volatile boolean making;

    private JvmArchive() {}

    /** From now on the programs that are started make theirs. */
    public static void make() {
        making = true;
    }

    /**
     * What the JVM of a program is told.
     *
     * @param name of the archive, which is beside the program
     */
    public static List<String> options(Path program, String name) {
        Path archive = program.resolveSibling(name + ".jsa");
        try {
            if (making) {
                Files.deleteIfExists(archive);
                return List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
            }
            return fits(program, name) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off") : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is one, and no older than the program. */
    public static boolean fits(Path program, String name) throws IOException {
        Path archive = program.resolveSibling(name + ".jsa");
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(program)) >= 0;
    }
}
