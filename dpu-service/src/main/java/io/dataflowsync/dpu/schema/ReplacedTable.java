package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ColumnOrigins;
import io.dataflowsync.pipeline.preflight.ComputedColumns;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterStatementContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.SimpleStatementContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Plans the change of a table that is replaced by a tool's copy: the target's table is altered as the copy was. */
final class ReplacedTable {
    private final SchemaChange change;
    private final TableName table;
    private final TargetIdentifiers names;
    private final ComputedColumns computed;
    private final List<TargetStatement> statements = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<TableName> rekeyed = new LinkedHashSet<>();
    private ColumnOrigins columns = ColumnOrigins.SAME;

    /** @param computed the target's computed columns */
    ReplacedTable(SchemaChange change, TargetIdentifiers names, ComputedColumns computed) {
        this.change = change;
        this.table = Objects.requireNonNull(change.table());
        this.names = names;
        this.computed = computed;
    }

    SchemaPlan plan() {
        requireTarget();
        Optional<TableDefinition> after = change.definitions().stream()
                .filter(definition -> definition.name().equals(table))
                .findFirst();
        CopiedRows copied = new CopiedRows(names, table, names.before().table(table), after);
        boolean isMade = false;
        for (String sql : change.ghost().statements()) {
            Ddl ddl = Ddl.parse(sql);
            isMade |= ddl.statement().createStatement() != null;
            requireCopy(ddl.statement(), isMade);
            AlterStatementContext alter = ddl.statement().alterStatement();
            if (alter != null && alter.alterTable() != null) {
                copied.statement(Ddl.items(alter.alterTable()));
                SchemaPlan plan = new TargetTableStatements(ddl, names, change.definitions(), computed)
                        .alterCopy(alter.alterTable(), table);
                if (plan instanceof SchemaPlan.Carried carried) {
                    add(carried);
                } else if (plan instanceof SchemaPlan.LeftOut left) {
                    leftOut.add(left.why());
                    follow(left);
                } else {
                    return plan;
                }
            }
        }
        copied.requireExplained();
        if (statements.isEmpty()) {
            return new SchemaPlan.LeftOut(
                    "the table that takes its place differs in nothing that matters on the target",
                    Map.of(table, columns));
        }
        return new SchemaPlan.Carried(statements, leftOut, List.of(), rekeyed, Map.of(table, columns), List.of())
                .requiring(copied.conditions());
    }

    /**
     * Refuses a replacement that is not known to be a copy. If it was the table itself before, or another table, it has rows that are in no
     * event.
     *
     * @param isMade whether it is known how the replacement was made
     */
    private void requireCopy(SimpleStatementContext statement, boolean isMade) {
        boolean renamed = statement.renameTableStatement() != null
                || statement.alterStatement() != null
                        && statement.alterStatement().alterTable() != null
                        && Ddl.items(statement.alterStatement().alterTable()).stream()
                                .anyMatch(Ddl::renamesTable);
        if (renamed || !isMade) {
            String there = names.quotedTable(table);
            throw RefusedException.ofRows("the table that takes the place of " + table
                    + " is not a known copy of it: it was renamed before, or is older than the capture, and its rows"
                    + " since then are in no event. Delete the rows of "
                    + there + " that came from the source, with foreign_key_checks = 0, and give " + there
                    + " the columns that the source's has; " + WayOn.PASS
                    + ", dismiss the dead letters of the table, and read it again with POST /api/v1/capture/snapshots of"
                    + " cdc-service");
        }
    }

    private void requireTarget() {
        String there = names.table(table);
        if (names.target(table).isEmpty()) {
            throw new RefusedException(
                    "the target has no table " + there + " any more, and the one that takes the place of " + table
                            + " was filled by a tool, whose rows are in no event: create " + there
                            + " as the source has " + table
                            + " now, AUTO_INCREMENT where its rows get new keys. The lane goes on by itself; then read the table again with"
                            + " POST /api/v1/capture/snapshots of cdc-service");
        }
    }

    private void add(SchemaPlan.Carried carried) {
        statements.addAll(carried.statements());
        leftOut.addAll(carried.leftOut());
        rekeyed.addAll(carried.rekeyed());
        follow(carried);
    }

    private void follow(SchemaPlan plan) {
        columns = columns.then(plan.columns().getOrDefault(table, ColumnOrigins.SAME));
    }
}
