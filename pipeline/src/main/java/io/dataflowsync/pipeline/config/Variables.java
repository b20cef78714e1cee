package io.dataflowsync.pipeline.config;

import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills variables of the environment into a text: <code>${NAME}</code>, or <code>${NAME:otherwise}</code>. A literal
 * <code>${</code> is written <code>$${</code>.
 */
final class Variables {
    private static final Pattern MARK = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)(:[^}]*)?}|\\$\\{");

    private final Map<String, String> environment;
    private final Set<String> unread;
    private final Problems problems;

    /** @param unread the paths whose values this process does not need: they are left as they are */
    Variables(Map<String, String> environment, Set<String> unread, Problems problems) {
        this.environment = environment;
        this.unread = unread;
        this.problems = problems;
    }

    String fill(String text, Origin origin, String path) {
        if (unread.contains(path)) {
            return text;
        }
        return MARK.matcher(text).replaceAll(mark -> Matcher.quoteReplacement(valueOf(mark, origin, path)));
    }

    private String valueOf(MatchResult mark, Origin origin, String path) {
        if (mark.group().equals("$${")) {
            return "${";
        }
        String name = mark.group(1);
        if (name == null) {
            problems.add(
                    origin, path, "'${' without a variable's name and '}'", "write ${NAME}, or $${ for a plain ${");
            return "";
        }
        String value = environment.get(name);
        if (value != null) {
            return value;
        }
        if (mark.group(2) != null) {
            return mark.group(2).substring(1);
        }
        problems.add(
                origin,
                path,
                "the environment has no variable " + name,
                "set it, or write ${" + name + ":otherwise} with the value to use without it");
        return "";
    }
}
