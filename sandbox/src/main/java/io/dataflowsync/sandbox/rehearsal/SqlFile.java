package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.sandbox.rehearsal.SqlFileReader.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SQL files that make the tables of one schema and fill them. The files are read again each time, so that their size does not
 * matter.
 *
 * @param schema the schema that they use; {@code rehearsal} if they name none
 * @param files the files, in order
 * @param counts the number of statements of each part
 */
public record SqlFile(String schema, List<Path> files, Map<Part, Integer> counts) {
    private static final Pattern USE = Pattern.compile("(?is)USE\\s+(`[^`]+`|\\S+?)\\s*;?\\s*");
    private static final Pattern SOURCE = Pattern.compile("(?is)(?:SOURCE\\s+|\\\\\\.\\s*)(.+?)\\s*;?\\s*");
    private static final int DEEPEST = 16;

    /** The purpose of a statement. */
    public enum Part {
        /** It makes tables and similar objects, at both ends. */
        TABLES,
        /** It fills the tables, at the source. */
        ROWS
    }

    /** Takes a statement. */
    interface Taker {
        void take(Statement statement) throws SQLException, IOException;
    }

    /**
     * Reads the files once, and finds out which schema they use.
     *
     * @throws IOException if a file cannot be read, or the tables cannot be made before the first row
     */
    public static SqlFile read(List<Path> files) throws IOException {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        String[] schema = {""};
        Parting parting = new Parting();
        try {
            for (Path file : files) {
                each(file, 0, statement -> {
                    Matcher use = USE.matcher(statement.text());
                    if (use.matches()) {
                        schema[0] = same(schema[0], use.group(1).replace("`", ""), statement);
                    }
                    parting.next(statement).forEach(part -> counts.merge(part, 1, Integer::sum));
                });
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new SqlFile(schema[0].isEmpty() ? "rehearsal" : schema[0], List.copyOf(files), Map.copyOf(counts));
    }

    private static String same(String known, String used, Statement statement) throws IOException {
        if (!known.isEmpty() && !known.equals(used)) {
            throw new IOException(statement.place() + ": uses the schema " + used + " in addition to " + known
                    + "; a rehearsal has one, so rehearse them one by one");
        }
        return used;
    }

    /** The number of statements of a part. */
    public int count(Part part) {
        return counts.getOrDefault(part, 0);
    }

    /** Passes on every statement of a part, in order; for the tables, also the statement that sets the character set of the schema. */
    void each(Part part, Taker taker) throws SQLException, IOException {
        Parting parting = new Parting();
        for (Path file : files) {
            each(file, 0, statement -> {
                Optional<String> ofSchema = SchemaText.alter(statement.text(), schema);
                if (part == Part.TABLES && ofSchema.isPresent()) {
                    taker.take(new Statement(ofSchema.get(), statement.place()));
                } else if (parting.next(statement).contains(part)) {
                    taker.take(statement);
                }
            });
        }
    }

    private static void each(Path file, int depth, Taker taker) throws SQLException, IOException {
        String name = String.valueOf(file.getFileName());
        try (SqlFileReader reader = new SqlFileReader(name, Files.newInputStream(file))) {
            for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
                Statement statement = next.get();
                Matcher source = SOURCE.matcher(statement.text());
                if (!source.matches()) {
                    taker.take(statement);
                } else if (depth == DEEPEST) {
                    throw new IOException(statement.place() + ": files that include each other");
                } else {
                    each(included(file, source.group(1)), depth + 1, taker);
                }
            }
        }
    }

    /** The included file: where the client would look for it, and otherwise next to the file that includes it. */
    private static Path included(Path file, String name) {
        Path path = Path.of(name);
        return Files.exists(path) ? path : file.resolveSibling(name);
    }
}
