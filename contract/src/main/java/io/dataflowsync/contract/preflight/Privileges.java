package io.dataflowsync.contract.preflight;

import io.dataflowsync.contract.catalog.Identifiers;
import java.util.List;

/** Holds what a user may do in a schema against what the services do there. The statements that grant it are in {@code deploy/grants}. */
final class Privileges {
    /** On the target: rows, the tables that dpu-service makes for itself, and ALTER, by which it claims new keys. */
    static final List<String> TARGET = List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER");

    /** On the target besides, where statements that change tables are carried. */
    static final List<String> TARGET_DDL = List.of("DROP", "INDEX", "REFERENCES");

    /** On the log. */
    static final List<String> LOG =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "CREATE TEMPORARY TABLES");

    private final Grants grants;
    private final String server;
    private final String user;

    /** @param server in words: {@code target} */
    Privileges(Grants grants, String server, String user) {
        this.grants = grants;
        this.server = server;
        this.user = user;
    }

    /** Adds one finding that names all that is missing. */
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

    /** Those of the needed ones that the user has neither on the schema nor on anything in it. */
    List<String> missing(String schema, List<String> needed) {
        return needed.stream()
                .filter(privilege -> !grants.in(schema, privilege))
                .toList();
    }
}
