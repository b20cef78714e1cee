package io.dataflowsync.pipeline.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but an expression gets in, and nothing but the row and the functions is within reach. */
class HostileExpressionTest {
    private static final RowContext ROW = RowContext.of(
            Map.of("name", "x".repeat(100_000), "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), Map.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name.getClass()",
                "name.class",
                "name.class.forName('java.lang.Runtime')",
                "''.class.forName('java.lang.System').exit(0)",
                "name['class']",
                "name.bytes",
                "name.length()",
                "name?.getClass()",
                "new('java.io.File', '/etc/passwd')",
                "new java.io.File('/etc/passwd')",
                "new('java.lang.ProcessBuilder', 'ls').start()",
                "java.lang.System.exit(0)",
                "System.exit(0)",
                "java:exit(0)",
                "exit(0)",
                "getClass()",
                "while (true) {}",
                "for (var i : 1..1000000000) { i }",
                "do {} while (true)",
                "var x = 1; x",
                "a = 'changed'",
                "a += 'changed'",
                "a++",
                "x -> x",
                "function(x) { x }",
                "(() -> 1)()",
                "#pragma jexl.import java.lang\n1",
                "@silent 1",
                "`${a.class}`",
                "[1, 2, 3]",
                "{ 'a' : 1 }",
                "{ 1, 2 }",
                "1; 2",
                "return 1",
                "if (true) 1; else 2;",
                "1..1000000000",
                "set('a', 1)",
                "get('a')",
                "has('a')",
                "toString()",
                "hashCode()",
                "wait()",
                "column('a').class",
                "upper(a).getClass()",
                "$a.b.c",
                "try { 1 } catch (e) { 2 }",
                "throw 'x'",
            })
    void itIsRefused(String text) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> Expression.of(text).value(ROW)).isInstanceOf(ExpressionException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replace(replace(replace(name, 'x', name), 'x', name), 'x', name)",
                "lpad(name, 2000000000, 'x')",
                "lpad('x', 9999999999999, name)",
                "1e999999999 + 1",
                "1e999999999b + 1",
                "number('1e999') * number('1e999')",
                "matches(a, '(a+)+$')",
                "matches(a, '((a|aa)+)+$')",
                "a =~ '(a*)*b'",
                "replace(name, 'x', name)",
            })
    void itEndsSoon(String text) {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            Throwable refusal = catchThrowable(() -> Expression.of(text).value(ROW));
            assertThat(refusal).satisfiesAnyOf(r -> assertThat(r).isNull(), r -> assertThat(r)
                    .isInstanceOf(ExpressionException.class));
        });
    }

    @Test
    void deepBracketsAreRefused() {
        assertThatThrownBy(() -> Expression.of("(".repeat(4_900) + "1" + ")".repeat(4_900))
                        .value(ROW))
                .isInstanceOf(ExpressionException.class);
    }

    @Test
    void endlessTextIsRefused() {
        assertThatThrownBy(() -> Expression.of("a" + " + a".repeat(3_000))).isInstanceOf(ExpressionException.class);
    }
}
