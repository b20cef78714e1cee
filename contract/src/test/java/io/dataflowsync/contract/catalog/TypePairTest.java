package io.dataflowsync.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

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
        "blob, , varbinary(40), , text, latin1, true",
        "binary(4), , varbinary(4), , text, latin1, false",
        "blob, , text, latin1, text, utf8mb4, false",
        "'enum(''a'',''b'')', latin1, 'enum(''a'',''b'')', latin1, int(11), , true",
        "'enum(''a'',''b'')', latin1, 'enum(''b'',''a'')', latin1, int(11), , false",
        "int(11), , varchar(9), utf8mb4, varchar(20), utf8mb4, true",
        "'decimal(10,2)', , 'decimal(12,4)', , varchar(20), utf8mb4, false",
        "timestamp, , timestamp(6), , varchar(30), utf8mb4, false",
        "int(5) unsigned zerofill, , bigint(20) unsigned, , varchar(9), utf8mb4, false",
        "geometrycollection, , geomcollection, , geometry, , true",
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

    private static ColumnDefinition column(String type, String charset) {
        String collation = charset == null ? "" : charset + "_general_ci";
        return new ColumnDefinition("c", type, true, false, false, true, collation, false);
    }
}
