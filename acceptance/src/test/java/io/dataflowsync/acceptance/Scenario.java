package io.dataflowsync.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A file of the folders {@code scenarios} and {@code schema_changes}: what is done in the source, which events must come out, and what the target must have then.
 * A line {@code -- [section]} begins a section:
 *
 * <ul>
 *   <li>{@code pipeline}: lines of the pipeline file, below {@code tables:};
 *   <li>{@code both}, {@code source}, {@code target}: statements that make the tables, at both ends or at one;
 *   <li>{@code before}: what the source does before the snapshot; {@code stream}: what it does later, a transaction a statement;
 *   <li>{@code events}: the row events, in order, as JSON;
 *   <li>{@code rows}: queries of the target, a line each, and the rows that they must bring;
 *   <li>{@code schema}: what was made of each schema change: its status, what was run, and what is said of it;
 *   <li>{@code relationships}, {@code dead}: the relationships and the dead letters of the scenario's tables; the source's schema may be
 *       written as <code>{schema}</code> there.
 * </ul>
 *
 * Tables are named after the file, so that the scenarios run side by side in one pipeline.
 *
 * @param name the file's name without its end
 * @param title its first line
 */
record Scenario(String name, String title, Map<String, List<String>> sections) {
    private static final String HEAD = "";
    private static final Path FOLDERS = Path.of("src/test/resources/io/dataflowsync/acceptance");

    /** The scenarios of a folder. */
    static List<Scenario> all(String folder) {
        try (Stream<Path> files = Files.list(FOLDERS.resolve(folder))) {
            return files.sorted().map(Scenario::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            Map<String, List<String>> sections = new LinkedHashMap<>();
            List<String> open = new ArrayList<>();
            sections.put(HEAD, open);
            for (String line : lines.subList(1, lines.size())) {
                if (line.startsWith("-- [")) {
                    open = new ArrayList<>();
                    sections.put(line.substring(4, line.length() - 1), open);
                } else if (!line.isBlank()) {
                    open.add(line);
                }
            }
            String name = file.getFileName().toString().replace(".sql", "");
            return new Scenario(name, lines.get(0).substring(3), sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String section) {
        return sections.getOrDefault(section, List.of());
    }

    /** What a comment before the first section says under a word: {@code -- Settings: ddl: apply}; empty where none does. */
    String said(String word) {
        String start = "-- " + word + ": ";
        return lines(HEAD).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    /** A condition on the column {@code table_name}: the tables of this scenario. */
    String ofItsTables() {
        return "(table_name = '" + name + "' OR table_name LIKE '" + name + "\\_\\_%')";
    }

    boolean has(String section) {
        return sections.containsKey(section);
    }

    /** The statements of some sections, which end with a semicolon at a line's end. */
    String[] statements(String... names) {
        return Arrays.stream(names)
                .flatMap(section ->
                        Arrays.stream(String.join("\n", lines(section)).split(";\n|;$")))
                .filter(statement -> !statement.isBlank())
                .toArray(String[]::new);
    }

    /** Queries, and the rows that they must bring. */
    Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String line : lines("rows")) {
            if (line.startsWith("SELECT ")) {
                open = new ArrayList<>();
                rows.put(line, open);
            } else {
                open.add(line);
            }
        }
        return rows;
    }

    @Override
    public String toString() {
        return name + ": " + title;
    }
}
