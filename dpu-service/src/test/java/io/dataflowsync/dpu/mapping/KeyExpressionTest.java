package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Columns a and b are keys; subject is one where kind is customer; doc has one at $.customer; kind and n are plain. */
class KeyExpressionTest {
    private static final KeyExpression.Columns COLUMNS = new KeyExpression.Columns() {
        @Override
        public boolean isKey(String column, Map<String, String> known, @Nullable String path) {
            return path == null
                    ? Set.of("a", "b").contains(column)
                            || column.equals("subject") && "customer".equals(known.get("kind"))
                    : column.equals("doc") && path.equals("$.customer");
        }

        @Override
        public boolean isPlain(String column) {
            return Set.of("kind", "n").contains(column);
        }

        @Override
        public boolean isKept(String column) {
            return !column.equals("doc");
        }
    };

    @Test
    void whatOnlyChoosesAmongKeysIsAKey() {
        assertThat(isKey("`a`")).isTrue();
        assertThat(isKey("coalesce(`a`,`b`)")).isTrue();
        assertThat(isKey("if((`kind` = _utf8mb4\\'customer\\'),`subject`,NULL)"))
                .isTrue();
        assertThat(isKey("if((`n` > 3),`a`,ifnull(`b`,`a`))")).isTrue();
        assertThat(isKey("(case when (`a` is null) then `b` when (`n` in (1,2)) then `a` else NULL end)"))
                .isTrue();
        assertThat(isKey("cast(json_unquote(json_extract(`doc`,_utf8mb4\\'$.customer\\')) as unsigned)"))
                .isTrue();
    }

    @Test
    void whatMayBeAnotherValueIsNone() {
        assertThat(isKey("`a` + 0")).isFalse();
        assertThat(isKey("ifnull(`a`,1)")).isFalse();
        assertThat(isKey("least(`a`,`b`)")).isFalse();
        assertThat(isKey("`subject`")).isFalse();
        assertThat(isKey("if((`kind` = _utf8mb4\\'customer\\'),NULL,`subject`)"))
                .isFalse();
        assertThat(isKey("if((`kind` <> _utf8mb4\\'customer\\'),`subject`,NULL)"))
                .isFalse();
        assertThat(isKey("json_extract(`doc`,_utf8mb4\\'$.other\\')")).isFalse();
    }

    @Test
    void whatIsReckonedOrAskedOfAKeyIsNotUnderstood() {
        assertThatThrownBy(() -> isKey("(`a` + 0)")).isInstanceOf(KeyExpression.NotUnderstoodException.class);
        assertThatThrownBy(() -> isKey("if((`a` < `b`),`a`,`b`)"))
                .isInstanceOf(KeyExpression.NotUnderstoodException.class);
        assertThatThrownBy(() -> isKey("if((`a` = 1),NULL,`a`)"))
                .isInstanceOf(KeyExpression.NotUnderstoodException.class);
        assertThatThrownBy(() -> isKey("if((`n` = 1),`a`")).isInstanceOf(KeyExpression.NotUnderstoodException.class);
    }

    @Test
    void theColumnsThatItReadsAreFound() {
        assertThat(KeyExpression.columns("if((`kind` = _utf8mb4\\'it\\\\\\'s\\'),`a``b`,NULL)"))
                .containsExactly("kind", "a`b");
    }

    private static boolean isKey(String expression) {
        return new KeyExpression(expression, COLUMNS).isKey(Map.of());
    }
}
