package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.NearestWord;
import io.dataflowsync.pipeline.config.OwnTables;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the file's settings of the source's tables: the tables and their columns must exist. */
final class SourceTables {
    private static final Set<String> DECIMALS = Set.of("decimal", "float", "double");

    private final Captured source;
    private final Findings findings;

    SourceTables(Captured source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    void check() {
        source.config().tables().forEach((name, table) -> {
            List<TableDefinition> definitions = source.named(name);
            if (definitions.isEmpty() && source.config().rules().ddl() == Ddl.APPLY) {
                findings.warn(
                        "dfs.tables." + name,
                        "the source has no table '" + name + "' yet",
                        fix(name, source.names(), "nothing to do if it will be created later"));
            } else if (definitions.isEmpty()) {
                findings.add(
                        "dfs.tables." + name,
                        "the source has no table '" + name + "'",
                        fix(name, source.names(), "write the name of a table, or leave it out"));
            }
            if (!table.skip()) {
                definitions.forEach(definition -> check("dfs.tables." + name, table, definition));
            }
        });
        source.leftOut()
                .forEach(name -> findings.warn(
                        "dfs.tables." + name.table(),
                        "the table " + name
                                + " is not captured: its name is that of a table which an online schema change makes",
                        "write " + name.table() + ": {} under tables to capture it"));
        source.tables().stream()
                .map(TableDefinition::name)
                .filter(name -> OwnTables.has(name.table()))
                .forEach(name -> findings.warn(
                        "dfs.source.schemas",
                        "the table " + name
                                + " is not captured: its name is that of a table which DataFlowSync keeps in a target",
                        "nothing to do if the source is also a target; give a table of your own another name"));
        new LooseReferences(source, findings).check();
    }

    private void check(String path, TableConfig table, TableDefinition definition) {
        new SourceColumns(findings).check(path, table, definition);
        table.keys().key().forEach(column -> requireColumn(path + ".key", definition, column));
        table.references()
                .forEach((column, rule) -> checkReference(path + ".references." + column, definition, column, rule));
        if (table.keys().identity().filter(Identity.Allocate.class::isInstance).isPresent()
                && !definition.hasIntegerKey()) {
            findings.add(
                    path + ".identity",
                    "allocate for a table whose primary key is not one integer column",
                    "leave identity out: such keys are kept, and the references in them rewritten");
        }
        table.keys().adopt().forEach(column -> requireColumn(path + ".adopt.match", definition, column));
        boolean allocates =
                table.keys().identity().orElse(source.config().rules().identity()) instanceof Identity.Allocate;
        if (!table.keys().adopt().isEmpty() && !(allocates && definition.hasIntegerKey())) {
            findings.add(path + ".adopt", "adopt for a table whose rows get no new keys", "leave it out");
        }
    }

    private void requireColumn(String path, TableDefinition table, String column) {
        SourceColumns.require(findings, path, table, column);
    }

    static String fix(String name, List<String> known, String otherwise) {
        return NearestWord.to(name, known)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse(otherwise);
    }

    private void checkReference(String path, TableDefinition table, String column, ReferenceRule rule) {
        requireColumn(path, table, column);
        if (!(rule instanceof ReferenceRule.InJson)) {
            requireNoDecimals(path, table, column);
            requireNumbers(path, table, column, rule);
        }
        if (rule instanceof ReferenceRule.ToTable to) {
            checkParent(path, table, to.table());
        } else if (rule instanceof ReferenceRule.InJson json) {
            json.places().forEach(place -> checkParent(path + ".table", table, place.table()));
        } else if (rule instanceof ReferenceRule.Polymorphic several) {
            if (table.column(several.by()).isEmpty()) {
                requireColumn(path + ".by", table, several.by());
            }
            several.tables().forEach((value, parent) -> checkParent(path + ".tables." + value, table, parent));
            checkKeys(path, table, column, several);
        }
    }

    private void requireNoDecimals(String path, TableDefinition table, String column) {
        table.column(column)
                .filter(found -> DECIMALS.contains(found.baseType()))
                .ifPresent(found -> findings.add(
                        path,
                        "a reference in a column of " + found.type() + ": a key has no decimals",
                        "make it an integer column in the source, or leave the reference out and keep the old key"));
    }

    /** Requires a column of numbers or texts for a reference to integer keys, because only such a column can hold them. */
    private void requireNumbers(String path, TableDefinition table, String column, ReferenceRule rule) {
        boolean namesIntegers = rule.parents().stream()
                .flatMap(name -> source.parent(table.name(), name).stream())
                .anyMatch(parent -> parent.identityColumn().isPresent());
        table.column(column)
                .filter(found -> namesIntegers && !found.canHoldIntegerKeys())
                .filter(found -> !DECIMALS.contains(found.baseType()))
                .ifPresent(
                        found -> findings.add(
                                path,
                                "a reference in a column of " + found.type() + " to keys that are integers",
                                found.baseType().equals("json")
                                        ? "write where in the document the key stands: { path: $.user.id, table: users }"
                                        : "make it an integer or a text column in the source, or leave the reference out and keep the old key"));
    }

    /**
     * Checks that a key with the referring column also has the column that names the table. Otherwise equal new keys of two tables could
     * not be distinguished.
     */
    private void checkKeys(String path, TableDefinition table, String column, ReferenceRule.Polymorphic several) {
        boolean allKeep = several.tables().values().stream().allMatch(name -> source.config()
                .table(TableName.named(name, table.name().schema()).table())
                .keys()
                .identity()
                .orElse(source.config().rules().identity())
                .equals(new Identity.Keep()));
        table.keyWithout(column, several.by())
                .filter(key -> !allKeep)
                .ifPresent(key -> findings.add(
                        path,
                        "the key " + key + " has this column and not '" + several.by()
                                + "': rows of two tables may get the same new key, and two rows of the source would be one",
                        "add '" + several.by()
                                + "' to the key in the source, or write identity: keep for the tables that it names"));
    }

    private void checkParent(String path, TableDefinition table, String name) {
        Optional<TableDefinition> parent = source.parent(table.name(), name);
        if (parent.isEmpty()) {
            findings.add(
                    path,
                    "the source has no table '" + name + "' to refer to",
                    fix(name, source.names(), "write the name of a table"));
        } else if (!source.isCaptured(parent.get().name())) {
            findings.add(
                    path,
                    "refers to the table '" + name + "', which is not captured",
                    "leave out its skip, or this reference");
        }
    }
}
