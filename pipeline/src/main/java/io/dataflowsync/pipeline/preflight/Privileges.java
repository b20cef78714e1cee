package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.Identifiers;
import java.util.List;

/** Compares the privileges of a user on a schema with those that the services need. The GRANT statements are in {@code deploy/grants}. */
final class Privileges {
    /** For the target: to write rows, to create dpu-service's own tables, and ALTER, with which it reserves new keys. */
    static final List<String> TARGET = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER");

    /** Also for the target, if statements that change tables are run there. */
    static final List<String> TARGET_DDL = List.of("DROP", "INDEX", "REFERENCES");

    /** For the log. */
    static final List<String> LOG = List.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "CREATE",
            "ALTER",
            "DROP",
            "CREATE VIEW",
            "CREATE TEMPORARY TABLES");

    private final Grants grants;
    private final String server;
    private final String user;

    /** @param server the name for the text: {@code target} */
    Privileges(Grants grants, String server, String user) {
        this.grants = grants;
        this.server = server;
        this.user = user;
    }

    /** Adds one finding that names all missing privileges. */
    void require(String schema, List<String> needed, Findings findings) {
        List<String> missing = missing(schema, needed);
        if (!missing.isEmpty()) {
            String privileges = String.join(", ", missing);
            findings.add(
                    "dfs." + server + ".user",
                    "the user '" + user + "' lacks " + privileges + " on the schema '" + schema + "'",
                    "run GRANT " + privileges + " ON " + Identifiers.quoted(schema) + ".* TO '" + user + "' on the "
                            + server);
        }
    }

    /** Returns the needed privileges that the user has neither on the schema nor on an object in it. */
    List<String> missing(String schema, List<String> needed) {
        return needed.stream()
                .filter(privilege -> !grants.in(schema, privilege))
                .toList();
    }
}
