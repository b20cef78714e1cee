package io.dataflowsync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.RowDifference;
import io.dataflowsync.verify.Verification;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Targets that are right, and targets that somebody has broken: is exactly that reported? */
class ComparisonIT {
    private static RunDirectory run;
    private static Compared servers;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = Compared.start(run);
    }

    @AfterAll
    static void end() {
        run.close();
    }

    /** A table per subclass over three levels, one that refers to itself by a key that is a reference, and part of a key. */
    private static final String[] FAMILY = {
        "CREATE TABLE person (id INT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(10))",
        "CREATE TABLE employee (id INT PRIMARY KEY, boss INT, FOREIGN KEY (id) REFERENCES person (id),"
                + " FOREIGN KEY (boss) REFERENCES employee (id))",
        "CREATE TABLE manager (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES employee (id))",
        "CREATE TABLE note (id INT PRIMARY KEY AUTO_INCREMENT, manager INT, FOREIGN KEY (manager) REFERENCES manager (id))",
        "CREATE TABLE bay (person INT, no INT, PRIMARY KEY (person, no), FOREIGN KEY (person) REFERENCES person (id))",
        "CREATE TABLE box (id INT PRIMARY KEY AUTO_INCREMENT, person INT, bay INT,"
                + " FOREIGN KEY (person, bay) REFERENCES bay (person, no))",
        "CREATE TABLE mark (id INT PRIMARY KEY AUTO_INCREMENT, person INT, FOREIGN KEY (person) REFERENCES bay (person))"
    };

    private static void family(String project) {
        servers.make(project);
        servers.source().execute(project, FAMILY);
        servers.target().execute(project, FAMILY);
        servers.source()
                .execute(
                        project,
                        "INSERT INTO person VALUES (1, 'a'), (2, 'b'), (3, 'c')",
                        "INSERT INTO employee VALUES (1, NULL), (2, 1)",
                        "INSERT INTO manager VALUES (2)",
                        "INSERT INTO note VALUES (7, 2)",
                        "INSERT INTO bay VALUES (1, 1), (2, 1), (2, 2)",
                        "INSERT INTO box VALUES (1, 1, 1), (2, 2, 1), (3, 2, 2)",
                        "INSERT INTO mark VALUES (1, 2)");
        servers.target()
                .execute(
                        project,
                        "INSERT INTO person VALUES (1001, 'a'), (1002, 'b'), (1003, 'c')",
                        "INSERT INTO employee VALUES (1001, NULL), (1002, 1001)",
                        "INSERT INTO manager VALUES (1002)",
                        "INSERT INTO note VALUES (1007, 1002)",
                        "INSERT INTO bay VALUES (1001, 1), (1002, 1), (1002, 2)",
                        "INSERT INTO box VALUES (1001, 1001, 1), (1002, 1002, 1), (1003, 1002, 2)",
                        "INSERT INTO mark VALUES (1001, 1002)");
        servers.relate(project, "person", 1, 2, 3);
        servers.relate(project, "note", 7);
        servers.relate(project, "box", 1, 2, 3);
        servers.relate(project, "mark", 1);
    }

    @Test
    void keysThatAreReferencesAreFollowedToTheirEnd() throws SQLException, IOException {
        family("family");
        assertThat(servers.verify("family", OwnRowTest.NONE, ""))
                .isEqualTo(new Verification(7, 14, 14, 0, 0, List.of(), List.of(), List.of()));
    }

    @Test
    void whatIsBrokenIsReportedAndNothingElse() throws SQLException, IOException {
        family("broken");
        servers.target()
                .execute(
                        "broken",
                        "SET foreign_key_checks = 0",
                        "UPDATE box SET person = 1001 WHERE id = 1002",
                        "UPDATE box SET person = 1002 WHERE id = 1001",
                        "UPDATE note SET manager = 2",
                        "UPDATE employee SET boss = 1002 WHERE id = 1002",
                        "DELETE FROM mark",
                        "UPDATE person SET v = 'x' WHERE id = 1003",
                        "INSERT INTO bay VALUES (1003, 1)");
        assertThat(servers.differences("broken"))
                .containsExactlyInAnyOrder(
                        "box id='1001' person: expected '1001', target has '1002'",
                        "box id='1002' person: expected '1002', target has '1001'",
                        "note id='1007' manager: expected '1002', target has '2'",
                        "employee id='1002' boss: expected '1001', target has '1002'",
                        "mark id='1001' *: expected 'a row: {id=1001, person=1002}', target has 'no such row'",
                        "person id='1003' v: expected 'c', target has 'x'",
                        "bay person='1003', no='1' *: expected 'no such row', target has 'a row'");
    }

    private static final String PET =
            "CREATE TABLE pet (id INT PRIMARY KEY AUTO_INCREMENT, owner_id INT, n VARCHAR(20))";
    private static final String FOREIGN_KEY =
            "ALTER TABLE pet ADD CONSTRAINT fk FOREIGN KEY (owner_id) REFERENCES owner (id)";

    /** The constraint is gone at both ends; one row was written under it, and one has the source's key as it was. */
    private static void pets(String project) {
        servers.make(project);
        String owner = "CREATE TABLE owner (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20))";
        servers.source().execute(project, owner, PET);
        servers.target().execute(project, owner, PET);
        servers.source()
                .execute(
                        project,
                        "INSERT INTO owner VALUES (1, 'a'), (2, 'b')",
                        "INSERT INTO pet VALUES (1, 2, 'p1'), (2, 2, 'p2')");
        servers.target()
                .execute(
                        project,
                        "INSERT INTO owner VALUES (1001, 'a'), (1002, 'b')",
                        "INSERT INTO pet VALUES (1001, 1002, 'p1'), (1002, 2, 'p2')");
        servers.relate(project, "owner", 1, 2);
        servers.relate(project, "pet", 1, 2);
    }

    private static String definition(String project, String version, String foreignKeys) {
        return definition(project, version, foreignKeys, "id", "owner_id", "n");
    }

    private static String definition(String project, String version, String foreignKeys, String... columns) {
        String each = Stream.of(columns)
                .map(column ->
                        "{\"name\":\"" + column + "\",\"type\":\"int(11)\",\"nullable\":true,\"generated\":false,"
                                + "\"autoIncrement\":false,\"hasDefault\":true,\"collation\":\"\",\"onUpdate\":false}")
                .collect(Collectors.joining(","));
        return "{\"name\":{\"schema\":\"%1$s\",\"table\":\"pet\"},\"columns\":[%4$s],\"primaryKey\":[\"id\"],\"uniqueKeys\":[],\"foreignKeys\":[%3$s],\"version\":\"%2$s\"}"
                .formatted(project, version, foreignKeys, each);
    }

    private static String foreignKey(String project) {
        return "{\"name\":\"fk\",\"columns\":[\"owner_id\"],\"parent\":{\"schema\":\"" + project
                + "\",\"table\":\"owner\"},\"parentColumns\":[\"id\"],\"onDelete\":\"NO_ACTION\",\"onUpdate\":\"NO_ACTION\","
                + "\"dropped\":false}";
    }

    private static final String PUBLISHED =
            "pet.owner_id: taken for a reference only because of what the pipeline has published of the table before";
    private static final String STRANGER = "pet id='1002' owner_id: expected '1002', target has '2'";

    @Test
    void aReferenceThatTheTargetStillHasIsCompared() throws SQLException, IOException {
        pets("atthetarget");
        servers.target().execute("atthetarget", "SET foreign_key_checks = 0", FOREIGN_KEY);
        Verification verification = servers.verify("atthetarget", OwnRowTest.NONE, "");
        assertThat(verification.differences())
                .extracting(RowDifference::toString)
                .containsExactly(STRANGER);
        assertThat(verification.remarks())
                .containsExactly("pet.owner_id: taken for a reference only because of the target's foreign key");
    }

    @Test
    void aReferenceThatTheTopicTellsOfIsCompared() throws SQLException, IOException {
        pets("onthetopic");
        servers.publish("onthetopic", definition("onthetopic", "", foreignKey("onthetopic")));
        servers.publish("onthetopic", definition("onthetopic", "b.000001:90", ""));
        assertThat(servers.differences("onthetopic")).containsExactly(STRANGER);
    }

    @Test
    void aReferenceThatTheLogTellsOfIsCompared() throws SQLException, IOException {
        pets("inthelog");
        servers.logged("inthelog", 80, "pet", FOREIGN_KEY, definition("inthelog", "", foreignKey("inthelog")));
        servers.logged("inthelog", 90, "pet", "ALTER TABLE pet DROP FOREIGN KEY fk", definition("inthelog", "", ""));
        assertThat(servers.differences("inthelog")).containsExactly(STRANGER);
    }

    @Test
    void aTableThatWasCreatedAnewHasNoReferencesFromBefore() throws SQLException, IOException {
        pets("anew");
        servers.publish("anew", definition("anew", "b.000001:70", foreignKey("anew")));
        servers.logged("anew", 80, "pet", "CREATE TABLE pet (id INT)", definition("anew", "", ""));
        servers.target().execute("anew", "UPDATE pet SET owner_id = 2");
        assertThat(servers.differences("anew")).isEmpty();
    }

    private static final String PLAIN = "pet id='1001' owner_id: expected '2', target has '1002'";

    @Test
    void aColumnThatHasNothingButTheNameOfAReferenceIsNone() throws SQLException, IOException {
        pets("nameonly");
        servers.publish("nameonly", definition("nameonly", "b.000001:70", foreignKey("nameonly")));
        servers.publish("nameonly", definition("nameonly", "b.000001:80", "", "id", "n"));
        servers.publish("nameonly", definition("nameonly", "b.000001:90", "", "id", "owner_id", "n"));
        assertThat(servers.differences("nameonly")).containsExactly(PLAIN);
    }

    @Test
    void aColumnThatTakesTheNameOfAReferenceInOneStatementIsNone() throws SQLException, IOException {
        pets("atonce");
        servers.logged("atonce", 80, "pet", FOREIGN_KEY, definition("atonce", "", foreignKey("atonce")));
        servers.logged(
                "atonce",
                90,
                "pet",
                "ALTER TABLE `atonce`.`pet` DROP FOREIGN KEY `fk`, DROP COLUMN `owner_id`, ADD COLUMN `owner_id` INT COMMENT ''as `id`''",
                definition("atonce", "", ""));
        assertThat(servers.differences("atonce")).containsExactly(PLAIN);
    }

    @Test
    void aReferenceGoesWithItsColumnUnderAnotherName() throws SQLException, IOException {
        pets("renamed");
        servers.logged(
                "renamed",
                80,
                "pet",
                "ALTER TABLE `renamed`.`pet` ADD `keeper` INT",
                definition(
                        "renamed",
                        "",
                        foreignKey("renamed").replace("owner_id", "keeper"),
                        "id",
                        "owner_id",
                        "keeper",
                        "n"));
        servers.logged(
                "renamed",
                90,
                "pet",
                "ALTER TABLE `renamed`.`pet` CHANGE `owner_id` `old` INT, CHANGE `keeper` `owner_id` INT",
                definition(
                        "renamed", "", foreignKey("renamed").replace("false", "true"), "id", "old", "owner_id", "n"));
        servers.logged("renamed", 95, "pet", "ALTER TABLE `renamed`.`pet` DROP `old`", definition("renamed", "", ""));
        assertThat(servers.differences("renamed")).containsExactly(STRANGER);
    }

    @Test
    void aReferenceGoesWithItsTableUnderAnotherName() throws SQLException, IOException {
        pets("othername");
        String before = definition("othername", "", foreignKey("othername")).replace("\"pet\"", "\"animal\"");
        servers.logged("othername", 80, "animal", FOREIGN_KEY, before);
        servers.logged(
                "othername",
                90,
                "pet",
                "RENAME TABLE `othername`.`animal` TO `othername`.`pet`",
                definition("othername", "", ""));
        assertThat(servers.differences("othername")).containsExactly(STRANGER);
    }

    @Test
    void aDeclaredReferenceIsCompared() throws SQLException, IOException {
        pets("declared");
        Verification verification =
                servers.verify("declared", OwnRowTest.NONE, "tables: { pet: { references: { owner_id: owner } } }");
        assertThat(verification.differences())
                .extracting(RowDifference::toString)
                .containsExactly(STRANGER);
    }

    /** A table that was swapped while rows waited, as an UPDATE and a DELETE without a condition leave it. */
    @Test
    void rowsThatWereOverwrittenOrDeletedAreReported() throws SQLException, IOException {
        servers.make("swapped");
        String[] tables = {
            "CREATE TABLE item (code VARCHAR(20) PRIMARY KEY, n VARCHAR(20))",
            "CREATE TABLE item__old (id INT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20))"
        };
        servers.source().execute("swapped", tables);
        servers.target().execute("swapped", tables);
        servers.source()
                .execute(
                        "swapped",
                        "INSERT INTO item VALUES ('k', 'new')",
                        "INSERT INTO item__old VALUES (2, 'bb'), (3, 'c')");
        servers.target().execute("swapped", "INSERT INTO item__old VALUES (1002, 'bb'), (1003, 'bb')");
        servers.relate("swapped", "item__old", 2);
        assertThat(servers.verify("swapped", OwnRowTest.NONE, ""))
                .isEqualTo(new Verification(
                        2,
                        3,
                        3,
                        1,
                        0,
                        List.of(
                                new RowDifference("item", "code='k'", "*", "a row: {code=k, n=new}", "no such row"),
                                new RowDifference(
                                        "item__old",
                                        "id='(no relationship)'",
                                        "*",
                                        "a row: {id=(no relationship), n=c}",
                                        "no such row"),
                                new RowDifference("item__old", "id='1003'", "*", "no such row", "a row")),
                        List.of(),
                        List.of()));
    }

    @Test
    void aReferenceToNowhereIsCountedAndMustNotNameARowOfTheTargetsOwn() throws SQLException, IOException {
        pets("nowhere");
        servers.source().execute("nowhere", "INSERT INTO pet VALUES (3, 77, 'p3')");
        servers.target()
                .execute("nowhere", "UPDATE pet SET owner_id = 1002", "INSERT INTO pet VALUES (1003, 1077, 'p3')");
        servers.relate("nowhere", "pet", 3);
        servers.relate("nowhere", "owner", 77);
        servers.publish("nowhere", definition("nowhere", "", foreignKey("nowhere")));
        Verification alone = servers.verify("nowhere", OwnRowTest.NONE, "");
        assertThat(alone).isEqualTo(new Verification(2, 5, 5, 0, 1, List.of(), List.of(), List.of(PUBLISHED)));

        servers.target().execute("nowhere", "INSERT INTO owner VALUES (1077, 'own')");
        OwnRowTest own = (table, row) -> table.equals("owner") && "own".equals(row.get("n"));
        assertThat(servers.verify("nowhere", own, "").differences())
                .extracting(RowDifference::toString)
                .containsExactly("pet a row with the source's owner_id=77 owner_id: expected 'no row of nowhere.owner',"
                        + " target has '1077, which is the target's own'");
    }

    @Test
    void relationshipsThatAreNotOneToOneAreReported() throws SQLException, IOException {
        pets("shared");
        servers.log()
                .execute(
                        "dfs_shared",
                        "INSERT INTO relationship VALUES ('shared.owner', '9', 'owner', '1002'),"
                                + " ('shared.owner', '1', 'owner', '1055')");
        assertThat(servers.differences("shared"))
                .contains(
                        "owner 1002 relationship: expected 'the key of shared.owner 9 alone', target has 'also shared.owner 2'",
                        "owner 1055 relationship: expected 'one new key for shared.owner 1', target has 'also 1001'");
    }

    @Test
    void aGeneratedKeyAndNamesInAnotherCaseAreNoDifference() throws SQLException, IOException {
        servers.make("computed");
        servers.source()
                .execute(
                        "computed",
                        "CREATE TABLE t (A INT, v VARCHAR(10), b INT AS (A + 1) STORED PRIMARY KEY)",
                        "INSERT INTO t (A, v) VALUES (1, 'x'), (2, 'y')");
        servers.target()
                .execute(
                        "computed",
                        "CREATE TABLE t (a INT, V VARCHAR(10), b INT AS (a + 1) STORED PRIMARY KEY)",
                        "INSERT INTO t (a, v) VALUES (1, 'x'), (2, 'z')");
        assertThat(servers.differences("computed"))
                .containsExactlyInAnyOrder(
                        "t A='2', v='y' *: expected 'a row: {A=2, v=y, b=3}', target has 'no such row'",
                        "t A='2', v='z' *: expected 'no such row', target has 'a row'");
    }

    @Test
    void numbersAreComparedWithAllOfTheirDigitsAndTheSignOfZero() throws SQLException, IOException {
        servers.make("digits");
        servers.source()
                .execute(
                        "digits",
                        "CREATE TABLE t (id VARCHAR(2) PRIMARY KEY, f FLOAT, d DOUBLE, wide FLOAT, printed FLOAT, z DOUBLE)",
                        "INSERT INTO t VALUES (1, 20000.02, 0.1, 20000.02, 20000.02, -0e0), (2, 3.4e38, 5e-324, 1e-45, 1e10, 1)");
        servers.target()
                .execute(
                        "digits",
                        "CREATE TABLE t (id VARCHAR(2) PRIMARY KEY, f FLOAT, d DOUBLE, wide DOUBLE, printed VARCHAR(20), z DOUBLE)",
                        "INSERT INTO t VALUES (1, 20000.02, 0.1, 20000.02, '20000', -0e0), (2, 3.4e38, 5e-324, 1.4e-45, '10000000000', 1)");
        assertThat(servers.differences("digits")).isEmpty();

        servers.target().execute("digits", "UPDATE t SET f = 20000.03, z = 0 WHERE id = 1");
        assertThat(servers.differences("digits"))
                .containsExactly(
                        "t id='1' f: expected '20000.02', target has '20000.03'",
                        "t id='1' z: expected '-0', target has '0'");
    }

    @Test
    void whatIsComputedIsComparedUnlessItIsMadeOfNewKeys() throws SQLException, IOException {
        servers.make("madeof");
        String[] tables = {
            "CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, doc JSON, twice INT AS (a * 2) STORED,"
                    + " more INT AS (twice + 1) VIRTUAL, word VARCHAR(20) AS (doc->>'$.n') VIRTUAL)",
            // 8.0 takes no column that is made of a key which the server numbers.
            "CREATE TABLE k (id INT PRIMARY KEY, label VARCHAR(9) AS (CONCAT('k', id)) VIRTUAL)"
        };
        servers.source().execute("madeof", tables);
        servers.target().execute("madeof", tables);
        servers.source()
                .execute(
                        "madeof",
                        "INSERT INTO t (id, a, doc) VALUES (1, 5, '{\"n\": 30.0}')",
                        "INSERT INTO k (id) VALUES (1)");
        servers.target()
                .execute(
                        "madeof",
                        "INSERT INTO t (id, a, doc) VALUES (1001, 5, '{\"n\": 30.0}')",
                        "INSERT INTO k (id) VALUES (1001)");
        servers.relate("madeof", "t", 1);
        servers.relate("madeof", "k", 1);
        Verification verification = servers.verify("madeof", OwnRowTest.NONE, "");
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.uncompared()).containsExactly("k.label: computed from id, which gets new values");

        servers.target().execute("madeof", "ALTER TABLE t MODIFY more INT AS (twice + 2) VIRTUAL");
        assertThat(servers.differences("madeof")).containsExactly("t id='1001' more: expected '11', target has '12'");
    }

    @Test
    void aColumnThatTheTargetLacksIsADifferenceUnlessAStatementHasAddedIt() throws SQLException, IOException {
        pets("lacks");
        servers.target().execute("lacks", "UPDATE pet SET owner_id = 2", "ALTER TABLE pet DROP n");
        assertThat(servers.differences("lacks"))
                .containsExactly("pet * n: expected 'a column', target has 'no such column'");
        assertThat(servers.verify("lacks", OwnRowTest.NONE, "tables: { pet: { columns: { n: { drop: true } } } }")
                        .differences())
                .isEmpty();

        servers.publish("lacks", definition("lacks", "b.000001:70", "", "id", "owner_id"));
        Verification verification = servers.verify("lacks", OwnRowTest.NONE, "");
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.uncompared())
                .containsExactly("pet.n: added by a statement of the source, and not there on the target");
        assertThat(servers.verify("lacks", OwnRowTest.NONE, "ddl: apply").differences())
                .extracting(RowDifference::toString)
                .containsExactly("pet * n: expected 'a column', target has 'no such column'");
    }

    @Test
    void aTableToWhichNothingLeadsAnyMoreIsNamed() throws SQLException, IOException {
        pets("nolonger");
        servers.target().execute("nolonger", "UPDATE pet SET owner_id = 2");
        servers.source().execute("nolonger", "DROP TABLE owner");
        String noWay = "no table of the source leads to it any more";
        Verification verification = servers.verify("nolonger", OwnRowTest.NONE, "");
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.remarks()).containsExactly("owner: " + noWay + "; it has 2 rows of the pipeline");
        assertThat(servers.verify("nolonger", OwnRowTest.NONE, "ddl: apply").differences())
                .containsExactly(new RowDifference("owner", "*", "*", noWay, "2 rows of the pipeline"));

        servers.target()
                .execute(
                        "nolonger", "CREATE TABLE kept (code VARCHAR(9) PRIMARY KEY)", "INSERT INTO kept VALUES ('a')");
        servers.log()
                .execute(
                        "dfs_nolonger",
                        "INSERT INTO dpu_log (action, status, target_table) VALUES ('insert', 'applied', 'kept')");
        assertThat(servers.verify("nolonger", OwnRowTest.NONE, "ddl: apply").remarks())
                .containsExactly("kept: " + noWay + "; the pipeline has written rows there, and it has rows");
    }

    @Test
    void whatIsNoMemberIsNotTheEmptyMember() throws SQLException, IOException {
        servers.make("members");
        String table = "CREATE TABLE t (id VARCHAR(2) PRIMARY KEY, e ENUM('', 'a'), v ENUM('b'))";
        servers.source()
                .execute(
                        "members",
                        table,
                        "SET SESSION sql_mode = ''",
                        "INSERT INTO t VALUES (1, 'none', 'none'), (2, '', 'b'), (3, NULL, NULL)");
        servers.target()
                .execute(
                        "members",
                        table.replace("v ENUM('b')", "v VARCHAR(9)"),
                        "SET SESSION sql_mode = ''",
                        "INSERT INTO t VALUES (1, 0, ''), (2, 1, 'b'), (3, NULL, NULL)");
        assertThat(servers.differences("members")).isEmpty();

        servers.target().execute("members", "UPDATE t SET e = '' WHERE id = 1");
        assertThat(servers.differences("members")).containsExactly("t id='1' e: expected '(no member)', target has ''");
    }

    @Test
    void nothingComparedIsSaid() throws SQLException, IOException {
        pets("nothing");
        Map<String, String> sentences = Map.of(
                "tables: { owner: { skip: true }, pet: { skip: true } }",
                "nothing was compared: no captured table of the source was found",
                "tables: { owner: { filter: 'id > 99' }, pet: { filter: 'id > 99' } }",
                "nothing was compared: none of the source's 4 rows is to be on the target");
        for (Map.Entry<String, String> sentence : sentences.entrySet()) {
            Verification verification = servers.verify("nothing", (t, row) -> true, sentence.getKey());
            assertThat(verification.nothingCompared()).contains(sentence.getValue());
            assertThat(verification.differences()).isEmpty();
            assertThat(verification.isClean()).isFalse();
        }
    }

    @Test
    void tablesThatAreLeftOutByTheirNamesAreNamed() throws SQLException, IOException {
        pets("leftout");
        servers.source()
                .execute("leftout", "CREATE TABLE _pet_old (id INT PRIMARY KEY)", "INSERT INTO _pet_old VALUES (1)");
        Verification verification = servers.verify("leftout", OwnRowTest.NONE, "");
        assertThat(verification.uncompared()).containsExactly("leftout._pet_old: left out by its name");
        assertThat(Stream.of(verification.tables(), (int) verification.rows())).containsExactly(2, 4);
    }
}
