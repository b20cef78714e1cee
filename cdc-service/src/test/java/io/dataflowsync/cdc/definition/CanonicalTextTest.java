package io.dataflowsync.cdc.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTextTest {
    private static final Map<String, String> COLLATIONS =
            Map.of("latin1", "latin1_swedish_ci", "utf8", "utf8_general_ci", "utf8mb4", "utf8mb4_general_ci");

    private static SourceServer server(int lowerCaseTableNames) {
        return new SourceServer(
                50722,
                lowerCaseTableNames,
                false,
                "latin1_swedish_ci",
                "innodb",
                Map.of(8, "latin1_swedish_ci", 46, "utf8mb4_bin"),
                COLLATIONS,
                Map.of("latin1", 1, "utf8", 3, "utf8mb4", 4));
    }

    private static StatementSession session(String... modes) {
        return new StatementSession("d", List.of(modes), "", 0, 0, 0, 0, 1, 1, Unchecked.NOTHING);
    }

    private static String canonical(int lowerCaseTableNames, String sql, String... modes)
            throws UnreadableStatementException {
        KnownDefinitions before = KnownDefinitions.none().withSchema("d", "latin1_swedish_ci");
        for (String made : List.of("t", "other")) {
            before = new DefinitionReader(server(0))
                    .read(before, "CREATE TABLE " + made + " (a INT, b INT)", session())
                    .after();
        }
        return new DefinitionReader(server(lowerCaseTableNames))
                .read(before, sql, session(modes))
                .canonical();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "alter table t add rank int after A | alter table `d`.`t` add `rank` int after `A`",
                "ALTER TABLE .t ADD c INT /*!50722 UNSIGNED */, ADD d INT /*!50723 UNSIGNED */; | ALTER TABLE `d`.`t` ADD `c` INT UNSIGNED , ADD `d` INT",
                "ALTER/*a*/TABLE/*b*/d . t ADD c INT -- end | ALTER TABLE `d`.`t` ADD `c` INT",
                "ALTER TABLE t ADD c INT AS (b+window/ROW(1)) | ALTER TABLE `d`.`t` ADD `c` INT AS (b+`window`/ROW(1))",
                "ALTER TABLE t ADD c INT AS (1--a) | ALTER TABLE `d`.`t` ADD `c` INT AS (1- -a)",
                "ALTER TABLE t ADD c CHAR(9) DEFAULT \"it's \\\"so\\\"\" COMMENT 'a\\'b\\\\c''d' | ALTER TABLE `d`.`t` ADD `c` CHAR(9) DEFAULT 'it''s \"so\"' COMMENT 'a''b\\\\c''d'",
                "ALTER TABLE t ADD c CHAR(9) DEFAULT N'x' 'y'\"z\", ADD d CHAR(9) DEFAULT _utf8'é' | ALTER TABLE `d`.`t` ADD `c` CHAR(9) DEFAULT N'x' 'y' 'z', ADD `d` CHAR(9) DEFAULT _utf8 'é'",
                "ALTER TABLE t ADD c CHAR(9) DEFAULT X'41', ADD d BIT(3) DEFAULT B'101', ADD e INT DEFAULT 0x1F | ALTER TABLE `d`.`t` ADD `c` CHAR(9) DEFAULT x'41', ADD `d` BIT(3) DEFAULT b'101', ADD `e` INT DEFAULT 0x1F",
                "ALTER TABLE t ADD c TEXT CHARSET utf8mb4 NULL, ADD d ENUM('x') CHARACTER SET UTF8MB4 AS ('x') | ALTER TABLE `d`.`t` ADD `c` TEXT CHARSET utf8mb4 COLLATE utf8mb4_general_ci NULL, ADD `d` ENUM('x') CHARACTER SET UTF8MB4 COLLATE utf8mb4_general_ci AS ('x')",
                "ALTER TABLE t ADD c TEXT CHARSET utf8mb4 NULL COLLATE utf8mb4_bin, ADD d TEXT CHARSET utf8mb4 BINARY, ADD e TEXT CHARSET utf8 | ALTER TABLE `d`.`t` ADD `c` TEXT CHARSET utf8mb4 NULL COLLATE utf8mb4_bin, ADD `d` TEXT CHARSET utf8mb4 BINARY, ADD `e` TEXT CHARSET utf8",
                "ALTER TABLE t DEFAULT CHARSET=utf8mb4, COMMENT 'x' | ALTER TABLE `d`.`t` COLLATE utf8mb4_general_ci, COMMENT 'x'",
                "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 | ALTER TABLE `d`.`t` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci",
                "ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin | ALTER TABLE `d`.`t` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
                "CREATE TABLE n (c CHAR(9) CHARACTER SET utf8mb4, d INT) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin | CREATE TABLE `d`.`n` (`c` CHAR(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci, `d` INT) COLLATE utf8mb4_general_ci COLLATE utf8mb4_bin",
                "CREATE TABLE n (c TIMESTAMP(3), d TIMESTAMP NOT NULL, e TIMESTAMP NULL, f TIMESTAMP DEFAULT '2020-01-01', g DATETIME) | CREATE TABLE `d`.`n` (`c` TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), `d` TIMESTAMP DEFAULT '0000-00-00 00:00:00' NOT NULL, `e` TIMESTAMP NULL, `f` TIMESTAMP NOT NULL DEFAULT '2020-01-01', `g` DATETIME) COLLATE latin1_swedish_ci",
                "ALTER TABLE t ADD c TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, ADD d TIMESTAMP AS (c) | ALTER TABLE `d`.`t` ADD `c` TIMESTAMP NOT NULL DEFAULT '0000-00-00 00:00:00' ON UPDATE CURRENT_TIMESTAMP, ADD `d` TIMESTAMP AS (c) NOT NULL",
                "ALTER TABLE t ADD INDEX count (a DESC, b(3) ASC) | ALTER TABLE `d`.`t` ADD INDEX `count` (`a`, `b`(3))",
                "ALTER TABLE t CHARSET DEFAULT, ADD 1c REAL | ALTER TABLE `d`.`t` COLLATE latin1_swedish_ci, ADD `1c` DOUBLE",
                "ALTER TABLE t CONVERT TO CHARACTER SET DEFAULT | ALTER TABLE `d`.`t` CONVERT TO CHARACTER SET latin1 COLLATE latin1_swedish_ci",
                "ALTER TABLE t RENAME = groups | ALTER TABLE `d`.`t` RENAME TO `d`.`groups`",
                "ALTER TABLE t ADD c TEXT(0), ADD d BLOB(0), ADD e TEXT(300) | ALTER TABLE `d`.`t` ADD `c` TEXT, ADD `d` BLOB, ADD `e` TEXT(300)",
                "CREATE TABLE lead (a INT, FOREIGN KEY (a) REFERENCES other (a)) | CREATE TABLE `d`.`lead` (`a` INT, FOREIGN KEY (`a`) REFERENCES `d`.`other` (`a`)) COLLATE latin1_swedish_ci",
                "CREATE TABLE e.lead (LIKE t) | CREATE TABLE `e`.`lead` (LIKE `d`.`t`)",
                "DROP TABLE IF EXISTS t, e.of | DROP TABLE IF EXISTS `d`.`t`, `e`.`of`",
            })
    void aStatementIsWrittenInWordsThatBothServersReadAlike(String sql, String canonical)
            throws UnreadableStatementException {
        assertThat(canonical(0, sql)).isEqualTo(canonical);
    }

    @Test
    void whatTheSessionMakesOfWordsIsWrittenOut() throws UnreadableStatementException {
        assertThat(canonical(0, "ALTER TABLE \"t\" ADD \"c\"\"d\" CHAR(9) DEFAULT 'x'", "ANSI_QUOTES"))
                .isEqualTo("ALTER TABLE `d`.`t` ADD `c\"d` CHAR(9) DEFAULT 'x'");
        assertThat(canonical(0, "ALTER TABLE t ADD c CHAR(9) DEFAULT 'C:\\', ADD d INT", "NO_BACKSLASH_ESCAPES"))
                .isEqualTo("ALTER TABLE `d`.`t` ADD `c` CHAR(9) DEFAULT 'C:\\\\', ADD `d` INT");
        assertThat(canonical(0, "ALTER TABLE t ADD c DATETIME DEFAULT NOW ()", "IGNORE_SPACE"))
                .isEqualTo("ALTER TABLE `d`.`t` ADD `c` DATETIME DEFAULT NOW()");
        assertThat(canonical(0, "ALTER TABLE t ADD c REAL", "REAL_AS_FLOAT"))
                .isEqualTo("ALTER TABLE `d`.`t` ADD `c` FLOAT");
        assertThat(canonical(0, "ALTER TABLE t ADD c TIMESTAMP(3)", "MAXDB"))
                .isEqualTo("ALTER TABLE `d`.`t` ADD `c` DATETIME(3)");
    }

    @Test
    void theDefaultCharacterSetIsThatOfTheSession() throws UnreadableStatementException {
        String sql = "ALTER TABLE t CONVERT TO CHARACTER SET DEFAULT";
        Reading told = read(sql, session().withDatabaseCollation(46));
        assertThat(told.canonical())
                .isEqualTo("ALTER TABLE `d`.`t` CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        assertThat(told.likely()).isEmpty();
        assertThat(read(sql, session()).likely()).contains("collation_database");
    }

    @Test
    void aTableThatIsPrintedInAModeWithoutItsCharacterSetHasItLikely() throws UnreadableStatementException {
        String printed = "CREATE TABLE `n` (\n  `c` varchar(9) DEFAULT NULL\n)";
        assertThat(read(printed, session("ANSI")).likely()).contains("without its character set");
        assertThat(read(printed, session("NO_TABLE_OPTIONS")).likely()).contains("without its character set");
        assertThat(read(printed, session()).likely()).isEmpty();
        assertThat(read(printed + " CHARSET utf8", session("ANSI")).likely()).isEmpty();
        assertThat(read("create table n (c varchar(9))", session("ANSI")).likely())
                .isEmpty();
    }

    private static Reading read(String sql, StatementSession session) throws UnreadableStatementException {
        KnownDefinitions before = new DefinitionReader(server(0))
                .read(
                        KnownDefinitions.none().withSchema("d", "latin1_swedish_ci"),
                        "CREATE TABLE t (a CHAR(9))",
                        session())
                .after();
        return new DefinitionReader(server(0)).read(before, sql, session);
    }

    @Test
    void tablesAreNamedAsTheServerKeepsThem() throws UnreadableStatementException {
        assertThat(canonical(1, "ALTER TABLE D.T ADD CONSTRAINT C FOREIGN KEY (A) REFERENCES Other (A)"))
                .isEqualTo("ALTER TABLE `d`.`t` ADD CONSTRAINT `C` FOREIGN KEY (`A`) REFERENCES `d`.`other` (`A`)");
        assertThat(canonical(1, "ALTER TABLE .T RENAME Made")).isEqualTo("ALTER TABLE `d`.`t` RENAME `d`.`made`");
        assertThat(canonical(2, "RENAME TABLE T TO Made")).isEqualTo("RENAME TABLE `d`.`t` TO `d`.`Made`");
    }

    @Test
    void theWordsOfAStatementThatCannotBeReadAreKnownAllTheSame() {
        assertThatThrownBy(() -> canonical(0, "ALTER TABLE t /*!50000 UNHEARD */ OF rank 'a'"))
                .isInstanceOfSatisfying(UnreadableStatementException.class, e -> assertThat(e.canonical())
                        .isEqualTo("ALTER TABLE `d`.`t` UNHEARD `OF` `rank` 'a'"));
    }
}
