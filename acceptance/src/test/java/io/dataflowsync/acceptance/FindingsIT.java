package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What preflight finds in tables that fit each other, and yet do not do the same: each finding in its words. */
class FindingsIT {
    private static final String PIPELINE = """
            dfs:
              project: findings
              source:
                host: 127.0.0.1
                port: <source>
                user: dfs
                password: <password>
                schemas: [shop]
              target:
                host: 127.0.0.1
                port: <target>
                user: dfs
                password: <password>
                schema: store
              tables:
                allowed: { allow-triggers: [allowed_made] }
                named: { target: other_name }
            """;

    private static RunDirectory run;
    private static MySql57 source;
    private static MySql80 target;

    private final Path directory;
    private final List<String> warnings = new ArrayList<>();

    FindingsIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        source = MySql57.start(run);
        target = MySql80.start(run);
        source.execute("", "CREATE SCHEMA shop");
        target.execute("", "CREATE SCHEMA store");
        target.grant("store");
        for (String table : List.of("allowed", "changed", "writes", "acts", "calls", "engine", "_acts_old")) {
            source.execute("shop", "CREATE TABLE " + table + " (id INT AUTO_INCREMENT PRIMARY KEY, made DATETIME)");
        }
        source.execute(
                "shop",
                "CREATE TABLE named (id INT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(9) CHARACTER SET utf8mb4 COLLATE"
                        + " utf8mb4_bin UNIQUE)",
                "CREATE TABLE parents (id INT AUTO_INCREMENT PRIMARY KEY)",
                "CREATE TABLE cascading (id INT AUTO_INCREMENT PRIMARY KEY, p INT, CONSTRAINT casc FOREIGN KEY (p)"
                        + " REFERENCES parents (id) ON DELETE CASCADE)",
                "CREATE TABLE following (id INT AUTO_INCREMENT PRIMARY KEY, p INT, CONSTRAINT foll FOREIGN KEY (p)"
                        + " REFERENCES parents (id))",
                "CREATE TABLE loose (id INT AUTO_INCREMENT PRIMARY KEY, parent_id INT, p INT)");
        for (String table : List.of("allowed", "changed", "writes", "acts", "calls")) {
            target.execute("store", "CREATE TABLE " + table + " (id INT AUTO_INCREMENT PRIMARY KEY, made DATETIME)");
        }
        target.execute(
                "store",
                "CREATE TABLE engine (id INT AUTO_INCREMENT PRIMARY KEY, made DATETIME) ENGINE = MyISAM",
                "CREATE TABLE other_name (id INT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(9) CHARACTER SET utf8mb4 COLLATE"
                        + " utf8mb4_general_ci UNIQUE)",
                "CREATE TABLE audit (what TEXT)",
                "CREATE TABLE parents (id INT AUTO_INCREMENT PRIMARY KEY)",
                "CREATE TABLE cascading (id INT AUTO_INCREMENT PRIMARY KEY, p INT, CONSTRAINT casc FOREIGN KEY (p)"
                        + " REFERENCES parents (id))",
                "CREATE TABLE following (id INT AUTO_INCREMENT PRIMARY KEY, p INT, CONSTRAINT foll FOREIGN KEY (p)"
                        + " REFERENCES parents (id) ON UPDATE CASCADE)",
                "CREATE TABLE loose (id INT AUTO_INCREMENT PRIMARY KEY, parent_id INT, p INT, CONSTRAINT own FOREIGN KEY (p)"
                        + " REFERENCES parents (id) ON DELETE SET NULL)",
                "CREATE TRIGGER allowed_made BEFORE INSERT ON allowed FOR EACH ROW SET NEW.made = NOW()",
                "CREATE TRIGGER changed_made BEFORE UPDATE ON changed FOR EACH ROW SET NEW.made = NOW()",
                "CREATE TRIGGER writes_too AFTER INSERT ON writes FOR EACH ROW INSERT INTO parents VALUES (NULL)",
                "CREATE TRIGGER acts_audit AFTER DELETE ON acts FOR EACH ROW INSERT INTO audit VALUES (OLD.id)",
                "CREATE PROCEDURE anything () BEGIN END",
                "CREATE TRIGGER calls_it AFTER INSERT ON calls FOR EACH ROW CALL anything()");
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void whatTheSourceLeavesOpenIsNamed() throws Exception {
        List<Problem> problems = Preflight.checkSource(config(), warning -> warnings.add(warning.toString()));

        assertThat(problems).isEmpty();
        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        "pipeline.yaml:15 dfs.tables._acts_old: the table shop._acts_old is not captured: its name is that of a"
                                + " table which an online schema change makes; write _acts_old: {} under tables to capture it",
                        "pipeline.yaml:15 dfs.tables.loose.references: the column 'loose.parent_id' is named as a reference to"
                                + " 'parents', whose rows get new keys; no foreign key says so, and its values stay as they"
                                + " are; write references: { parent_id: parents } if it is one");
    }

    @Test
    void whatTheTargetDoesOtherwiseIsNamed() throws Exception {
        List<TableDefinition> tables;
        try (Connection connection = source.connect("shop")) {
            tables = InformationSchema.read(connection, List.of("shop"));
        }

        List<Problem> problems = Preflight.checkTarget(config(), tables, warning -> warnings.add(warning.toString()));

        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "pipeline.yaml:15 dfs.tables.changed.allow-triggers: the target's trigger 'changed_made' (BEFORE UPDATE on"
                                + " 'changed') changes the row that is written: it would differ from the source's; drop it"
                                + " there, or write allow-triggers: [changed_made] if it is meant",
                        "pipeline.yaml:15 dfs.tables.writes.allow-triggers: the target's trigger 'writes_too' (AFTER INSERT on"
                                + " 'writes') writes the captured table 'parents': the effects of the source's triggers come"
                                + " with its rows; drop it there, or write allow-triggers: [writes_too] if it is meant",
                        "pipeline.yaml:15 dfs.tables.engine.target: the target's table 'engine' has the engine MyISAM, which has"
                                + " no transactions: after a crash a change could be there twice, or in part; run ALTER TABLE"
                                + " `store`.`engine` ENGINE = InnoDB there",
                        "pipeline.yaml:15 dfs.tables.cascading: the source's foreign key 'casc' says ON DELETE CASCADE, the"
                                + " target's table 'cascading' has ON DELETE NO ACTION for it, or no such foreign key; let the"
                                + " target's foreign key say the same");
        assertThat(warnings)
                .containsExactlyInAnyOrder(
                        "pipeline.yaml:15 dfs.tables.acts.allow-triggers: the target's trigger 'acts_audit' (AFTER DELETE on"
                                + " 'acts') acts for every row that is written; drop it there, or write allow-triggers:"
                                + " [acts_audit] if it is meant",
                        "pipeline.yaml:15 dfs.tables.calls.allow-triggers: the target's trigger 'calls_it' (AFTER INSERT on"
                                + " 'calls') calls a procedure for every row that is written; drop it there, or write"
                                + " allow-triggers: [calls_it] if it is meant",
                        "pipeline.yaml:15 dfs.tables.following: the target's foreign key 'foll' of 'following' says ON UPDATE"
                                + " CASCADE, the source has ON UPDATE NO ACTION: rows of the target may change where those of"
                                + " the source do not; let the target's foreign key say the same",
                        "pipeline.yaml:15 dfs.tables.loose: the target's foreign key 'own' of 'loose' says ON DELETE SET NULL,"
                                + " the source has no such foreign key: rows of the target may change where those of the"
                                + " source do not; let the target's foreign key say the same",
                        "pipeline.yaml:17 dfs.tables.named.columns.code: the target's unique column 'other_name.code' is compared"
                                + " by utf8mb4_general_ci, the source's by utf8mb4_bin: values that differ at the source may be"
                                + " the same there; give the target's column a collation that distinguishes the same values");
    }

    private PipelineConfig config() throws IOException {
        String text = PIPELINE.replace("<source>", String.valueOf(source.port()))
                .replace("<target>", String.valueOf(target.port()))
                .replace("<password>", Engine.PASSWORD);
        return PipelineFile.read(
                Files.writeString(directory.resolve("pipeline.yaml"), text),
                Map.of("DFS_TARGET_ALLOW_PUBLIC_KEY_RETRIEVAL", "true"));
    }
}
