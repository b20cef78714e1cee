package io.dataflowsync.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypePairTest {
    @ParameterizedTest
    @CsvSource({
        "int(11), , bigint(20), , varchar(9), utf8mb4, true",
        "'decimal(10,2)', , 'decimal(12,4)', , int(11), , true",
        "timestamp, , timestamp(6), , datetime, , true",
        "timestamp, , datetime, , datetime, , false",
        "datetime, , timestamp, , timestamp, , false",
        "varchar(40), latin1, varchar(40), utf8mb4, varchar(20), utf8mb4, true",
        "varchar(40), latin1, varchar(40), utf8mb4, varbinary(160), , false",
        "varchar(40), utf8, text, utf8mb3, blob, , true",
        "char(4), latin1, varchar(4), latin1, varbinary(4), , false",
        "blob, , varbinary(40), , text, latin1, false",
        "blob, , varbinary(40), , mediumblob, , true",
        "binary(4), , varbinary(4), , text, latin1, false",
        "blob, , text, latin1, text, utf8mb4, false",
        "'enum(''a'',''b'')', latin1, 'enum(''a'',''b'')', latin1, int(11), , true",
        "'enum(''a'',''b'')', latin1, 'enum(''b'',''a'')', latin1, int(11), , false",
        "int(11), , varchar(9), utf8mb4, varchar(20), utf8mb4, true",
        "int(11), , varchar(9), utf8mb4, bigint(20), , true",
        "int(11), , varchar(9), utf8mb4, year(4), , false",
        "int(11), , varchar(9), utf8mb4, 'enum(''1'',''2'')', latin1, false",
        "double, , varchar(30), utf8mb4, int(11), , false",
        "'decimal(6,1)', , double, , int(11), , false",
        "float, , double, , double, , false",
        "float, , float, , double, , true",
        "'float(7,3)', , float, , double, , false",
        "date, , varchar(10), utf8mb4, int(11), , false",
        "date, , varchar(10), utf8mb4, varchar(20), utf8mb4, true",
        "time, , time, , datetime, , false",
        "time, , time, , int(11), , true",
        "date, , date, , datetime, , true",
        "tinyint(4), , 'enum(''0'',''1'')', utf8, int(11), , false",
        "'decimal(10,2)', , 'decimal(12,4)', , varchar(20), utf8mb4, false",
        "timestamp, , timestamp(6), , varchar(30), utf8mb4, false",
        "int(5) unsigned zerofill, , bigint(20) unsigned, , varchar(9), utf8mb4, false",
        "geometrycollection, , geomcollection, , geometry, , true",
        "json, , json, , longtext, utf8mb4, false",
        "json, , json, , varbinary(99), , false",
        "json, , json, , date, , false",
        "json, , json, , int(11), , true",
        "json, , longtext, utf8mb4, varchar(99), utf8mb4, false",
        "varbinary(9), , varbinary(20), , varchar(9), utf8, false",
        "varbinary(9), , blob, , 'enum(''a'')', utf8, false",
        "year(4), , year, , varchar(9), utf8mb4, true",
        "'decimal(10,2)', , 'decimal(10,2) unsigned', , varchar(20), utf8mb4, true",
        "'decimal(10,2) zerofill', , 'decimal(10,2)', , varchar(20), utf8mb4, false",
        "int(11), , int, , varchar(9), utf8mb4, true",
        "bit(9), , bit(10), , varchar(9), utf8mb4, false",
    })
    void aStatementMakesTheSameOfBothOrNot(
            String source,
            String sourceCharset,
            String target,
            String targetCharset,
            String then,
            String thenCharset,
            boolean alike) {
        assertThat(new TypePair(column(source, sourceCharset), column(target, targetCharset))
                        .convertsAlike(column(then, thenCharset)))
                .isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource({
        "varchar(40), datetime, true",
        "char(20), timestamp(3), true",
        "text, date, true",
        "varbinary(20), time, true",
        "varchar(40), varchar(20), false",
        "varchar(40), year(4), false",
        "datetime, date, false",
    })
    void aTextThatIsTakenForADayMayHaveAnOffset(String type, String then, boolean mayReadOffset) {
        assertThat(new TypePair(column(type, "utf8"), column(type, "utf8")).mayReadOffset(column(then, "utf8")))
                .isEqualTo(mayReadOffset);
    }

    private static ColumnDefinition column(String type, String charset) {
        String collation = charset == null ? "" : charset + "_general_ci";
        return new ColumnDefinition("c", type, true, false, false, true, collation, false);
    }
}
