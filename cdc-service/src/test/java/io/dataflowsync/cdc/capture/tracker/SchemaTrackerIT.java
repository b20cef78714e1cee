package io.dataflowsync.cdc.capture.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.tracker.SourceDescriber.Described;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.TableRename;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Follows statements of a real binlog, and holds each version against what the server said of the table right after the statement. */
class SchemaTrackerIT {
    private static RunDirectory run;
    private static MySql57 source;

    private final Map<BinlogPosition, Acceptance> accepted = new HashMap<>();

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        source = MySql57.start(run);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    private SchemaTracker tracker(String schema) {
        source.execute("", "CREATE SCHEMA " + schema);
        return SchemaTracker.of(
                config(schema), new DefinitionHistory(), place -> Optional.ofNullable(accepted.get(place)), () -> {});
    }

    private static SourceConfig config(String schema) {
        return new SourceConfig(
                source.host(), source.port(), Engine.USER, new Secret(Engine.PASSWORD), List.of(schema));
    }

    private static BinlogPosition endOfBinlog(String schema) throws SQLException {
        Described now = new ServerDescriber(config(schema)).describe(KnownDefinitions.none());
        return now.after();
    }

    /** What the server says of the tables of a schema after one of its statements, which ends at this position. */
    private record Moment(BinlogPosition end, List<TableDefinition> tables) {}

    private static List<Moment> run(String schema, String... statements) throws SQLException {
        List<Moment> moments = new ArrayList<>();
        try (Connection connection = source.connect(schema);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
                moments.add(new Moment(endOfBinlog(schema), InformationSchema.read(connection, List.of(schema))));
            }
        }
        return moments;
    }

    private static List<TableDefinition> known(SchemaTracker tracker, BinlogPosition at) {
        return tracker.history().tablesAt(at).stream()
                .map(table -> table.table().definition())
                .toList();
    }

    @Test
    void everyVersionIsWhatTheServerHadThereHoweverFarTheStreamIsBehind() throws Exception {
        SchemaTracker tracker = tracker("behind");
        run("behind", "CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(10)) DEFAULT CHARSET latin1");
        tracker.beginNow();
        List<Moment> moments = run(
                "behind",
                "ALTER TABLE t DEFAULT CHARACTER SET utf8mb4",
                "ALTER TABLE t ADD COLUMN c VARCHAR(10)",
                "ALTER TABLE t CHANGE COLUMN a a INT AFTER bb, CHANGE COLUMN b bb VARCHAR(10)",
                "ALTER TABLE .t MODIFY a INT FIRST",
                "CREATE TABLE groups (id INT PRIMARY KEY, system INT)",
                "RENAME TABLE t TO tmp, groups TO t, tmp TO groups",
                "CREATE TABLE made LIKE t",
                "DROP TABLE t",
                "CREATE TABLE t (code VARCHAR(5) PRIMARY KEY)");

        tracker.catchUp(moments.get(moments.size() - 1).end());

        for (Moment moment : moments) {
            assertThat(known(tracker, moment.end()))
                    .as("at " + moment.end())
                    .containsExactlyInAnyOrderElementsOf(moment.tables());
        }
    }

    /** As an ALTER does for a moment when it puts the new table in the place of the old one. */
    @Test
    void aTableWhoseFileIsAwayIsWaitedForUntilTheStatementIsInTheBinlog() throws Exception {
        source.execute("", "CREATE SCHEMA moment", "CREATE TABLE moment.t (id INT PRIMARY KEY)");
        TableName table = new TableName("moment", "t");
        Prover prover = new Prover(
                new ServerDescriber(config("moment")),
                new LookAhead(new BinlogScout(config("moment")), () -> {}),
                schema -> true,
                place -> Optional.empty());
        Path file = dataDirectory().resolve("moment/t.frm");
        Path aside = file.resolveSibling("aside");

        prover.describe();
        CompletableFuture<Described> described;
        try (Connection connection = source.connect("moment");
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES t WRITE");
            Files.move(file, aside);
            described = CompletableFuture.supplyAsync(() -> describe(prover));
            await().atMost(Duration.ofSeconds(30)).until(SchemaTrackerIT::isAnyoneWaiting);
            Files.move(aside, file);
            statement.execute("ALTER TABLE t ADD a INT");
        }
        assertThat(described.get().definitions().table(table).orElseThrow().columns())
                .extracting(SourceColumn::name)
                .containsExactly("id", "a");

        source.execute("moment", "DROP TABLE t");
        assertThat(prover.describe().definitions().table(table)).isEmpty();
    }

    private static Described describe(Prover prover) {
        try {
            return prover.describe();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path dataDirectory() throws SQLException {
        try (Connection connection = source.connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@datadir")) {
            row.next();
            return Path.of(row.getString(1));
        }
    }

    private static boolean isAnyoneWaiting() throws SQLException {
        try (Connection connection = source.connect("");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM information_schema.processlist"
                        + " WHERE state = 'Waiting for table metadata lock'")) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /** Behind them stands one that cannot be read, so that what the server has in the end proves none of them. */
    @Test
    void statementsThatNameOtherTablesAreProvenByTheTwoReadings() throws Exception {
        SchemaTracker tracker = tracker("named");
        run(
                "named",
                "CREATE TABLE t (id INT PRIMARY KEY, a VARCHAR(10)) DEFAULT CHARSET latin1",
                "CREATE TABLE `o``dd` (id INT PRIMARY KEY, b INT)",
                "CREATE TABLE words (first INT, after INT, KEY (after))");
        tracker.beginNow();
        List<Moment> moments = run(
                "named",
                "CREATE TABLE made LIKE t",
                "ALTER TABLE made ADD b INT",
                "CREATE TABLE odd_too (LIKE `o``dd`)",
                "RENAME TABLE odd_too TO odd_again",
                "ALTER TABLE odd_again ADD c INT, RENAME TO odd_last",
                "ALTER TABLE odd_last ADD d INT",
                "DROP TABLE made",
                "CREATE TABLE made (id INT PRIMARY KEY, v TEXT CHARACTER SET utf8)",
                "ALTER TABLE made ADD b INT",
                "RENAME TABLE t TO third, made TO t, third TO made",
                "ALTER TABLE made ADD x INT",
                "ALTER TABLE t ADD x INT",
                "ALTER TABLE words MODIFY first INT AFTER after, MODIFY after INT FIRST");

        tracker.catchUp(moments.get(moments.size() - 1).end());

        for (Moment moment : moments) {
            assertThat(known(tracker, moment.end()))
                    .as("at " + moment.end())
                    .containsExactlyInAnyOrderElementsOf(moment.tables());
        }
    }

    @Test
    void aSwapKeepsWhatEachTableWas() throws Exception {
        SchemaTracker tracker = tracker("swap");
        run(
                "swap",
                "CREATE TABLE owner (id INT PRIMARY KEY)",
                "CREATE TABLE pet (id INT PRIMARY KEY, owner_id INT, CONSTRAINT o FOREIGN KEY (owner_id) REFERENCES owner (id))",
                "CREATE TABLE next (id INT PRIMARY KEY, n INT)");
        tracker.beginNow();
        List<Moment> moments = run(
                "swap",
                "ALTER TABLE pet DROP FOREIGN KEY o",
                "ALTER TABLE pet CHANGE owner_id keeper INT",
                "ALTER TABLE owner CHANGE id ident INT NOT NULL",
                "RENAME TABLE pet TO old, next TO pet");

        tracker.catchUp(moments.get(3).end());

        TableName owner = new TableName("swap", "owner");
        assertThat(former(tracker, "pet", moments.get(0).end())).containsExactly(former("o", "owner_id", owner, "id"));
        assertThat(former(tracker, "pet", moments.get(1).end())).containsExactly(former("o", "keeper", owner, "id"));
        assertThat(former(tracker, "pet", moments.get(2).end())).containsExactly(former("o", "keeper", owner, "ident"));
        assertThat(former(tracker, "old", moments.get(3).end())).containsExactly(former("o", "keeper", owner, "ident"));
        assertThat(former(tracker, "pet", moments.get(3).end())).isEmpty();
    }

    /** Applications join by the name of the day, whichever it was when the constraint went. */
    @Test
    void aFormerReferenceMeansTheTableThatTakesAnyNameOfItsParent() throws Exception {
        SchemaTracker tracker = tracker("lost");
        run(
                "lost",
                "CREATE TABLE owner (id INT PRIMARY KEY)",
                "CREATE TABLE next (id INT PRIMARY KEY)",
                "CREATE TABLE third (id INT PRIMARY KEY)",
                "CREATE TABLE pet (id INT PRIMARY KEY, owner_id INT, CONSTRAINT o FOREIGN KEY (owner_id) REFERENCES owner (id))",
                "CREATE TABLE toy (id INT PRIMARY KEY, owner_id INT, CONSTRAINT t FOREIGN KEY (owner_id) REFERENCES next (id))");
        tracker.beginNow();
        List<Moment> moments = run(
                "lost",
                "ALTER TABLE pet DROP FOREIGN KEY o",
                "ALTER TABLE toy DROP FOREIGN KEY t",
                "RENAME TABLE owner TO owner2",
                "RENAME TABLE owner2 TO owner_last, next TO owner2",
                "RENAME TABLE owner2 TO owner3",
                "RENAME TABLE third TO owner2");

        tracker.catchUp(moments.get(5).end());

        TableName owner2 = new TableName("lost", "owner2");
        assertThat(former(tracker, "pet", moments.get(2).end())).containsExactly(former("o", "owner_id", owner2, "id"));
        assertThat(former(tracker, "pet", moments.get(3).end()))
                .as("the table that has taken the name, not owner_last")
                .containsExactly(former("o", "owner_id", owner2, "id"));
        assertThat(former(tracker, "toy", moments.get(4).end()))
                .containsExactly(former("t", "owner_id", new TableName("lost", "owner3"), "id"));
        assertThat(former(tracker, "toy", moments.get(5).end()))
                .as("its parent was next, owner2 and owner3")
                .containsExactly(former("t", "owner_id", owner2, "id"));
    }

    @Test
    void aCopyThatTakesTheTablesPlaceRefersToWhatItReferredTo() throws Exception {
        SchemaTracker tracker = tracker("copied");
        run(
                "copied",
                "CREATE TABLE owner (id INT PRIMARY KEY)",
                "CREATE TABLE pet (id INT PRIMARY KEY, owner_id INT, dam INT,"
                        + " CONSTRAINT o FOREIGN KEY (owner_id) REFERENCES owner (id), CONSTRAINT d FOREIGN KEY (dam) REFERENCES pet (id))");
        tracker.beginNow();
        List<Moment> moments = run(
                "copied",
                "ALTER TABLE pet DROP FOREIGN KEY o, DROP FOREIGN KEY d",
                "CREATE TABLE _pet_gho LIKE pet",
                "ALTER TABLE _pet_gho MODIFY owner_id BIGINT, ADD COLUMN x INT",
                "RENAME TABLE pet TO _pet_del, _pet_gho TO pet");

        tracker.catchUp(moments.get(3).end());

        assertThat(former(tracker, "pet", moments.get(3).end()))
                .containsExactlyInAnyOrder(
                        former("o", "owner_id", new TableName("copied", "owner"), "id"),
                        former("d", "dam", new TableName("copied", "pet"), "id"));
    }

    private static ForeignKey former(String name, String column, TableName parent, String parentColumn) {
        return new ForeignKey(
                name,
                List.of(column),
                parent,
                List.of(parentColumn),
                ForeignKey.Rule.NO_ACTION,
                ForeignKey.Rule.NO_ACTION,
                true);
    }

    private static List<ForeignKey> former(SchemaTracker tracker, String table, BinlogPosition at) {
        String schema = tracker.history().tablesAt(at).get(0).name().schema();
        return tracker.history()
                .at(new TableName(schema, table), at)
                .flatMap(DefinitionHistory.Version::table)
                .orElseThrow()
                .formerReferences();
    }

    @Test
    void aTableThatIsKeyedOtherwiseKeepsTheKeyThatItHadFirst() throws Exception {
        SchemaTracker tracker = tracker("rekeyed");
        run(
                "rekeyed",
                "CREATE TABLE t (id INT NOT NULL, code CHAR(4) NOT NULL, PRIMARY KEY (id))",
                "CREATE TABLE plain (a INT NOT NULL)");
        tracker.beginNow();
        List<Moment> moments = run(
                "rekeyed",
                "ALTER TABLE t CHANGE id ident BIGINT NOT NULL",
                "ALTER TABLE t DROP PRIMARY KEY, ADD PRIMARY KEY (code)",
                "ALTER TABLE t CHANGE ident number BIGINT NOT NULL, RENAME TO u",
                "ALTER TABLE u DROP PRIMARY KEY, ADD PRIMARY KEY (number)",
                "CREATE TABLE _u_new (number BIGINT PRIMARY KEY, code CHAR(4), v INT)",
                "RENAME TABLE u TO _u_old, _u_new TO u",
                "ALTER TABLE u DROP COLUMN number",
                "DROP TABLE u",
                "CREATE TABLE u (number BIGINT PRIMARY KEY)",
                "ALTER TABLE plain ADD PRIMARY KEY (a)");

        tracker.catchUp(moments.get(moments.size() - 1).end());

        assertThat(firstKeys(tracker, moments, 0, "t")).isNull();
        assertThat(firstKeys(tracker, moments, 1, "t")).containsExactly("ident");
        assertThat(firstKeys(tracker, moments, 2, "u")).containsExactly("number");
        assertThat(firstKeys(tracker, moments, 3, "u")).containsExactly("number");
        assertThat(firstKeys(tracker, moments, 5, "u"))
                .as("a tool's copy takes its place")
                .containsExactly("number");
        assertThat(firstKeys(tracker, moments, 6, "u")).as("the column is gone").isEmpty();
        assertThat(firstKeys(tracker, moments, 8, "u")).as("another table").isNull();
        assertThat(firstKeys(tracker, moments, 8, "plain")).isNull();
        assertThat(firstKeys(tracker, moments, 9, "plain")).as("it had none").isEmpty();
    }

    private static @Nullable List<String> firstKeys(
            SchemaTracker tracker, List<Moment> moments, int behind, String table) {
        return tracker.history()
                .at(new TableName("rekeyed", table), moments.get(behind).end())
                .flatMap(DefinitionHistory.Version::table)
                .orElseThrow()
                .definition()
                .firstKey();
    }

    @Test
    void aTableThatRefersToOneWhoseKeyHasAnotherNameHasAVersionOfItsOwn() throws Exception {
        SchemaTracker tracker = tracker("renamed");
        run(
                "renamed",
                "CREATE TABLE parent (id INT PRIMARY KEY)",
                "CREATE TABLE child (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES parent (id))",
                "CREATE TABLE apart (id INT PRIMARY KEY)");
        tracker.beginNow();
        BinlogPosition end = run("renamed", "ALTER TABLE parent CHANGE id ident INT NOT NULL")
                .get(0)
                .end();

        tracker.catchUp(end);

        BinlogPosition statement = tracker.history()
                .at(new TableName("renamed", "parent"), end)
                .orElseThrow()
                .since();
        assertThat(tracker.history()
                        .at(new TableName("renamed", "child"), end)
                        .orElseThrow()
                        .since())
                .isEqualTo(statement);
        assertThat(tracker.history()
                        .at(new TableName("renamed", "apart"), end)
                        .orElseThrow()
                        .since())
                .isLessThan(statement);
    }

    @Test
    void whatNothingProvesStopsUntilSomebodyAcceptsIt() throws Exception {
        SchemaTracker tracker = tracker("unproven");
        run("unproven", "CREATE TABLE t (id INT PRIMARY KEY)");
        BinlogPosition began = tracker.beginNow();
        // A procedure's text is not in the binlog: what it did stands there as one that the reader is not told of.
        List<Moment> moments = run("unproven", "ALTER TABLE t ADD COLUMN a INT", "ALTER TABLE t ADD COLUMN b INT");
        List<BinlogScout.Scouted> statements = new ArrayList<>();
        new BinlogScout(config("unproven")).read(began, moments.get(1).end(), statements::add, reached -> {});
        BinlogScout.Scouted first = statements.get(0);
        String other = "ALTER TABLE t ADD COLUMN a INT UNIMAGINABLE";

        assertThatThrownBy(() -> tracker.follow(first.place(), first.end(), other, first.session(), 0))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("cannot be read");

        accepted.put(first.place(), new Acceptance(""));
        Optional<Followed> followed = tracker.follow(first.place(), first.end(), other, first.session(), 0);
        assertThat(followed).isPresent();
    }

    /** UNICODE says the character set, and the engine does not know that. */
    @Test
    void aStatementThatTheTwoReadDifferentlyIsNotProvenByThem() throws Exception {
        SchemaTracker tracker = tracker("readings");
        run(
                "readings",
                "CREATE TABLE t (id INT PRIMARY KEY)",
                "CREATE TABLE words (first INT, after INT, KEY (after))");
        BinlogPosition began = tracker.beginNow();
        List<Moment> moments = run(
                "readings",
                "ALTER TABLE t ADD COLUMN a CHAR(5) UNICODE",
                "ALTER TABLE t ADD COLUMN c INT",
                "ALTER TABLE words MODIFY first INT AFTER after, MODIFY after INT FIRST");
        BinlogScout.Scouted first =
                statements("readings", began, moments.get(2).end()).get(0);

        assertThatThrownBy(() -> follow(tracker, first))
                .isInstanceOf(UnprovenException.class)
                .hasMessageStartingWith("readings.t: read by us (id int, a char ucs2), by the engine (id int, a char");
    }

    @Test
    void aDefinitionThatComesWithASkipIsTaken() throws Exception {
        SchemaTracker tracker = tracker("provided");
        run("provided", "CREATE TABLE t (id INT PRIMARY KEY)");
        BinlogPosition began = tracker.beginNow();
        List<Moment> moments = run("provided", "ALTER TABLE t ADD COLUMN a INT", "ALTER TABLE t ADD COLUMN b INT");
        BinlogScout.Scouted first =
                statements("provided", began, moments.get(1).end()).get(0);
        String other = "ALTER TABLE t ADD COLUMN a INT UNIMAGINABLE";
        tracker.requireReadable("CREATE TABLE t (id INT PRIMARY KEY, a INT)", "provided");
        accepted.put(first.place(), new Acceptance("CREATE TABLE t (id INT PRIMARY KEY, a INT)"));

        tracker.follow(first.place(), first.end(), other, first.session(), 0);

        assertThat(known(tracker, first.end())).isEqualTo(moments.get(0).tables());
        assertThatThrownBy(() -> tracker.requireReadable("ALTER TABLE t ADD COLUMN a INT", "provided"))
                .hasMessage("the definition that came with the skip is no CREATE TABLE of a captured schema");
        assertThatThrownBy(() -> tracker.requireReadable("CREATE TABLE t (id INT", "provided"))
                .hasMessage("the definition that came with the skip cannot be read: expected ')', found the end");
    }

    @Test
    void tablesInheritTheCharacterSetThatTheirSchemaHadWhenTheyWereMade() throws Exception {
        SchemaTracker tracker = tracker("inherit");
        tracker.beginNow();
        List<String> statements = new ArrayList<>();
        List<String> alterations = List.of(
                "ALTER DATABASE CHARACTER SET latin1",
                "ALTER DATABASE CHARACTER SET = gbk",
                "ALTER SCHEMA DEFAULT CHARACTER SET latin2",
                "ALTER DATABASE DEFAULT CHARSET = ucs2",
                "ALTER DATABASE COLLATE utf8_bin",
                "ALTER DATABASE DEFAULT COLLATE = 'cp1250_bin'",
                "ALTER SCHEMA inherit CHARACTER SET DEFAULT",
                "ALTER SCHEMA `inherit` CHARSET utf8mb4 COLLATE utf8mb4_bin",
                "/* by hand */ alter database inherit default character set greek default collate greek_bin",
                "DROP DATABASE inherit",
                "CREATE DATABASE inherit CHARACTER SET cp1251",
                "DROP SCHEMA IF EXISTS inherit",
                "CREATE SCHEMA IF NOT EXISTS inherit");
        for (int i = 0; i < alterations.size(); i++) {
            statements.add(alterations.get(i));
            if (!alterations.get(i).startsWith("DROP")) {
                statements.add("CREATE TABLE inherit.t" + i + " (id INT PRIMARY KEY, v TEXT, w VARCHAR(9))");
                statements.add("ALTER TABLE inherit.t" + i + " ADD COLUMN x VARCHAR(5)");
            }
        }
        List<Moment> moments = run("inherit", statements.toArray(String[]::new));

        tracker.catchUp(moments.get(moments.size() - 1).end());

        for (int i = 0; i < moments.size(); i++) {
            assertThat(known(tracker, moments.get(i).end()))
                    .as("after " + statements.get(i))
                    .containsExactlyInAnyOrderElementsOf(moments.get(i).tables());
        }
    }

    @Test
    void whatASchemaWasBeforeAStatementThatIsStillToComeIsNotGuessedAfterARestart() throws Exception {
        SchemaTracker first = tracker("restarted");
        run("restarted", "ALTER DATABASE CHARACTER SET latin1");
        BinlogPosition began = first.beginNow();
        run(
                "restarted",
                "CREATE TABLE t (id INT PRIMARY KEY, v TEXT)",
                "ALTER DATABASE CHARACTER SET cp1250",
                "ALTER TABLE t CONVERT TO CHARACTER SET cp1250");
        List<BinlogScout.Scouted> statements = statements("restarted", began, endOfBinlog("restarted"));
        SchemaTracker second = SchemaTracker.of(
                config("restarted"), first.history(), place -> Optional.ofNullable(accepted.get(place)), () -> {});
        second.streamFrom(statements.get(0).place());

        assertThatThrownBy(() -> follow(second, statements.get(0)))
                .hasMessage("what restarted.t was before is not known");

        accepted.put(
                statements.get(0).place(),
                new Acceptance("CREATE TABLE t (id INT PRIMARY KEY, v TEXT) DEFAULT CHARSET=latin1"));
        for (BinlogScout.Scouted statement : statements) {
            follow(second, statement);
        }
        assertThat(charsetOfV("restarted", second, statements.get(0).end())).isEqualTo("latin1_swedish_ci");
        assertThat(charsetOfV("restarted", second, statements.get(2).end())).isEqualTo("cp1250_general_ci");
    }

    @Test
    void whatAStatementMakesASchemaIsKnownAfterARestartBeforeIt() throws Exception {
        SchemaTracker first = tracker("told");
        BinlogPosition began = first.beginNow();
        run(
                "told",
                "ALTER DATABASE CHARACTER SET latin1",
                "CREATE TABLE t (id INT PRIMARY KEY, v TEXT)",
                "ALTER DATABASE CHARACTER SET cp1250",
                "ALTER TABLE t CONVERT TO CHARACTER SET cp1250");
        List<BinlogScout.Scouted> statements = statements("told", began, endOfBinlog("told"));
        SchemaTracker second = SchemaTracker.of(config("told"), first.history(), place -> Optional.empty(), () -> {});
        second.streamFrom(statements.get(0).place());

        for (BinlogScout.Scouted statement : statements) {
            follow(second, statement);
        }
        assertThat(charsetOfV("told", second, statements.get(1).end())).isEqualTo("latin1_swedish_ci");
        assertThat(charsetOfV("told", second, statements.get(3).end())).isEqualTo("cp1250_general_ci");
    }

    private static String charsetOfV(String schema, SchemaTracker tracker, BinlogPosition at) {
        return tracker.history()
                .at(new TableName(schema, "t"), at)
                .flatMap(DefinitionHistory.Version::table)
                .orElseThrow()
                .table()
                .columns()
                .get(1)
                .collation();
    }

    private static void follow(SchemaTracker tracker, BinlogScout.Scouted statement) throws Exception {
        tracker.follow(statement.place(), statement.end(), statement.sql(), statement.session(), 0);
    }

    private static List<BinlogScout.Scouted> statements(String schema, BinlogPosition from, BinlogPosition to)
            throws Exception {
        List<BinlogScout.Scouted> statements = new ArrayList<>();
        new BinlogScout(config(schema)).read(from, to, statements::add, reached -> {});
        return statements;
    }

    @Test
    void aStatementThatCannotBeReadIsWhatTheServerMadeOfItWhereNothingFollows() throws Exception {
        SchemaTracker tracker = tracker("unread");
        run("unread", "CREATE TABLE t (id INT PRIMARY KEY)");
        BinlogPosition began = tracker.beginNow();
        Moment moment = run("unread", "ALTER TABLE t ADD COLUMN a INT").get(0);
        List<BinlogScout.Scouted> statements = new ArrayList<>();
        new BinlogScout(config("unread")).read(began, moment.end(), statements::add, reached -> {});
        BinlogScout.Scouted first = statements.get(0);

        tracker.follow(first.place(), first.end(), "ALTER TABLE t ADD COLUMN a INT UNIMAGINABLE", first.session(), 0);

        assertThat(known(tracker, moment.end())).isEqualTo(moment.tables());
    }

    /** The server may name the foreign keys after the new table or the old one, and let those of other tables follow or not. */
    @Test
    void aTableThatIsRenamedByAStatementThatCannotBeReadIsStillTheSame() throws Exception {
        SchemaTracker tracker = tracker("unreadrename");
        run(
                "unreadrename",
                "CREATE TABLE pet (id INT PRIMARY KEY)",
                "CREATE TABLE toy (id INT, code INT UNIQUE, p INT, q INT, doc TEXT, PRIMARY KEY (id),"
                        + " FOREIGN KEY (p) REFERENCES pet (id), CONSTRAINT q FOREIGN KEY (q) REFERENCES pet (id))",
                "CREATE TABLE part (id INT PRIMARY KEY, t INT, CONSTRAINT part_of FOREIGN KEY (t) REFERENCES toy (id))");
        tracker.beginNow();
        List<Moment> moments = run(
                "unreadrename",
                "ALTER TABLE toy DROP FOREIGN KEY q",
                "ALTER TABLE toy MODIFY doc LONGTEXT, CHANGE q r INT, RENAME TO toy2",
                "CREATE TABLE apart (id INT PRIMARY KEY)");

        List<Followed> followed = tracker.catchUp(moments.get(2).end());

        assertThat(new Lineage(followed.get(1).effects()).renames())
                .containsExactly(
                        new TableRename(new TableName("unreadrename", "toy"), new TableName("unreadrename", "toy2")));
        assertThat(known(tracker, moments.get(1).end()))
                .isEqualTo(moments.get(1).tables());
        TrackedTable toy2 = tracker.history()
                .at(new TableName("unreadrename", "toy2"), moments.get(1).end())
                .flatMap(DefinitionHistory.Version::table)
                .orElseThrow();
        assertThat(Stream.concat(toy2.table().foreignKeys().stream(), toy2.formerReferences().stream()))
                .as("5.7.22 loses the foreign key without a name here; the column refers as before")
                .extracting(ForeignKey::columns)
                .containsExactlyInAnyOrder(List.of("p"), List.of("r"));
    }

    @Test
    void whatAStatementThatCannotBeReadMadeOfReferencesIsAskedToo() throws Exception {
        SchemaTracker tracker = tracker("unreadkey");
        run("unreadkey", "CREATE TABLE pet (id INT PRIMARY KEY)", "CREATE TABLE toy (id INT PRIMARY KEY, p INT)");
        BinlogPosition began = tracker.beginNow();
        List<Moment> moments = run(
                "unreadkey",
                "ALTER TABLE toy ADD CONSTRAINT of_pet FOREIGN KEY (p) REFERENCES pet (id)",
                "CREATE TABLE apart (id INT PRIMARY KEY)",
                "ALTER TABLE pet ADD COLUMN a INT");
        BinlogScout.Scouted first =
                statements("unreadkey", began, moments.get(0).end()).get(0);

        assertThatThrownBy(() ->
                        tracker.follow(first.place(), first.end(), "ALTER TABLE toy ADD WHAT", first.session(), 0))
                .isInstanceOf(UnprovenException.class)
                .hasMessageContaining("a later one changes its tables or what they refer to");

        SchemaTracker another = tracker("unreadkey2");
        run("unreadkey2", "CREATE TABLE pet (id INT PRIMARY KEY)", "CREATE TABLE toy (id INT PRIMARY KEY, p INT)");
        began = another.beginNow();
        moments = run(
                "unreadkey2",
                "ALTER TABLE toy ADD CONSTRAINT of_pet FOREIGN KEY (p) REFERENCES pet (id)",
                "CREATE TABLE apart (id INT PRIMARY KEY)");
        BinlogScout.Scouted second =
                statements("unreadkey2", began, moments.get(0).end()).get(0);

        another.follow(second.place(), second.end(), "ALTER TABLE toy ADD WHAT", second.session(), 0);

        assertThat(known(another, moments.get(0).end()))
                .isEqualTo(moments.get(0).tables());
    }

    @Test
    void aStatementThatWasReadOtherwiseThanTheServerHasTheTableIsNotCarried() throws Exception {
        SchemaTracker tracker = tracker("misread");
        run("misread", "CREATE TABLE t (id INT PRIMARY KEY)");
        BinlogPosition began = tracker.beginNow();
        Moment moment = run("misread", "ALTER TABLE t ADD COLUMN a BIGINT").get(0);
        BinlogScout.Scouted first = statements("misread", began, moment.end()).get(0);

        Followed followed = tracker.follow(
                        first.place(), first.end(), "ALTER TABLE t ADD COLUMN a INT", first.session(), 0)
                .orElseThrow();

        assertThat(known(tracker, moment.end())).isEqualTo(moment.tables());
        assertThat(followed.canonical()).isEqualTo(DdlStatement.UNCERTAIN);
        assertThat(tracker.follow(first.place(), first.end(), first.sql(), first.session(), 0)
                        .orElseThrow()
                        .canonical())
                .isEqualTo("ALTER TABLE `misread`.`t` ADD COLUMN `a` BIGINT");
    }

    /** The engine that a table gets by its session's default is in no binlog; one but InnoDB keeps no foreign key. */
    @Test
    void aTableOfAnotherEngineThanWasReadHasTheServersReferencesWhateverFollows() throws Exception {
        SchemaTracker tracker = tracker("engines");
        run("engines", "CREATE TABLE p (id INT PRIMARY KEY)");
        BinlogPosition began = tracker.beginNow();
        List<Moment> moments = run(
                "engines",
                "SET SESSION default_storage_engine = MyISAM",
                "CREATE TABLE c (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE)",
                "CREATE TABLE unrelated (id INT PRIMARY KEY)");
        BinlogScout.Scouted made =
                statements("engines", began, moments.get(1).end()).get(0);

        Followed followed = tracker.follow(made.place(), made.end(), made.sql(), made.session(), 0)
                .orElseThrow();

        assertThat(followed.canonical()).isEqualTo(DdlStatement.UNCERTAIN);
        assertThat(known(tracker, moments.get(1).end()))
                .isEqualTo(moments.get(1).tables());
    }

    @Test
    void aStreamThatBeginsEarlierKnowsTheTablesThatNoStatementHasChangedSince() throws Exception {
        SchemaTracker tracker = tracker("earlier");
        run("earlier", "CREATE TABLE same (id INT PRIMARY KEY)", "CREATE TABLE other (id INT PRIMARY KEY)");
        BinlogPosition earlier = endOfBinlog("earlier");
        run("earlier", "ALTER TABLE other ADD COLUMN a INT");
        tracker.beginNow();

        tracker.streamFrom(earlier);

        assertThat(tracker.history().tablesAt(earlier))
                .extracting(TrackedTable::name)
                .containsExactly(new TableName("earlier", "same"));
    }
}
