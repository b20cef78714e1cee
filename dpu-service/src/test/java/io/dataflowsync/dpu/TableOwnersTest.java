package io.dataflowsync.dpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds that the SQL of a package names no table of another package: what it needs of one, it asks the other for.
 *
 * <p>So a table can be changed with one package in view.
 */
class TableOwnersTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/dpu");
    private static final Path SOURCES = Path.of("src/main/java/io/dataflowsync/dpu");

    private static final Map<String, Set<String>> OWNED = Map.of(
            "relationship",
            Set.of(
                    "relationship_table",
                    "relationship_run",
                    "relationship_single",
                    "relationship_state",
                    "relationship_import",
                    "key_block",
                    "cascaded_key"),
            "log",
            Set.of(
                    "dpu_log",
                    "dpu_counter",
                    "dpu_progress",
                    "closed_snapshot",
                    "vanished_row",
                    "former_table",
                    "barrier",
                    "halted_schema_change",
                    "dead_letter",
                    "dead_letter_trace"));

    private static final Pattern CREATED = Pattern.compile("\\bCREATE TABLE (\\w+)");
    private static final Pattern GONE = Pattern.compile("\\bDROP TABLE (?!IF EXISTS)(\\w+)");
    private static final Pattern TEMPORARY = Pattern.compile("\\bCREATE TEMPORARY TABLE (\\w+)");
    private static final Pattern NAMED = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE|TABLE|EXISTS) (\\w+)|\"(\\w+)\"");

    /** The end of a literal and the start of the next one. */
    private static final Pattern BETWEEN_LITERALS = Pattern.compile("\"\\s*\\+\\s*\"");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    @Test
    void eachTableOfTheMigrationsHasOneOwner() throws IOException {
        List<String> owned = OWNED.values().stream().flatMap(Set::stream).toList();

        assertThat(owned).doesNotHaveDuplicates();
        Set<String> tables = names(CREATED, sql(MIGRATIONS));
        tables.removeAll(names(GONE, sql(MIGRATIONS)));
        assertThat(tables).containsExactlyInAnyOrderElementsOf(owned);
    }

    @Test
    void aPackageNamesItsOwnTablesOnly() throws IOException {
        Map<String, Set<String>> owned = owned();
        Set<String> tables = owned.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Map<String, Set<String>> ofOthers = new TreeMap<>();
        for (Path file : files(SOURCES, ".java")) {
            Set<String> named = names(NAMED, code(file));
            named.retainAll(tables);
            named.removeAll(owned.getOrDefault(packageOf(file), Set.of()));
            if (!named.isEmpty()) {
                ofOthers.put(SOURCES.relativize(file).toString(), named);
            }
        }

        assertThat(ofOthers).isEmpty();
    }

    @Test
    void eachTableIsNamedByItsOwner() throws IOException {
        for (Map.Entry<String, Set<String>> owner : owned().entrySet()) {
            Set<String> named = new TreeSet<>();
            for (Path file : files(SOURCES.resolve(owner.getKey()), ".java")) {
                named.addAll(names(NAMED, code(file)));
            }
            assertThat(named).as(owner.getKey()).containsAll(owner.getValue());
        }
    }

    /** The tables of the migrations and the temporary ones, by package. A temporary table is that of the package that creates it. */
    private static Map<String, Set<String>> owned() throws IOException {
        Map<String, Set<String>> owned = new TreeMap<>();
        OWNED.forEach((owner, tables) -> owned.put(owner, new TreeSet<>(tables)));
        for (Path file : files(SOURCES, ".java")) {
            Set<String> temporary = names(TEMPORARY, code(file));
            if (!temporary.isEmpty()) {
                owned.computeIfAbsent(packageOf(file), p -> new TreeSet<>()).addAll(temporary);
            }
        }
        return owned;
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file).getName(0).toString();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The code of a class with the parts of each text in one, and one blank between words. */
    private static String code(Path file) throws IOException {
        String joined = BETWEEN_LITERALS.matcher(Files.readString(file)).replaceAll("");
        return BLANKS.matcher(joined).replaceAll(" ");
    }

    private static String sql(Path folder) throws IOException {
        StringBuilder sql = new StringBuilder();
        for (Path file : files(folder, ".sql")) {
            sql.append(Files.readString(file)).append('\n');
        }
        return sql.toString();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
