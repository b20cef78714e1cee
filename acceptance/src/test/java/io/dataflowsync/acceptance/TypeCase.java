package io.dataflowsync.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A type of MySQL 5.7 with values that it must carry.
 *
 * @param number tells it apart
 * @param name what the documentation calls the type
 * @param source its definition in the source
 * @param target its definition on the target
 * @param compared how a value {@code v} is read at both ends
 * @param values as literals; NULL last, where the type has it
 */
record TypeCase(int number, String name, String source, String target, String compared, List<String> values) {

    static List<TypeCase> all() {
        List<TypeCase> types = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TypeCase.class.getResourceAsStream("types.txt")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    types.add(of(types.size() + 1, line.split(" \\| ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return types;
    }

    private static TypeCase of(int number, String[] parts) {
        String[] definitions = parts[1].split(" => ");
        List<String> values = new ArrayList<>(Arrays.asList(parts).subList(3, parts.length));
        if (!definitions[0].contains("NOT NULL")) {
            values.add("NULL");
        }
        return new TypeCase(
                number, parts[0], definitions[0], definitions[definitions.length - 1], parts[2], List.copyOf(values));
    }

    /** A table whose rows have a key. */
    String keyed() {
        return "keyed_" + number;
    }

    /** A table whose rows are told apart by all that they have. */
    String bare() {
        return "bare_" + number;
    }

    /** The value that another is changed to. */
    String changed(int value) {
        return values.get((value + 1) % values.size());
    }

    @Override
    public String toString() {
        return name + ": " + source;
    }
}
