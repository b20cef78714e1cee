package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.TablesBefore;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.preflight.ComputedColumns;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.CreateStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.DropStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SimpleStatementContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Plans how a schema change of the source is carried to the target, through the mapping. */
public final class SchemaMapper {
    /** The list of hundreds of words that the grammar expected instead; it is cut off. */
    private static final Pattern EXPECTED = Pattern.compile(" expecting \\{.*", Pattern.DOTALL);

    private static final SchemaPlan NO_TABLE = new SchemaPlan.LeftOut("it changes no table's definition");

    private final PipelineConfig config;
    private final String targetSchema;
    private final Supplier<ComputedColumns> computed;

    /** @param computed supplies the target's computed columns, as they were read last */
    public SchemaMapper(PipelineConfig config, String targetSchema, Supplier<ComputedColumns> computed) {
        this.config = config;
        this.targetSchema = targetSchema;
        this.computed = computed;
    }

    /** Creates the mapper for a target without known computed columns. */
    public SchemaMapper(PipelineConfig config, String targetSchema) {
        this(config, targetSchema, () -> ComputedColumns.NONE);
    }

    /**
     * Plans a statement.
     *
     * @param target finds a table of the target by its name
     * @param before the tables of the source before the statement
     */
    public SchemaPlan plan(
            SchemaChange change, Function<String, Optional<TableDefinition>> target, TablesBefore before) {
        if (change.table() == null) {
            return NO_TABLE;
        }
        if (change.ghost().isSubject()) {
            return new SchemaPlan.LeftOut("it is about a table that gh-ost or pt-online-schema-change makes next to "
                    + change.table() + "; what is done to that one follows when it takes this one's place");
        }
        try {
            SchemaPlan plan = plan(change, 0, target, before);
            int targets = config.table(change.table().table()).targets().size();
            for (int place = 1; place < targets; place++) {
                plan = plan.and(plan(change, place, target, before));
            }
            return plan;
        } catch (RefusedException e) {
            return new SchemaPlan.Refused(String.valueOf(e.getMessage()), e.isOfRows());
        } catch (UnreadableDdlException e) {
            String why = EXPECTED.matcher(String.valueOf(e.getMessage())).replaceFirst("");
            return unread(change, why, target, before);
        }
    }

    private SchemaPlan unread(
            SchemaChange change, String why, Function<String, Optional<TableDefinition>> target, TablesBefore before) {
        List<String> tables = new ArrayList<>();
        List<Wanted> wanted = new ArrayList<>();
        for (TableDefinition definition : change.definitions()) {
            int targets = config.table(definition.name().table()).targets().size();
            for (int place = 0; place < targets; place++) {
                TargetIdentifiers names = new TargetIdentifiers(
                        config, targetSchema, definition.name().schema(), place, target, before);
                String table = names.table(definition.name());
                tables.add(table);
                if (!definition.columns().isEmpty()) {
                    wanted.add(new Wanted.Table(table, names.columns(definition)));
                }
            }
        }
        return new SchemaPlan.Unread("it cannot be read: " + why, tables, wanted, moved(change, target, before));
    }

    private List<MovedTable> moved(
            SchemaChange change, Function<String, Optional<TableDefinition>> target, TablesBefore before) {
        TargetIdentifiers names = new TargetIdentifiers(config, targetSchema, "", 0, target, before);
        return change.renames().stream()
                .map(rename -> new MovedTable(
                        rename.from(), rename.to(), names.table(rename.from()), names.table(rename.to())))
                .toList();
    }

    /** The target's tables that rows of these tables of the source go to. */
    public Set<String> targetsOf(Collection<TableName> source) {
        return config.targetsOf(source.stream().map(TableName::table).toList());
    }

    private SchemaPlan plan(
            SchemaChange change, int place, Function<String, Optional<TableDefinition>> target, TablesBefore before) {
        String schema = Objects.requireNonNull(change.table()).schema();
        TargetIdentifiers names = new TargetIdentifiers(config, targetSchema, schema, place, target, before);
        if (!change.ghost().statements().isEmpty()) {
            return new ReplacedTable(change, names, computed.get()).plan();
        }
        if (change.statement().isUncertain()) {
            throw new UnreadableDdlException(
                    "it is not certain which foreign keys the source has made or dropped with it, or as which characters it has read a text");
        }
        Ddl ddl = Ddl.parse(change.statement().readable());
        TargetTableStatements statements = new TargetTableStatements(ddl, names, change.definitions(), computed.get());
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

    private static SchemaPlan create(CreateStatementContext create, TargetTableStatements statements) {
        if (create.createTable() != null) {
            return statements.create(create.createTable());
        }
        return create.createIndex() == null ? NO_TABLE : statements.createIndex(create.createIndex());
    }

    private static SchemaPlan drop(
            DropStatementContext drop, TargetIdentifiers names, TargetTableStatements statements) {
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
}
