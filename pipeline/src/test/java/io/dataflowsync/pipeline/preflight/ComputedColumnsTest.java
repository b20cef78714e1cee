package io.dataflowsync.pipeline.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.preflight.ComputedColumns.Column;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputedColumnsTest {
    private static final TableDefinition TABLE = new TableDefinition(
            new TableName("shop", "t"),
            Stream.of(
                            column("n", "int(11)"),
                            column("s", "varchar(20)"),
                            column("c", "char(4)"),
                            column("b", "varbinary(8)"),
                            column("d", "date"),
                            column("at", "timestamp"),
                            column("doc", "json"),
                            column("regexp_note", "int(11)"))
                    .toList(),
            List.of(),
            List.of(),
            List.of());

    private static ColumnDefinition column(String name, String type) {
        return new ColumnDefinition(name, type, true, false, false, true);
    }

    private static Optional<String> why(String type, String expression, Column... others) {
        Column column = new Column("g", type, expression, true);
        return ComputedColumns.NONE.why(TABLE, List.of(others), column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "int(11) | (`n` + 1)",
                "int(11) | (`n` & 6)",
                "int(11) | (`regexp_note` + 1)",
                "varchar(20) | concat(`s`,'.')",
                "int(11) | week(`d`,3)",
                "int(11) | WEEK( DATE_ADD(`d`, INTERVAL 1 DAY), 3 )",
                "varchar(9) | date_format(`d`,'%H')",
                "varchar(9) | cast(concat(`s`,date(`d`)) as char)",
                "int(11) | json_extract(`doc`,_utf8mb4\\'$.customer\\')",
                "bigint(20) | JSON_EXTRACT(`doc`, '$.customer')",
                "int(11) | (`doc`->'$.n')",
                "int(11) | cast(json_unquote(json_extract(`doc`,'$.n')) as signed)",
                "decimal(9,2) | CAST(`doc`->>'$.n' AS DECIMAL(9,2))",
                "int(11) | json_length(`doc`,'$.list')",
                "tinyint(1) | json_valid(`s`)",
                "json | json_extract(`doc`,'$.part')",
                "json | json_object('n',`n`)",
            })
    void whatBothServersComputeAlikeIsLeftToTheTarget(String type, String expression) {
        assertThat(why(type, expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "varchar(20) | monthname(`d`) | with names of months or days",
                "varchar(20) | DATE_FORMAT(`d`, '%M') | with names of months or days",
                "int(11) | hour(`at`) | from the TIMESTAMP 'at'",
                "varchar(20) | concat(`c`,'.') | from the CHAR 'c'",
                "date | cast(`s` as date) | as a day from 's'",
                "varchar(20) | CONVERT(`s`, DATE) | as a day from 's'",
                "int(11) | week(`d`) | with a week",
                "int(11) | WEEK( DATE_ADD(`d`, INTERVAL (1) DAY) ) + GREATEST(1, 2) | with a week",
                "int(11) | extract(week from `d`) | with a week",
                "int(11) | (`s` regexp '^a') | with a regular expression",
                "int(11) | `s` NOT RLIKE 'a' | with a regular expression",
                "int(11) | regexp_like(`s`,_utf8mb4\\'a\\') | with a regular expression",
                "datetime | convert_tz(`d`,'+00:00','+02:00') | with CONVERT_TZ",
                "int(11) | bit_count(`b`) | from bits of bytes",
                "varbinary(8) | (`b` ^ `b`) | from bits of bytes",
                "varbinary(8) | ~`b` | from bits of bytes",
                "varbinary(8) | (unhex(`s`) << 1) | from bits of bytes",
                "varchar(20) | json_unquote(json_extract(`doc`,'$.price')) | from a value of a document",
                "int(11) | (json_extract(`doc`,'$.price') in ('30','19.5')) | from a value of a document",
                "int(11) | case json_unquote(json_extract(`doc`,'$.price')) when '30' then 1 end | from a value of a document",
                "int(11) | nullif(`doc`->>'$.price', '30') | from a value of a document",
                "int(11) | (`doc`->>'$.price' between '3' and '4') | from a value of a document",
                "int(11) | length(`doc`) | from a value of a document",
                "json | json_unquote(json_extract(`doc`,'$.part')) | from a value of a document",
                "double | st_x(`s`) | from a geometry",
            })
    void whatTheTargetMayComputeOtherwiseIsTold(String type, String expression, String why) {
        assertThat(why(type, expression))
                .hasValueSatisfying(told -> assertThat(told).startsWith(why));
    }

    @Test
    void aVirtualColumnIsLookedThrough() {
        Column virtual = new Column("v", "date", "cast(`at` as date)", false);
        assertThat(why("varchar(20)", "concat('day ',`v`)", virtual))
                .hasValueSatisfying(why -> assertThat(why).startsWith("from the TIMESTAMP 'at'"));
        assertThat(why("int(11)", "`v` + 1", new Column("v", "int(11)", "`n` + 1", false)))
                .isEmpty();
    }

    @Test
    void aColumnIsWhatTheStatementMakesOfIt() {
        assertThat(why("varchar(20)", "concat(`s`,'.')", new Column("S", "char(20)", "", false)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("from the CHAR 'S'"));
    }

    @Test
    void aWeekOfOneArgumentTakesItsModeFromTheSession() {
        assertThat(ComputedColumns.isOfWeekFormat("(1 + Week (`d`))")).isTrue();
        assertThat(ComputedColumns.isOfWeekFormat("week(`d`,0) + weekofyear(`d`) + yearweek(`d`)"))
                .isFalse();
    }
}
