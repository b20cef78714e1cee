package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.preflight.TargetDoings.Doing;
import io.dataflowsync.pipeline.preflight.TargetDoings.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Checks every server that a configuration names, with one connection for each. The caller's class path must have the drivers. */
public final class Preflight {
    private final PipelineConfig config;
    private final Findings findings;
    private final List<TableDefinition> sourceTables = new ArrayList<>();

    private Preflight(PipelineConfig config) {
        this.config = config;
        this.findings = new Findings(config.places());
    }

    /** Checks all servers: the source, the target against the source, the log and the broker. */
    public static List<Problem> check(PipelineConfig config) {
        return check(config, warning -> {});
    }

    /**
     * Checks all servers like {@link #check(PipelineConfig)}.
     *
     * @param warnings the receiver of the warnings, which do not prevent the start
     */
    public static List<Problem> check(PipelineConfig config, Consumer<Problem> warnings) {
        Preflight preflight = new Preflight(config);
        preflight.source();
        config.target().ifPresent(preflight::target);
        config.log().ifPresent(preflight::log);
        config.broker().ifPresent(broker -> BrokerReach.check(broker, preflight.findings));
        return preflight.end(warnings);
    }

    /** Checks only the source: the server, the privileges, and the file's settings of its tables. */
    public static List<Problem> checkSource(PipelineConfig config, Consumer<Problem> warnings) {
        Preflight preflight = new Preflight(config);
        preflight.source();
        return preflight.end(warnings);
    }

    /**
     * Checks only the target, if there is one.
     *
     * @param sourceTables the source's tables to compare it with; may be empty
     */
    public static List<Problem> checkTarget(
            PipelineConfig config, List<TableDefinition> sourceTables, Consumer<Problem> warnings) {
        Preflight preflight = new Preflight(config);
        preflight.sourceTables.addAll(sourceTables);
        config.target().ifPresent(preflight::target);
        return preflight.end(warnings);
    }

    private List<Problem> end(Consumer<Problem> warnings) {
        findings.warnings().forEach(warnings);
        return findings.problems();
    }

    /** Checks only the log, if the file names one. */
    public static List<Problem> checkLog(PipelineConfig config) {
        Preflight preflight = new Preflight(config);
        config.log().ifPresent(preflight::log);
        return preflight.findings.problems();
    }

    private void source() {
        SourceConfig source = config.source();
        Server server = new Server("dfs.source", source.host(), source.port(), source.tls(), JdbcUrl.source(source));
        server.open(findings, connection -> {
            new SourceServerCheck(connection, config, findings).check();
            if (findings.isEmpty()) {
                sourceTables.addAll(InformationSchema.read(connection, source.schemas()));
                Captured captured = new Captured(config, sourceTables);
                new SourceTables(captured, findings).check();
                UnfrozenTables.check(connection, captured, findings);
            }
        });
    }

    private void target(TargetConfig target) {
        Server server =
                new Server("dfs.target", target.host(), target.port(), target.tls(), JdbcUrl.targetServer(target));
        server.open(findings, connection -> {
            PacketSize.check(connection, "dfs.target.host", "target", findings);
            boolean there = requireSchema(connection, "dfs.target.schema", target.schema());
            if (!target.checkpointSchema().equals(target.schema())) {
                requireSchema(connection, "dfs.target.checkpoint-schema", target.checkpointSchema());
            }
            if (there) {
                requirePrivileges(connection, target);
                List<TableDefinition> tables = InformationSchema.read(connection, List.of(target.schema()));
                Captured captured = new Captured(config, sourceTables);
                new TargetTablesCheck(captured, tables, findings).check();
                doings(captured, TargetDoings.read(connection, target.schema()));
            }
        });
    }

    private void doings(Captured captured, TargetDoings doings) {
        doings.unseen().ifPresent(doing -> add("dfs.target.user", doing));
        List<String> names = captured.captured()
                .map(table -> table.name().table())
                .distinct()
                .toList();
        Set<String> written = config.targetsOf(names);
        for (String table : names) {
            for (TableConfig settings : config.table(table).targets()) {
                doings.of(settings.target().name().orElse(table), settings, written)
                        .forEach(doing -> add("dfs.tables." + table + "." + doing.setting(), doing));
            }
        }
    }

    private void add(String path, Doing doing) {
        if (doing.kind() == Kind.ACTS) {
            findings.warn(path, doing.what(), doing.fix());
        } else {
            findings.add(path, doing.what(), doing.fix());
        }
    }

    private void requirePrivileges(Connection connection, TargetConfig target) throws SQLException {
        Privileges privileges = new Privileges(Grants.of(connection), "target", target.user());
        privileges.require(target.schema(), Privileges.TARGET, findings);
        if (!target.checkpointSchema().equals(target.schema())) {
            privileges.require(target.checkpointSchema(), Privileges.TARGET, findings);
        }
        List<String> missing = config.rules().ddl() == Ddl.APPLY
                ? privileges.missing(target.schema(), Privileges.TARGET_DDL)
                : List.of();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            findings.add(
                    "dfs.ddl",
                    "apply, but the target's user '" + target.user() + "' lacks " + names + " on the schema '"
                            + target.schema() + "'",
                    "run GRANT " + names + " ON " + Identifiers.quoted(target.schema()) + ".* TO '" + target.user()
                            + "' on the target, or write ddl: stop");
        }
    }

    private void log(LogConfig log) {
        Server server = new Server("dfs.log", log.host(), log.port(), log.tls(), JdbcUrl.logServer(log));
        server.open(findings, connection -> {
            PacketSize.check(connection, "dfs.log.host", "log", findings);
            Grants grants = Grants.of(connection);
            if (Schemas.has(connection, log.schema()) || grants.in(log.schema(), "CREATE")) {
                new Privileges(grants, "log", log.user()).require(log.schema(), Privileges.LOG, findings);
            } else {
                findings.add(
                        "dfs.log.schema",
                        "the log has no schema '" + log.schema() + "' that the user '" + log.user()
                                + "' sees, and the user may not create one",
                        "run CREATE DATABASE `" + log.schema() + "` there, and GRANT ALL ON it");
            }
        });
    }

    private boolean requireSchema(Connection connection, String path, String schema) throws SQLException {
        boolean there = Schemas.has(connection, schema);
        if (!there) {
            findings.add(
                    path,
                    "the target has no schema '" + schema + "' that the user sees",
                    "create it there, or write one that it has");
        }
        return there;
    }
}
