package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Manages the class data archive of a program, so that the program starts faster.
 *
 * <p>A JVM maps the classes of the archive, and does not have to read and check each. The archive is made once after a build, by a JVM
 * that ends normally. A JVM ignores an archive of another build or another JVM.
 */
public final class JvmArchive {
    private static volatile boolean making;

    private JvmArchive() {}

    /** From now on, each program that is started makes its archive. */
    public static void make() {
        making = true;
    }

    /**
     * The JVM options of a program that use or make its archive.
     *
     * @param name the name of the archive, which is next to the program
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

    /** Whether the archive exists, and is not older than the program. */
    public static boolean fits(Path program, String name) throws IOException {
        Path archive = program.resolveSibling(name + ".jsa");
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(program)) >= 0;
    }
}
