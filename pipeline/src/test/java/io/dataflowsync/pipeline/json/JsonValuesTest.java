package io.dataflowsync.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            $.user.id | {"user": {"id": 7, "n": 1.0}} | {"user": {"id": <7>, "n": 1.0}}
            $.user.id | {"b": 12345678901234567890123.50, "user":{"id":"7"} , "a": 1e400} | {"b": 12345678901234567890123.50, "user":{"id":"<7>"} , "a": 1e400}
            $.items[*].id | {"items": [{"id": 1}, {"no": 2}, {"id": "3"}, 4, [{"id": 5}]]} | {"items": [{"id": <1>}, {"no": 2}, {"id": "<3>"}, 4, [{"id": 5}]]}
            $[*] | [1, "2", null, true, 1.5, {"a": 1}] | [<1>, "<2>", null, true, 1.5, {"a": 1}]
            $[1] | [1, 2, 3] | [1, <2>, 3]
            $ | 5 | <5>
            $[*] | [3.0, 4e0, -5.00, 1e2, 0.5, 1e300] | [<3>.0, <4>.0, <-5>.0, <100>.0, 0.5, 1e300]
            $."a b"[0][*] | {"a b": [[1, 2], [3]]} | {"a b": [[<1>, <2>], [3]]}
            $."say \\"x\\"" | {"say \\"x\\"": 1} | {"say \\"x\\"": <1>}
            $.a | {"b": {"a": 1}, "é😀": "x", "a": "\\u0031"} | {"b": {"a": 1}, "é😀": "x", "a": "<1>"}
            $.a | {"a": {"a": 1}} | {"a": {"a": 1}}
            $.a | {"0": {"a": 1}} | {"0": {"a": 1}}
            $.a | [] | []
            """)
    void onlyTheValuesAtThePathAreChanged(String path, String document, String changed) {
        assertThat(JsonValues.changed(JsonPath.of(path), document, value -> "<" + value + ">"))
                .isEqualTo(changed);
    }

    @Test
    void aValueThatBecomesNullLosesItsQuotes() {
        assertThat(JsonValues.changed(JsonPath.of("$[*]"), "[1, \"2\"]", value -> "null"))
                .isEqualTo("[null, null]");
    }

    @Test
    void aNumberThatStaysIsNotTouched() {
        assertThat(JsonValues.changed(JsonPath.of("$[*]"), "[3.00, 4E0, 5]", value -> value))
                .isEqualTo("[3.00, 4E0, 5]");
    }

    @ParameterizedTest
    @CsvSource({
        "$.a, $.a, true",
        "$.a, $.b, false",
        "$.a, $.a.b, false",
        "$.a[*].id, $.a[3].id, true",
        "$.a[3].id, $.a[*].id, true",
        "$.a[3].id, $.a[4].id, false",
        "$[*], $.a, false",
        "$[*][1], $[2][*], true"
    })
    void pathsOverlapWhereAValueIsAtBoth(String one, String other, boolean overlap) {
        assertThat(JsonPath.of(one).overlaps(JsonPath.of(other))).isEqualTo(overlap);
    }

    @Test
    void valuesComeInTheirOrder() {
        assertThat(JsonValues.at(JsonPath.of("$.a[*]"), "{\"a\": [3, \"x\", 1], \"b\": 2}"))
                .containsExactly("3", "x", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "user.id", "$user", "$.", "$.a..b", "$.a[", "$.a[-1]", "$.*", "$**.a", "$.a b"})
    void whatIsNoPathIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonPath.of(text))
                .withMessage("'" + text + "' is not a path: write $.user.id or $.items[*].id");
    }
}
