package io.dataflowsync.pipeline.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value in a document, in the form of MySQL: {@code $.user.id}, {@code $.items[*].id}, {@code $[0]."a b"}.
 *
 * @param text the path as it was written
 * @param steps the steps from the document's root to the value
 */
public record JsonPath(String text, List<Step> steps) {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z_$][A-Za-z0-9_$]*)|\\.\"((?:[^\"\\\\]|\\\\.)*)\"|\\[(\\*|[0-9]{1,9})]");

    /** One step into a document. */
    public sealed interface Step {
        /** @param name the name of an object's member */
        record Member(String name) implements Step {}

        /** @param index the index of an array's element; -1 for each element */
        record Element(int index) implements Step {}
    }

    /** @throws IllegalArgumentException if the text is not such a path */
    public static JsonPath of(String text) {
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int at = 1;
        while (text.startsWith("$") && at < text.length() && step.find(at) && step.start() == at) {
            if (step.group(1) != null) {
                steps.add(new Step.Member(step.group(1)));
            } else if (step.group(2) != null) {
                steps.add(new Step.Member(step.group(2).replaceAll("\\\\(.)", "$1")));
            } else {
                steps.add(new Step.Element(step.group(3).equals("*") ? -1 : Integer.parseInt(step.group(3))));
            }
            at = step.end();
        }
        if (!text.startsWith("$") || at < text.length()) {
            throw new IllegalArgumentException("'" + text + "' is not a path: write $.user.id or $.items[*].id");
        }
        return new JsonPath(text, List.copyOf(steps));
    }

    /** Whether one value of a document can stand at both paths. A value that is itself an object or array does not count. */
    public boolean overlaps(JsonPath other) {
        boolean overlaps = steps.size() == other.steps.size();
        for (int i = 0; overlaps && i < steps.size(); i++) {
            overlaps = isAnyOf(steps.get(i), other.steps.get(i)) || isAnyOf(other.steps.get(i), steps.get(i));
        }
        return overlaps;
    }

    private static boolean isAnyOf(Step one, Step other) {
        return one.equals(other)
                || one instanceof Step.Element element && element.index() < 0 && other instanceof Step.Element;
    }

    /** Whether the path selects the value at this place. */
    boolean matches(JsonStreamContext place) {
        JsonStreamContext open = place;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (open.inRoot() || !isAt(steps.get(i), open)) {
                return false;
            }
            JsonStreamContext parent = open.getParent();
            if (parent == null) {
                return false;
            }
            open = parent;
        }
        return open.inRoot();
    }

    private static boolean isAt(Step step, JsonStreamContext place) {
        if (step instanceof Step.Member member) {
            @Nullable String name = place.getCurrentName();
            return place.inObject() && member.name().equals(name);
        }
        int index = ((Step.Element) step).index();
        return place.inArray() && (index < 0 || index == place.getCurrentIndex());
    }
}
