package io.dataflowsync.pipeline.preflight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the privileges of a connection's user from the lines of {@code SHOW GRANTS}. */
final class Grants {
    /** The schema's name is a pattern of LIKE, in back quotes that are doubled within. */
    private static final Pattern LINE = Pattern.compile(
            "GRANT (?<privileges>.+?) ON (?:(?<everywhere>\\*)|`(?<schema>(?:[^`]|``)+)`)\\.(?:\\*|`(?:[^`]|``)+`) TO .*");

    private record Grant(List<String> privileges, String schemaPattern) {}

    private final List<Grant> grants = new ArrayList<>();

    Grants(Stream<String> lines) {
        lines.map(LINE::matcher).filter(Matcher::matches).forEach(line -> {
            String columns = line.group("privileges").replaceAll("\\([^)]*\\)", "");
            List<String> privileges = Stream.of(columns.split(",", -1))
                    .map(privilege -> privilege.strip().toUpperCase(Locale.ROOT))
                    .toList();
            String schema = line.group("schema");
            grants.add(new Grant(privileges, schema == null ? "%" : schema.replace("``", "`")));
        });
    }

    /** Reads the privileges, including those of the session's roles. */
    static Grants of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GRANTS")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return new Grants(lines.stream());
    }

    /** Whether the user has a privilege on the whole server. */
    boolean everywhere(String privilege) {
        return grants.stream().anyMatch(g -> g.schemaPattern().equals("%") && has(g, privilege));
    }

    /** Whether the user has a privilege on a schema, or on an object in it. */
    boolean in(String schema, String privilege) {
        return grants.stream().anyMatch(g -> has(g, privilege) && like(g.schemaPattern(), schema));
    }

    private static boolean has(Grant grant, String privilege) {
        return grant.privileges().contains(privilege)
                || grant.privileges().contains("ALL PRIVILEGES")
                || grant.privileges().contains("ALL");
    }

    private static boolean like(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return name.matches(regex.toString());
    }
}
