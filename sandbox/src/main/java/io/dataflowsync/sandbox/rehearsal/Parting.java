package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.sandbox.rehearsal.SqlFile.Part;
import io.dataflowsync.sandbox.rehearsal.SqlFileReader.Statement;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the statements of files, one after another, into those that make tables and those that fill them. It refuses a file that would
 * have another result when all tables are made before the first row.
 */
final class Parting {
    private static final Set<String> FILLING = Set.of(
            "INSERT",
            "REPLACE",
            "UPDATE",
            "DELETE",
            "TRUNCATE",
            "LOAD",
            "CALL",
            "START",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "SAVEPOINT",
            "RELEASE",
            "XA",
            "SELECT",
            "DO",
            "PREPARE",
            "EXECUTE",
            "DEALLOCATE");
    /** The text of these statements does not show which tables they write. */
    private static final Set<String> FILLING_ANY = Set.of("LOAD", "CALL", "EXECUTE");

    private static final Set<String> NEITHER = Set.of("LOCK", "UNLOCK", "USE");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    /**
     * Statements for triggers, events and routines run at the source only. At the target the programs would act a second time, since the
     * binlog has their effects at the source.
     */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?is)(/\\*!\\d*\\s*)?(CREATE|DROP)\\b(?:\\s|\\*/|/\\*!\\d*|DEFINER\\s*=\\s*\\S+)*(TRIGGER|EVENT|PROCEDURE|FUNCTION)\\b.*");

    private static final Pattern VARIABLE = Pattern.compile("(?is)(/\\*!\\d*\\s*)?SET\\s*@(?!@).*");

    private final Set<String> made = new HashSet<>();
    private final Set<String> filled = new HashSet<>();
    private final Set<String> temporary = new HashSet<>();
    private boolean anyFilled;

    /**
     * Decides the purpose of the next statement.
     *
     * @throws IOException if it cannot be split from the statements before it
     */
    Set<Part> next(Statement statement) throws IOException {
        String text = statement.text();
        Matcher word = WORD.matcher(text);
        String first = word.find() ? word.group().toUpperCase(Locale.ROOT) : "";
        if (NEITHER.contains(first) || SchemaText.isOfSchema(text)) {
            return EnumSet.noneOf(Part.class);
        }
        if (first.equals("SET")) {
            return isComputed(text) ? EnumSet.of(Part.ROWS) : EnumSet.allOf(Part.class);
        }
        if (FILLING.contains(first) || PROGRAM.matcher(text).matches()) {
            fill(first, text);
            return EnumSet.of(Part.ROWS);
        }
        Optional<TableText> table = TableText.of(text);
        return EnumSet.of(table.isPresent() ? part(statement, table.get()) : Part.TABLES);
    }

    /**
     * Whether a SET gives a variable a value that comes from rows or from a function. A dump keeps settings in other variables, and its
     * tables need these as well.
     */
    private static boolean isComputed(String text) {
        return VARIABLE.matcher(text).matches() && TableText.bare(text).contains("(");
    }

    private void fill(String first, String text) {
        TableText.filled(text).filter(name -> !temporary.contains(name)).ifPresent(filled::add);
        anyFilled |= FILLING_ANY.contains(first) || !FILLING.contains(first);
    }

    private Part part(Statement statement, TableText table) throws IOException {
        List<String> names = table.names();
        if (table.isTemporary()) {
            temporary.addAll(names);
            return Part.ROWS;
        }
        if (table.verb().equals("CREATE")) {
            if (table.selects()) {
                throw new IOException(statement.place()
                        + ": makes a table and its rows at once, and a rehearsal makes all tables before the"
                        + " first row: write a CREATE TABLE with the columns, and an INSERT ... SELECT");
            }
            made.addAll(names);
            return Part.TABLES;
        }
        if (!names.isEmpty() && temporary.containsAll(names)) {
            return Part.ROWS;
        }
        Optional<String> changed = names.stream()
                .filter(name -> filled.contains(name) || anyFilled && made.contains(name))
                .findFirst();
        if (changed.isPresent() && !table.onlyAddsKeys()) {
            throw new IOException(statement.place() + ": " + table.verb() + " TABLE after rows of " + changed.get()
                    + ", and a rehearsal makes all tables before the first row: put it before the rows, or end the file"
                    + " before it");
        }
        return Part.TABLES;
    }
}
