package io.dataflowsync.dpu.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.GhostTable;
import io.dataflowsync.contract.event.LaneRouting;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.TableRename;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.Tables;
import io.dataflowsync.dpu.mapping.TablesBefore;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.TableConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaMapperTest {
    private static final EventOrigin ORIGIN =
            new EventOrigin("f:4:0", new SourcePosition("f", 4, 0, null, null), Instant.EPOCH, Instant.EPOCH);
    private static final Map<String, TableConfig> TABLES = Map.of(
            "orders",
            TestTables.columns(
                    TableConfig.OnTarget.named("sales"),
                    Map.of("name", named("label"), "secret", dropped(), "tier", mapped())),
            "audit",
            TableConfig.SKIPPED);

    private static ColumnRule named(String target) {
        return rule(false, Optional.of(target), Map.of());
    }

    private static ColumnRule dropped() {
        return rule(true, Optional.empty(), Map.of());
    }

    private static ColumnRule mapped() {
        return rule(false, Optional.empty(), Map.of("A", "gold"));
    }

    private static ColumnRule rule(boolean drop, Optional<String> target, Map<String, String> map) {
        return new ColumnRule(
                new ColumnRule.OnTopic(drop, Optional.empty(), Optional.empty()),
                target,
                true,
                ColumnRule.Values.of(map, Optional.empty(), Optional.empty()));
    }

    private static final TablesBefore NOT_KNOWN = TablesBefore.of(TestTables.config(TABLES), List.of());

    private final SchemaMapper mapper = new SchemaMapper(TestTables.config(TABLES), "store");
    private final TableDefinition sales =
            TestTables.numbered(TestTables.table("sales", "#id bigint", "label varchar(20)", "tier varchar(9)"));

    private SchemaPlan plan(String sql) {
        return plan(new SchemaChange(ORIGIN, TestTables.name("orders"), sql, List.of()));
    }

    private SchemaPlan plan(SchemaChange change) {
        return mapper.plan(change, name -> name.equals("sales") ? Optional.of(sales) : Optional.empty(), NOT_KNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER TABLE orders ADD COLUMN n INT | ALTER TABLE `store`.`sales` ADD COLUMN `n` INT",
                "alter table `shop`.`orders` add n int not null default 5 first | ALTER TABLE `store`.`sales` ADD COLUMN `n` int not null default 5 FIRST",
                "ALTER TABLE orders ADD n INT AFTER name | ALTER TABLE `store`.`sales` ADD COLUMN `n` INT AFTER `label`",
                "ALTER TABLE orders ADD n INT AFTER Secret | ALTER TABLE `store`.`sales` ADD COLUMN `n` INT",
                "ALTER TABLE orders ADD n INT AFTER elsewhere | ALTER TABLE `store`.`sales` ADD COLUMN `n` INT",
                "ALTER TABLE orders ADD a INT, ADD b INT AFTER a | ALTER TABLE `store`.`sales` ADD COLUMN `a` INT, ADD COLUMN `b` INT AFTER `a`",
                "ALTER TABLE orders ADD (a INT, secret INT), DROP secret | ALTER TABLE `store`.`sales` ADD COLUMN `a` INT",
                "ALTER TABLE orders ADD g INT AS (LENGTH(name) + `orders`.`tier`) STORED | ALTER TABLE `store`.`sales` ADD COLUMN `g` INT AS (LENGTH(`label`) + `tier`) STORED",
                "ALTER TABLE orders ADD n INT AFTER j, CHANGE name j INT | ALTER TABLE `store`.`sales` ADD COLUMN `n` INT AFTER `j`, CHANGE COLUMN `label` `j` INT",
                "ALTER TABLE orders ADD n INT CHECK (n > name) COMMENT 'c' | ALTER TABLE `store`.`sales` ADD COLUMN `n` INT  COMMENT 'c'",
                "ALTER TABLE orders DROP COLUMN NAME | ALTER TABLE `store`.`sales` DROP COLUMN `label`",
                "ALTER TABLE orders MODIFY name VARCHAR(40) NOT NULL | ALTER TABLE `store`.`sales` MODIFY COLUMN `label` VARCHAR(40) NOT NULL",
                "ALTER TABLE orders MODIFY id BIGINT NOT NULL DEFAULT 0 | ALTER TABLE `store`.`sales` MODIFY COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT",
                "ALTER TABLE orders CHANGE name title TEXT | ALTER TABLE `store`.`sales` CHANGE COLUMN `label` `title` TEXT",
                "ALTER TABLE orders RENAME COLUMN name TO title | ALTER TABLE `store`.`sales` RENAME COLUMN `label` TO `title`",
                "ALTER TABLE orders ALTER name SET DEFAULT 'x', ALTER tier DROP DEFAULT | ALTER TABLE `store`.`sales` ALTER `label` SET DEFAULT 'x', ALTER `tier` DROP DEFAULT",
                "ALTER TABLE orders ADD INDEX by_name (name(5), id) | ALTER TABLE `store`.`sales` ADD INDEX `by_name` (`label`(5), `id`)",
                "ALTER TABLE orders ADD UNIQUE (name), DROP KEY old | ALTER TABLE `store`.`sales` ADD UNIQUE (`label`), DROP INDEX `old`",
                "ALTER TABLE items ADD CONSTRAINT fk FOREIGN KEY (o) REFERENCES orders (name) ON DELETE CASCADE | ALTER TABLE `store`.`items` ADD CONSTRAINT `fk` FOREIGN KEY (`o`) REFERENCES `store`.`sales` (`label`) ON DELETE CASCADE",
                "ALTER TABLE items DROP FOREIGN KEY fk, DROP INDEX fk | ALTER TABLE `store`.`items` DROP FOREIGN KEY `fk`, DROP INDEX `fk`",
                "ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4, ENGINE=MyISAM | ALTER TABLE `store`.`sales` CONVERT TO CHARACTER SET utf8mb4",
                "CREATE INDEX i USING BTREE ON orders (name) LOCK=NONE | CREATE INDEX `i` USING BTREE ON `store`.`sales` (`label`)",
                "CREATE UNIQUE INDEX i ON orders (name) | CREATE UNIQUE INDEX `i` ON `store`.`sales` (`label`)",
                "DROP INDEX i ON orders | DROP INDEX `i` ON `store`.`sales`",
                "RENAME TABLE orders TO items | RENAME TABLE `store`.`sales` TO `store`.`items`",
                "ALTER TABLE orders RENAME items | RENAME TABLE `store`.`sales` TO `store`.`items`",
                "DROP TABLE IF EXISTS orders, audit | DROP TABLE `store`.`sales`",
                "CREATE TABLE more LIKE items | CREATE TABLE `store`.`more` LIKE `store`.`items`",
            })
    void aStatementIsCarriedUnderTheTargetsNames(String source, String target) {
        assertThat(plan(source).sql()).isEqualTo(target);
    }

    @Test
    void aTableIsMadeWithoutWhatIsTheTargetsOwnMatter() {
        assertThat(
                        plan("CREATE TABLE IF NOT EXISTS more (id INT UNSIGNED NOT NULL AUTO_INCREMENT, o INT REFERENCES x (y),"
                                        + " `rank` VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'a' COMMENT 'c', CHECK (o > 1),"
                                        + " PRIMARY KEY (id), KEY (o), CONSTRAINT f FOREIGN KEY (o) REFERENCES shop.orders (id),"
                                        + " FOREIGN KEY (o) REFERENCES audit (id)) ENGINE=MyISAM AUTO_INCREMENT=7 DEFAULT CHARSET=latin1"
                                        + " ROW_FORMAT=FIXED COMMENT='t' PARTITION BY HASH (id) PARTITIONS 2")
                                .sql())
                .isEqualTo("CREATE TABLE `store`.`more` (`id` INT UNSIGNED NOT NULL AUTO_INCREMENT, `o` INT,"
                        + " `rank` VARCHAR(9) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT 'a' COMMENT 'c',"
                        + " PRIMARY KEY (`id`), KEY (`o`), CONSTRAINT `f` FOREIGN KEY (`o`) REFERENCES `store`.`sales` (`id`))"
                        + " DEFAULT CHARSET=latin1 COMMENT='t'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER TABLE orders DROP PRIMARY KEY | DROP PRIMARY KEY, ADD INDEX (`id`)",
                "DROP INDEX `PRIMARY` ON orders | DROP PRIMARY KEY, ADD INDEX (`id`)",
                "ALTER TABLE orders DROP INDEX `primary` | DROP PRIMARY KEY, ADD INDEX (`id`)",
                "ALTER TABLE orders ADD PRIMARY KEY (name(4)), ADD n INT, DROP PRIMARY KEY | ADD COLUMN `n` INT, DROP PRIMARY KEY, ADD PRIMARY KEY (`label`(4)), ADD INDEX (`id`)",
                "ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (id, name) | DROP PRIMARY KEY, ADD PRIMARY KEY (`id`, `label`)",
                "ALTER TABLE orders DROP PRIMARY KEY, CHANGE id number BIGINT NOT NULL | CHANGE COLUMN `id` `number` BIGINT NOT NULL AUTO_INCREMENT, DROP PRIMARY KEY, ADD INDEX (`number`)",
                "ALTER TABLE orders DROP PRIMARY KEY, DROP id, ADD PRIMARY KEY (name) | DROP COLUMN `id`, DROP PRIMARY KEY, ADD PRIMARY KEY (`label`)",
                "ALTER TABLE orders DROP id, ADD n INT NOT NULL PRIMARY KEY | DROP COLUMN `id`, ADD COLUMN `n` INT NOT NULL, ADD PRIMARY KEY (`n`)",
                "ALTER TABLE orders MODIFY name CHAR(9) KEY | MODIFY COLUMN `label` CHAR(9), ADD PRIMARY KEY (`label`)",
                "ALTER TABLE orders ADD CONSTRAINT p PRIMARY KEY USING BTREE (name) | ADD CONSTRAINT `p` PRIMARY KEY USING BTREE (`label`)",
            })
    void aChangedKeyIsCarriedAsOnePart(String source, String parts) {
        SchemaPlan plan = plan(source);

        assertThat(plan.sql().replaceAll(" +", " ")).isEqualTo("ALTER TABLE `store`.`sales` " + parts);
        assertThat(((SchemaPlan.Carried) plan).rekeyed()).containsExactly(TestTables.name("orders"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER TABLE orders ADD n INT AUTO_INCREMENT UNIQUE | SELECT 1 FROM `store`.`sales` LIMIT 1",
                "ALTER TABLE orders MODIFY name INT AUTO_INCREMENT | SELECT 1 FROM `store`.`sales` WHERE `label` IS NULL OR `label` = 0 LIMIT 1",
                "ALTER TABLE orders CHANGE name n INT AUTO_INCREMENT | SELECT 1 FROM `store`.`sales` WHERE `label` IS NULL OR `label` = 0 LIMIT 1",
                "ALTER TABLE orders MODIFY id INT AUTO_INCREMENT | ~~",
            })
    void whatTheSourceHasNumberedIsCarriedWhereNothingIsToBeNumbered(String source, String query) {
        TargetStatement statement =
                ((SchemaPlan.Carried) plan(source)).statements().get(0);

        assertThat(statement.conditions())
                .extracting(TargetStatement.Condition::query)
                .isEqualTo(query.isEmpty() ? List.of() : List.of(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ADD n INT | `n` IS NOT NULL",
                "ADD n INT NOT NULL DEFAULT 5 | NOT (`n` <=> 5) OR TYPE NOT IN (NUMBERS)",
                "ADD (m TEXT NULL DEFAULT NULL) | `m` IS NOT NULL",
                "ADD n VARCHAR(9) NOT NULL | NOT (EXACT(`n`) <=> EXACT('')) OR TYPE NOT IN (TEXTS)",
                "ADD n ENUM('a', 'b') DEFAULT 'b' | NOT (EXACT(`n`) <=> EXACT('b')) OR TYPE NOT IN (TEXTS)",
                "ADD n ENUM('a', 'b') NOT NULL | `n` IS NULL OR `n` IS NOT NULL",
                "ADD n DATE DEFAULT '2020-01-02' | NOT (`n` <=> '2020-01-02')",
                "ADD n DECIMAL(5,2) NOT NULL | NOT (`n` <=> 0) OR TYPE NOT IN (NUMBERS)",
                "ADD n DATE NOT NULL | `n` IS NULL OR `n` IS NOT NULL",
                "ADD n DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP | NOT (`n` <=> CURRENT_TIMESTAMP)",
                "ADD n TIME NOT NULL | NOT (`n` <=> '00:00:00')",
                "ADD n FLOAT DEFAULT 0.1 | NOT (`n` <=> (SELECT v FROM JSON_TABLE(JSON_ARRAY(0.1), '$[0]' COLUMNS (v FLOAT PATH '$')) AS s)) OR TYPE NOT IN (NUMBERS)",
                "ADD n INT AS (tier + 1) | `n` IS NULL OR `n` IS NOT NULL",
                "DROP name, ADD label INT | ~~",
                "CHANGE name title INT, ADD label INT | ~~",
            })
    void aNewColumnThatTheTargetHasMustHaveWhatTheSourcesRowsGet(String change, String others) {
        TargetStatement statement = ((SchemaPlan.Carried) plan("ALTER TABLE orders " + change))
                .statements()
                .get(0);

        assertThat(statement.conditions())
                .extracting(TargetStatement.Condition::query)
                .isEqualTo(
                        others.isEmpty()
                                ? List.of()
                                : List.of("SELECT 1 FROM `store`.`sales` WHERE " + written(others) + " LIMIT 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "MODIFY name VARCHAR(9) AS (DATE_FORMAT(day, '%M')) STORED | true",
                "CHANGE name title VARCHAR(9) AS (MONTHNAME(day)) STORED | true",
                "MODIFY name INT AS (id + 1) STORED | false",
                "MODIFY name VARCHAR(9) AS (MONTHNAME(day)) VIRTUAL | false",
                "MODIFY name VARCHAR(9) AS (CONCAT(v)) STORED, ADD v VARCHAR(9) AS (MONTHNAME(day)) | true",
                "MODIFY name VARCHAR(9) AS (CONCAT(c)) STORED, ADD c CHAR(9) | true",
            })
    void aStoredColumnThatTheTargetMayComputeOtherwiseIsMadeWhereThereAreNoRows(String change, boolean needsNoRows) {
        TargetStatement statement = ((SchemaPlan.Carried) plan("ALTER TABLE orders " + change))
                .statements()
                .get(0);

        assertThat(statement.conditions().stream().map(TargetStatement.Condition::query))
                .filteredOn("SELECT 1 FROM `store`.`sales` LIMIT 1"::equals)
                .hasSize(needsNoRows ? 1 : 0);
    }

    @Test
    void aNewStoredColumnCountsAsMadeOnceSomebodyHasMadeIt() {
        TargetStatement statement = ((SchemaPlan.Carried)
                        plan("ALTER TABLE orders ADD m VARCHAR(9) AS (MONTHNAME(day)) STORED"))
                .statements()
                .get(0);

        assertThat(statement.conditions()).last().satisfies(condition -> {
            assertThat(condition.query()).isEqualTo("SELECT 1 FROM `store`.`sales` LIMIT 1");
            assertThat(condition.why())
                    .startsWith("the column `m` may get other values in the rows of `store`.`sales` than the source's"
                            + " rows have: the target computes it with names of months or days");
            assertThat(condition.unless()).isEqualTo(new Wanted.Column("sales", "m", true));
        });
    }

    /** With the words in capitals as they are in SQL. */
    private static String written(String others) {
        return others.replaceAll("EXACT\\(([^)]*)\\)", "CAST(CONVERT($1 USING utf8mb4) AS BINARY)")
                .replace(
                        "TYPE",
                        "(SELECT data_type FROM information_schema.columns WHERE table_schema = 'store' AND table_name"
                                + " = 'sales' AND column_name = 'n')")
                .replace(
                        "NUMBERS",
                        "'tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'float', 'double', 'bit'")
                .replace(
                        "TEXTS",
                        "'char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'binary', 'varbinary',"
                                + " 'tinyblob', 'blob', 'mediumblob', 'longblob', 'enum', 'set'");
    }

    @Test
    void aTableWhoseRowsGetNewKeysIsNumberedByTheTarget() {
        TableDefinition more = TestTables.table("more", "#id int", "n int");
        SchemaChange change = new SchemaChange(
                ORIGIN, more.name(), "CREATE TABLE more (id INT NOT NULL DEFAULT 0 PRIMARY KEY, n INT)", List.of(more));
        assertThat(plan(change).sql())
                .isEqualTo("CREATE TABLE `store`.`more` (`id` INT NOT NULL  PRIMARY KEY AUTO_INCREMENT, `n` INT)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER TABLE audit ADD n INT | the table shop.audit is not captured",
                "ALTER TABLE orders ENGINE=InnoDB | nothing of it matters on the target: ENGINE=InnoDB",
                "ALTER TABLE orders AUTO_INCREMENT = 100 | nothing of it matters on the target: AUTO_INCREMENT = 100",
                "ALTER TABLE orders DROP secret | nothing of it matters on the target: the column secret, which is not captured",
                "ALTER TABLE orders MODIFY tier CHAR(2) | nothing of it matters on the target: the type of tier: its values differ on the target",
                "ALTER TABLE orders ADD PARTITION PARTITIONS 2 | nothing of it matters on the target: its partitions",
                "CREATE USER u IDENTIFIED BY 'x' | it changes no table's definition",
                "RENAME TABLE orders TO audit | nothing of it matters on the target: shop.orders becomes shop.audit, which is not captured: the target keeps what it has",
            })
    void whatIsOfNoMatterIsLeftOut(String source, String why) {
        assertThat(plan(source)).isInstanceOfSatisfying(SchemaPlan.LeftOut.class, left -> assertThat(left.why())
                .isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ALTER TABLE orders ADD PRIMARY KEY (id, secret) | the column secret of the new key is not captured: take the rule away from it, and begin with a new snapshot under another project name",
                "ALTER TABLE orders DROP PRIMARY KEY, ADD PRIMARY KEY (tier) | the values of the column tier of the new key differ on the target: take the rule away from it, and begin with a new snapshot under another project name",
                "ALTER TABLE orders DROP PARTITION p | rows come or go with it that are in no event",
                "ALTER TABLE orders TRUNCATE PARTITION p | rows come or go with it that are in no event",
                "RENAME TABLE audit TO items | shop.audit, which is not captured, becomes shop.items: its rows are in no event",
                "DROP DATABASE shop | it drops a whole schema",
                "ALTER TABLE orders ADD w INT AS (WEEK(day)) STORED | the column w is made of WEEK with one argument, whose mode is the default_week_format of the session that made it, which is in no event: run the statement there by hand, with the mode that SHOW CREATE TABLE of the source has as the second argument, then pass the statement",
                "CREATE TABLE more (id INT PRIMARY KEY, d DATE, w INT AS (1 + WEEK(d)) STORED) | the column w is made of WEEK with one argument, whose mode is the default_week_format of the session that made it, which is in no event: run the statement there by hand, with the mode that SHOW CREATE TABLE of the source has as the second argument, then pass the statement",
                "CREATE TABLE more LIKE orders | the target has no table that is like the source's shop.orders",
            })
    void whatMattersAndCannotBeCarriedIsRefused(String source, String why) {
        assertThat(plan(source)).isEqualTo(new SchemaPlan.Refused(why, why.contains("event")));
    }

    @Test
    void whatCannotBeReadIsDoneByHand() {
        assertThat(plan("ALTER TABLE orders ADD"))
                .isInstanceOfSatisfying(SchemaPlan.Unread.class, refused -> assertThat(refused.why())
                        .startsWith("it cannot be read: line 1, "));
    }

    @Test
    void keysFollowATableWhoseNewNameIsGivenByHand() {
        TableName later = TestTables.name("later");
        SchemaChange change = new SchemaChange(
                        ORIGIN, TestTables.name("orders"), "ALTER TABLE orders ADD, RENAME later", List.of())
                .renaming(List.of(new TableRename(TestTables.name("orders"), later)));

        assertThat(plan(change).moved())
                .containsExactly(new MovedTable(TestTables.name("orders"), later, "sales", "later"));
    }

    @Test
    void whatWasDoneToATableThatTakesAnothersPlaceIsDoneToThatOne() {
        SchemaChange change = new SchemaChange(
                        ORIGIN, TestTables.name("orders"), "RENAME TABLE _orders_gho TO orders", List.of())
                .withGhost(
                        List.of(
                                "CREATE TABLE _orders_gho LIKE orders",
                                "ALTER TABLE shop._orders_gho ADD n INT AFTER name",
                                "ALTER TABLE _orders_gho ENGINE=InnoDB"),
                        null);
        assertThat(plan(change).sql()).isEqualTo("ALTER TABLE `store`.`sales` ADD COLUMN `n` INT AFTER `label`");
    }

    /** Nobody knows what it is, nor what its rows are. */
    @Test
    void aTableThatIsOlderThanTheCaptureIsNoCopy() {
        String rename = "RENAME TABLE _orders_new TO orders";
        SchemaChange change = new SchemaChange(ORIGIN, TestTables.name("orders"), rename, List.of());
        for (String first : List.of(rename, "ALTER TABLE _orders_new ADD n INT")) {
            assertThat(plan(change.withGhost(List.of(first), null)))
                    .isInstanceOfSatisfying(SchemaPlan.Refused.class, refused -> {
                        assertThat(refused.why()).contains("is older than the capture");
                        assertThat(refused.ofRows()).isTrue();
                    });
        }
    }

    private SchemaPlan planBeside(String targetTable, String sql) {
        TableDefinition there = TestTables.table(targetTable, "#id bigint", "n int");
        SchemaChange change = new SchemaChange(ORIGIN, TestTables.name("items"), sql, List.of());
        return mapper.plan(
                change, name -> name.equalsIgnoreCase(targetTable) ? Optional.of(there) : Optional.empty(), NOT_KNOWN);
    }

    @Test
    void aTableIsNamedAsTheTargetSpellsItAndANewOneAsTheSourceDoes() {
        assertThat(planBeside("Items", "ALTER TABLE items ADD m INT").sql())
                .isEqualTo("ALTER TABLE `store`.`Items` ADD COLUMN `m` INT");
        assertThat(planBeside("Items", "RENAME TABLE items TO more").sql())
                .isEqualTo("RENAME TABLE `store`.`Items` TO `store`.`more`");
        assertThat(planBeside("Items", "DROP TABLE items").sql()).isEqualTo("DROP TABLE `store`.`Items`");
        assertThat(planBeside(
                                "Items",
                                "CREATE TABLE items (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES items (id))")
                        .sql())
                .isEqualTo("CREATE TABLE `store`.`items` (`id` INT PRIMARY KEY, `p` INT,"
                        + " FOREIGN KEY (`p`) REFERENCES `store`.`items` (`id`))");
    }

    @Test
    void aNameThatMayBeSeveralTablesOfTheTargetIsRefused() {
        SchemaChange change =
                new SchemaChange(ORIGIN, TestTables.name("items"), "ALTER TABLE items ADD m INT", List.of());
        SchemaPlan plan = mapper.plan(
                change,
                name -> Tables.named(
                        List.of(TestTables.table("Items", "n int"), TestTables.table("ITEMS", "n int")), name),
                NOT_KNOWN);
        assertThat(plan)
                .isEqualTo(new SchemaPlan.Refused(
                        "the target has no table items, and several whose names differ from it"
                                + " in case alone: ITEMS, Items",
                        false));
    }

    @Test
    void theCanonicalStatementIsReadWhereThereIsOne() {
        SchemaChange change = new SchemaChange(
                ORIGIN,
                TestTables.name("orders"),
                new DdlStatement(
                        "ALTER TABLE ORDERS ADD rank INT /*!80000 UNSIGNED */",
                        "ALTER TABLE `shop`.`orders` ADD `rank` INT",
                        null),
                List.of(),
                LaneRouting.UNKNOWN,
                GhostTable.NONE,
                List.of());
        assertThat(plan(change).sql()).isEqualTo("ALTER TABLE `store`.`sales` ADD COLUMN `rank` INT");
    }
}
