package io.dataflowsync.pipeline.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlInfo;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/** Restricts JEXL to the parts that an expression may use. */
final class Language {
    private static final JexlFeatures FEATURES =
            JexlFeatures.createNone().comparatorNames(true).methodCall(false).script(false);
    private static final JexlEngine ENGINE = engine();
    /** Matches a decimal, or a text in quotes, so that digits in texts are skipped. */
    private static final Pattern DECIMAL = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|(?<![\\w$@#.])[0-9]+(?:\\.[0-9]+(?:[eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)(?![\\w.])");

    private Language() {}

    private static JexlEngine engine() {
        Map<String, Object> functions = new HashMap<>();
        functions.put(null, ExpressionFunctions.class);
        JexlBuilder language = new JexlBuilder()
                .features(FEATURES)
                .permissions(new SandboxPermissions())
                .arithmetic(new Arithmetic())
                .namespaces(functions)
                .strict(true)
                .silent(false)
                .safe(false)
                .antish(false)
                .cache(-1)
                .debug(false);
        return new StrictEngine(language);
    }

    static JexlScript read(String text) {
        return ENGINE.createScript(FEATURES, null, exact(text));
    }

    /** Rewrites decimals so that JEXL does not read them as binary fractions. */
    private static String exact(String text) {
        return DECIMAL.matcher(text).replaceAll(match -> {
            boolean quoted = match.group().startsWith("'") || match.group().startsWith("\"");
            return Matcher.quoteReplacement(quoted ? match.group() : match.group() + "b");
        });
    }

    /** Returns the fault in words, without the details that only a Java developer understands. */
    static String reason(JexlException e) {
        Throwable cause = e.getCause();
        if (cause instanceof ExpressionException || cause instanceof ArithmeticException) {
            return String.valueOf(cause.getMessage());
        }
        if (e instanceof JexlException.Variable variable) {
            return "there is no column '" + variable.getVariable() + "'" + place(e.getInfo());
        }
        if (e instanceof JexlException.Method method) {
            return "there is no function " + method.getMethod() + " of such values" + place(e.getInfo());
        }
        String detail = e.getDetail() == null ? String.valueOf(e.getMessage()) : e.getDetail();
        String kind = e instanceof JexlException.Feature
                ? "not allowed: "
                : e instanceof JexlException.Parsing ? "not understood: " : "";
        return kind + detail.strip().replaceAll("\\s*\\R\\s*", " ") + place(e.getInfo());
    }

    private static String place(@Nullable JexlInfo info) {
        if (info == null || info.getColumn() < 1) {
            return "";
        }
        String line = info.getLine() > 1 ? "line " + info.getLine() + ", " : "";
        return " (" + line + "column " + info.getColumn() + ")";
    }
}
