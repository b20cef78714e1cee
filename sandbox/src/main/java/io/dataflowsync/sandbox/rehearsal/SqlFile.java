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
 * SQL files that make the tables of one schema and fill them. They are read again each time, so that their size does not matter.
 *
 * @param schema the one that they use; {@code rehearsal} where they name none
 * @param files in order
 * @param counts how many statements each part has
 */
public record SqlFile(String schema, List<Path> files, Map<Part, Integer> counts) {
    private static final Pattern USE = Pattern.compile("(?is)USE\\s+(`[^`]+`|\\S+?)\\s*;?\\s*");
    private static final Pattern SOURCE = Pattern.compile("(?is)(?:SOURCE\\s+|\\\\\\.\\s*)(.+?)\\s*;?\\s*");
    private static final int DEEPEST = 16;

    /** What a statement is for. */
    public enum Part {
        /** It makes tables and the like, at both ends. */
        TABLES,
        /** It fills them, at the source. */
        ROWS
    }

    /** Takes a statement. */
    interface Taker {
        void take(Statement statement) throws SQLException, IOException;
    }

    /**
     * Reads the files once, and finds out which schema they use.
     *
     * @throws IOException also where the tables cannot be made before the first row
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
            throw new IOException(statement.place() + ": uses the schema " + used + " beside " + known
                    + "; a rehearsal has one, so rehearse them one by one");
        }
        return used;
    }

    /** How many statements are for that. */
    public int count(Part part) {
        return counts.getOrDefault(part, 0);
    }

    /** Gives every statement of a part, in order; with the tables, what says of the schema which character set it has. */
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

    /** Where the client would look, and else next to the file that includes it. */
    private static Path included(Path file, String name) {
        Path path = Path.of(name);
        return Files.exists(path) ? path : file.resolveSibling(name);
    }
}
