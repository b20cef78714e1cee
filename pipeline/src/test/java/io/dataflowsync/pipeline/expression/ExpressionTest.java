package io.dataflowsync.pipeline.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.event.Binary;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final BigInteger LARGEST = new BigInteger("18446744073709551615");

    private static RowContext row() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", 7L);
        values.put("largest", LARGEST);
        values.put("price", "12345678901234567890123456789012345.123456789012345678901234567890");
        values.put("third", 0.1d);
        values.put("name", "Ada");
        values.put("family", "Lovelace 🎲");
        values.put("none", null);
        values.put("active", 1L);
        values.put("digest", new Binary(new byte[] {0, (byte) 0xFF}));
        values.put("tag", new Binary(new byte[] {'A', '1'}));
        values.put("padded", new Binary(new byte[] {'A', 0}));
        values.put("made", "2021-03-04 05:06:07");
        values.put("day", "2021-03-04");
        values.put("took", "-100:00:00.5000");
        values.put("masked", "x1");
        values.put("order", "reserved");
        values.put("odd name", "odd");
        values.put("new", "word");
        return RowContext.of(
                values,
                Map.of(
                        "price",
                        ColumnKind.DECIMAL,
                        "made",
                        ColumnKind.MOMENT,
                        "took",
                        ColumnKind.MOMENT,
                        "day",
                        ColumnKind.MOMENT,
                        "masked",
                        ColumnKind.MOMENT));
    }

    private static @Nullable Object value(String text) {
        return Expression.of(text).value(row());
    }

    @Test
    void aColumnOfTheTableThatTheRowLacksIsNeverTakenForNull() {
        RowContext lacking = RowContext.of(Map.of("id", 7L), Map.of(), Set.of("id", "tier"));
        for (String text : List.of(
                "tier",
                "tier == null",
                "tier + id",
                "column('tier')",
                "coalesce(tier, 1)",
                "tier ?? 1",
                "column('tier') ?? 1",
                "(tier + 1) ?? 1",
                "empty(tier)",
                "empty(column('tier'))",
                "empty(upper(tier))",
                "tier ? 1 : 2",
                "tier == 1 ? 1 : 2",
                "column('tier') == 1 ? 1 : 2",
                "(id == 7 ? tier : 1) ?? 1",
                "id > 9 || tier > 1",
                "oneOf(tier, 1)")) {
            assertThatThrownBy(() -> Expression.of(text).value(lacking))
                    .as(text)
                    .isInstanceOfSatisfying(ExpressionException.class, e -> assertThat(e.isOfTheEvent())
                            .isTrue())
                    .hasMessage("it reads column 'tier', which the event lacks");
        }
        assertThat(Expression.of("id == 7 || tier > 1").matches(lacking)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id + 1 | 8",
                "name + ' ' + family | Ada Lovelace 🎲",
                "name + id | Ada7",
                "largest - 1 | 18446744073709551614",
                "price + 0.000000000000000000000000000001 | 12345678901234567890123456789012345.123456789012345678901234567891",
                "price * 10 | 123456789012345678901234567890123451.234567890123456789012345678900",
                "third + 0.2 | 0.3",
                "id / 2 | 3.5",
                "id / 7 | 1",
                "1000 / 10 | 100",
                "10 / 3 | 3.333333333333333333333333333333",
                "id % 4 | 3",
                "12345678901234567890.12345678901234567890 | 12345678901234567890.12345678901234567890",
                "'1.5' + 1.50 + name | 1.51.50Ada",
                "18446744073709551615 + 0 | 18446744073709551615",
                "-id | -7",
                "(id + 1) * 2 | 16",
                "id > 5 ? 'many' : 'few' | many",
                "none ?? 'nothing' | nothing",
                "coalesce(none, name) | Ada",
                "upper(name) + lower(name) | ADAada",
                "length(family) | 10",
                "right(family, 1) | 🎲",
                "left(name, 2) | Ad",
                "substring(name, 2) | da",
                "substring(name, -2, 1) | d",
                "replace(name, 'a', 'o') | Ado",
                "lpad(id, 3, '0') | 007",
                "trim('  x ') | x",
                "concat(name, '/', id) | Ada/7",
                "round(2.345, 2) | 2.35",
                "floor(-2.5) | -3",
                "ceil(2.1) | 3",
                "abs(-2.1) | 2.1",
                "number('1.50') + 1 | 2.50",
                "text(id) + text(1.0) | 71.0",
                "hex(digest) | 00FF",
                "sha256('abc') | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "left(made, 10) | 2021-03-04",
                "made + '!' | 2021-03-04 05:06:07!",
                "made == '2021-3-4T5:6:7.0' | 1",
                "made > '2021-03-04' | 1",
                "made >= '2021' and made < '2021-04' | 1",
                "made =^ '2021-03' | 1",
                "day < made | 1",
                "day == '2021-03-04 00:00' | 1",
                "day == '' | 0",
                "took < '-24:00' | 1",
                "took == '-100:00:00.5' | 1",
                "oneOf(took, '1:00', '-100:0:0.50') | 1",
                "least(took, '00:00:01') | -100:00:00.5000",
                "masked == 'x1' | 1",
                "least(id, 3) + greatest(id, 3) | 10",
                "column('odd name') + column('new') | oddword",
                "order | reserved",
                "nullIf(name, 'Eve') | Ada",
                "oneOf(name, 'Eve', 'Ada') | 1",
                "active and id == 7 | 1",
                "id eq 8 or name ne 'Ada' | 0",
                "not active | 0",
            })
    void aValueIsReckonedExactly(String text, String expected) {
        assertThat(String.valueOf(value(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none + 1",
                "none * 2",
                "none + 'x'",
                "concat(name, none)",
                "upper(none)",
                "-none",
                "none / 0",
                "nullIf(name, 'Ada')",
                "round(none, 2)",
                "none ?? none",
                "replace(name, none, 'x')",
                "left(none, 1)"
            })
    void whatIsReckonedWithNullIsNull(String text) {
        assertThat(value(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name == 'Ada'",
                "none == null",
                "name != null",
                "id >= 7",
                "id < 7.5",
                "price > 1e20",
                "made >= '2021-01-01'",
                "active",
                "id == '7'",
                "largest == 18446744073709551615H",
                "name =~ '[A-Z]da'",
                "name !~ 'x.*'",
                "name =^ 'A'",
                "name =$ 'a'",
                "empty(none)",
                "not (none > 1)",
                "!(none < 1)",
                "contains(family, 'lace')",
                "third == 0.1",
                "price != none",
                "none == null || none > 3",
                "digest == digest",
                "tag == 'A1'",
                "TAG == 'A1'",
                "column('ODD name') == 'odd'",
                "PRICE > 1",
                "'A1' == tag",
                "tag != 'A2'",
                "tag != 'A'",
                "oneOf(tag, 'B', 'A1')",
                "empty(none ?? none)",
                "empty('')",
                "hex(tag) == '4131'",
                "active == true"
            })
    void aRowMatches(String text) {
        assertThat(Expression.of(text).matches(row())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "none > 1",
                "none <= 1",
                "none == 1",
                "name == 'ada'",
                "id < 7",
                "0",
                "false",
                "none && active",
                "none =~ 'x'"
            })
    void aRowDoesNotMatch(String text) {
        assertThat(Expression.of(text).matches(row())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id / 0 | division by zero",
                "id % 0 | division by zero",
                "name * 2 | not a number: 'Ada'",
                "name > 3 | cannot compare 'Ada' with '3'",
                "id + nosuch | there is no column 'nosuch' (column 6)",
                "column('nosuch') | there is no column 'nosuch'",
                "nosuch(id) | there is no function nosuch of such values (column 7)",
                "upper(id, 2) | there is no function upper of such values (column 6)",
                "name =~ '(' | not a pattern: '(': Unclosed group",
                "id << 2 | there is no operator <<",
                "nosuch ?? 1 | there is no column 'nosuch' (column 1)",
                "column('nosuch') ?? 1 | there is no column 'nosuch'",
                "empty(nosuch) | there is no column 'nosuch' (column 7)",
                "nosuch ? 1 : 2 | there is no column 'nosuch' (column 1)",
                "size(nosuch) | there is no column 'nosuch' (column 6)",
                "number(name) ?? 1 | not a number: 'Ada'",
                "number(name) > 1 ? 1 : 2 | not a number: 'Ada'",
                "empty(number(name)) | not a number: 'Ada'",
                "empty(nosuch(id)) | there is no function nosuch of such values (column 13)",
                "(id / 0) ?? 1 | division by zero",
                "empty(id / 0) | division by zero",
                "digest == 'ÿ' | cannot compare the bytes '0x00FF' with 'ÿ': compare hex() of them with digits",
                "digest != 255 | cannot compare the bytes '0x00FF' with '255': compare hex() of them with digits",
                "padded == 'A' | cannot compare the bytes '0x4100' with 'A': compare hex() of them with digits",
                "digest =~ '.*' | bytes are no text: '0x00FF'; hex() has their digits",
                "digest =^ 'a' | bytes are no text: '0x00FF'; hex() has their digits",
                "upper(digest) | bytes are no text: '0x00FF'; hex() has their digits",
                "digest < 'a' | cannot compare '0x00FF' with 'a'",
                "id & 2 | there is no operator &",
                "size(name) | there is no operator size",
            })
    void whatHasNoValueSaysWhy(String text, String why) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "took > '24'",
                "took == ''",
                "took < made",
                "made > 'yesterday'",
                "day == '21-03-04'",
                "made > 20210304",
            })
    void whatIsNoMomentIsNotComparedWithOne(String text) {
        assertThatThrownBy(() -> Expression.of(text).matches(row())).isInstanceOf(ExpressionException.class);
    }

    @Test
    void aTextIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> Expression.of("name").matches(row()))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("neither true nor false: 'Ada'");
    }

    @Test
    void theColumnsAreKnownBeforeTheFirstRow() {
        assertThat(Expression.of("a + (b > 3 ? upper(c) : d)").columns()).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void aColumnThatACallNamesIsReadToo() {
        Expression expression = Expression.of("a + column('odd name') + upper('column')");
        assertThat(expression.reads("a")).isTrue();
        assertThat(expression.reads("odd name")).isTrue();
        assertThat(expression.reads("b")).isFalse();
        assertThat(Expression.of("column('a' + 'b')").reads("c")).isTrue();
    }

    @Test
    void expressionsAreEqualByTheirText() {
        assertThat(Expression.of("a + 1")).isEqualTo(Expression.of("a + 1")).hasToString("a + 1");
    }
}
