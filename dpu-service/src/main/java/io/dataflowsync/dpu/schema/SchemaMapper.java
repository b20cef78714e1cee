package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SimpleStatementContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Carries schema changes through the mapping. */
public final class SchemaMapper {
    /** The hundreds of words that a grammar would have taken in place of what it met. */
    private static final Pattern EXPECTED = Pattern.compile(" expecting \\{.*", Pattern.DOTALL);

    private static final SchemaPlan NO_TABLE = new SchemaPlan.LeftOut("it changes no table's definition");

    private final PipelineConfig config;
    private final String targetSchema;

    public SchemaMapper(PipelineConfig config, String targetSchema) {
        this.config = config;
        this.targetSchema = targetSchema;
    }

    /** @param target finds a table of the target by its name */
    public SchemaPlan plan(SchemaChange change, Function<String, Optional<TableDefinition>> target) {
        if (change.table() == null) {
            return NO_TABLE;
        }
        if (change.ofGhost()) {
            return new SchemaPlan.LeftOut("it is about a table that gh-ost or pt-online-schema-change makes beside "
                    + change.table() + "; what is done to that one follows when it takes this one's place");
        }
        try {
            SchemaPlan plan = plan(change, 0, target);
            int targets = config.table(change.table().table()).targets().size();
            for (int place = 1; place < targets; place++) {
                plan = plan.and(plan(change, place, target));
            }
            return plan;
        } catch (RefusedException e) {
            return new SchemaPlan.Refused(String.valueOf(e.getMessage()), e.isOfRows());
        } catch (UnreadableDdlException e) {
            String why = EXPECTED.matcher(String.valueOf(e.getMessage())).replaceFirst("");
            return unread(change, why, target);
        }
    }

    private SchemaPlan unread(SchemaChange change, String why, Function<String, Optional<TableDefinition>> target) {
        List<String> tables = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (TableDefinition definition : change.definitions()) {
            int targets = config.table(definition.name().table()).targets().size();
            for (int place = 0; place < targets; place++) {
                Names names = new Names(config, targetSchema, definition.name().schema(), place, target);
                String table = names.table(definition.name());
                tables.add(table);
                if (!definition.columns().isEmpty()) {
                    wanted.add(new Wanted.Table(table, names.columns(definition)));
                }
            }
        }
        return new SchemaPlan.Unread("it cannot be read: " + why, tables, wanted);
    }

    /** The target's tables that rows of these tables of the source go to. */
    public Set<String> targetsOf(Collection<TableName> source) {
        return config.targetsOf(source.stream().map(TableName::table).toList());
    }

    private SchemaPlan plan(SchemaChange change, int place, Function<String, Optional<TableDefinition>> target) {
        if (!change.ghost().isEmpty()) {
            return replaced(change, place, target);
        }
        if (change.isUncertain()) {
            throw new UnreadableDdlException(
                    "it is not certain which foreign keys the source has made or dropped with it");
        }
        Ddl ddl = Ddl.parse(change.statement());
        String schema = Objects.requireNonNull(change.table()).schema();
        Names names = new Names(config, targetSchema, schema, place, target);
        TableStatements statements = new TableStatements(ddl, names, change.definitions());
        SimpleStatementContext statement = ddl.statement();
        if (statement.alterStatement() != null) {
            AlterStatementContext alter = statement.alterStatement();
            return alter.alterTable() == null ? NO_TABLE : statements.alter(alter.alterTable());
        } else if (statement.createStatement() != null) {
            return create(statement.createStatement(), statements);
        } else if (statement.dropStatement() != null) {
            return drop(statement.dropStatement(), names, statements);
        }
        return statement.renameTableStatement() == null
                ? NO_TABLE
                : statements.rename(statement.renameTableStatement());
    }

    private static SchemaPlan create(CreateStatementContext create, TableStatements statements) {
        if (create.createTable() != null) {
            return statements.create(create.createTable());
        }
        return create.createIndex() == null ? NO_TABLE : statements.createIndex(create.createIndex());
    }

    private static SchemaPlan drop(DropStatementContext drop, Names names, TableStatements statements) {
        if (drop.dropTable() != null) {
            return statements.drop(drop.dropTable());
        } else if (drop.dropIndex() != null) {
            return statements.dropIndex(drop.dropIndex());
        } else if (drop.dropDatabase() != null) {
            String schema = Identifier.last(drop.dropDatabase().schemaRef());
            return names.isCaptured(new TableName(schema, ""))
                    ? new SchemaPlan.Refused("it drops a whole schema", false)
                    : NO_TABLE;
        }
        return NO_TABLE;
    }

    /** What was done to the table that takes this one's place is done to this one on the target. */
    private SchemaPlan replaced(SchemaChange change, int place, Function<String, Optional<TableDefinition>> target) {
        List<TargetStatement> statements = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        Set<TableName> rekeyed = new LinkedHashSet<>();
        ColumnOrigins columns = ColumnOrigins.SAME;
        TableName table = Objects.requireNonNull(change.table());
        String there = new Names(config, targetSchema, table.schema(), place, target).table(table);
        if (target.apply(there).isEmpty()) {
            throw new RefusedException(
                    "the target has no table " + there + " any more, and the one that takes the place of " + table
                            + " was filled by a tool, whose rows are in no event: create " + there
                            + " as the source has " + table
                            + " now, AUTO_INCREMENT where its rows get new keys. The lane goes on by itself; then read the table again with"
                            + " POST /api/v1/capture/snapshots of cdc-service");
        }
        for (String sql : change.ghost()) {
            Ddl ddl = Ddl.parse(sql);
            AlterStatementContext alter = ddl.statement().alterStatement();
            if (alter != null && alter.alterTable() != null) {
                Names names = new Names(config, targetSchema, table.schema(), place, target);
                SchemaPlan plan =
                        new TableStatements(ddl, names, change.definitions()).alter(alter.alterTable(), table);
                if (plan instanceof SchemaPlan.Carried carried) {
                    statements.addAll(carried.statements());
                    leftOut.addAll(carried.leftOut());
                    rekeyed.addAll(carried.rekeyed());
                    columns = columns.then(carried.columns().getOrDefault(table, ColumnOrigins.SAME));
                } else if (plan instanceof SchemaPlan.LeftOut left) {
                    leftOut.add(left.why());
                } else {
                    return plan;
                }
            }
        }
        return statements.isEmpty()
                ? new SchemaPlan.LeftOut("the table that takes its place differs in nothing that matters on the target")
                : new SchemaPlan.Carried(statements, leftOut, List.of(), rekeyed, Map.of(table, columns));
    }
}
