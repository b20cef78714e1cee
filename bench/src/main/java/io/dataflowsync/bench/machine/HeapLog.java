package io.dataflowsync.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the size of a JVM's heap at its collections, from its log ({@code -Xlog:gc}). */
public final class HeapLog {
    private static final Pattern COLLECTION = Pattern.compile(" (\\d+)M->(\\d+)M\\(\\d+M\\)");

    private final Path file;
    private int linesBefore;

    public HeapLog(Path file) {
        this.file = file;
    }

    /** The option of the JVM that writes the log. */
    public String option() {
        return "-Xlog:gc:file=" + file + "::filecount=0";
    }

    /**
     * The peaks, in MiB.
     *
     * @param used before a collection
     * @param live after one: memory that could not be freed
     */
    public record Peak(int used, int live) {
        public static final Peak NONE = new Peak(0, 0);

        public Peak or(Peak other) {
            return new Peak(Math.max(used, other.used), Math.max(live, other.live));
        }
    }

    /** Starts again, without the earlier collections. */
    public void begin() {
        linesBefore = lines().size();
    }

    /** The peaks since {@link #begin}; zero if there was no collection. */
    public Peak peak() {
        List<String> lines = lines();
        return lines.subList(Math.min(linesBefore, lines.size()), lines.size()).stream()
                .map(HeapLog::ofLine)
                .reduce(Peak.NONE, Peak::or);
    }

    static Peak ofLine(String line) {
        Matcher matcher = COLLECTION.matcher(line);
        return matcher.find()
                ? new Peak(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : Peak.NONE;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }
}
