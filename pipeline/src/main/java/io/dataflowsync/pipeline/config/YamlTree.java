package io.dataflowsync.pipeline.config;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Parses the settings of a YAML text, and fills in the variables of the environment. */
final class YamlTree {
    private final String fileName;
    private final Variables variables;
    private final Problems problems;

    YamlTree(String fileName, Variables variables, Problems problems) {
        this.fileName = fileName;
        this.variables = variables;
        this.problems = problems;
    }

    /** Returns the root's settings; none if the text is empty, or if it is not a YAML mapping, which is a problem. */
    Setting.Section read(String text) {
        Origin top = new Origin(fileName, 1);
        Setting root = null;
        try {
            Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            root = node == null ? null : setting(node, top, "");
        } catch (YAMLException e) {
            addSyntaxProblem(e);
        }
        if (root instanceof Setting.Section section) {
            return section;
        }
        if (root != null) {
            problems.add(top, "dfs", "missing", "write 'dfs:' and the settings under it");
        }
        return new Setting.Section(top, new LinkedHashMap<>());
    }

    private void addSyntaxProblem(YAMLException e) {
        String what = e.getMessage();
        Origin origin = new Origin(fileName, 1);
        String column = "";
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            origin = new Origin(fileName, marked.getProblemMark().getLine() + 1);
            column = "column " + (marked.getProblemMark().getColumn() + 1);
            // "expected a single document", "but found another one": two halves of a sentence
            String problem = String.valueOf(marked.getProblem());
            what = problem.startsWith("but ") ? marked.getContext() + " " + problem : problem;
        }
        String oneLine = what == null ? "unreadable" : what.strip().replaceAll("\\s*\\R\\s*", " ");
        problems.add(
                origin,
                column,
                "not YAML: " + oneLine,
                "look for a missing quote, colon, bracket or indentation there");
    }

    private Setting setting(Node node, Origin origin, String path) {
        if (node.isTwoStepsConstruction()) {
            problems.add(origin, path, "an alias of a section that contains it", "write it out");
            return new Setting.Text(origin, "", true);
        }
        if (node instanceof MappingNode mapping) {
            return section(mapping, origin, path);
        }
        if (node instanceof SequenceNode sequence) {
            List<Setting> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(setting(item, originOf(item), path + "[" + items.size() + "]"));
            }
            return new Setting.Sequence(origin, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        String value = variables.fill(scalar.getValue(), origin, path);
        return new Setting.Text(origin, value, scalar.getTag().equals(Tag.NULL));
    }

    private Setting.Section section(MappingNode mapping, Origin origin, String path) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Origin keyOrigin = originOf(tuple.getKeyNode());
            String key = keyOf(tuple.getKeyNode());
            if (key == null) {
                problems.add(keyOrigin, path, "a key that is not plain text", "write a name before the colon");
                continue;
            }
            String keyPath = path.isEmpty() ? key : path + "." + key;
            Integer earlier = lines.putIfAbsent(key, keyOrigin.line());
            if (earlier != null) {
                problems.add(keyOrigin, keyPath, "a second '" + key + "', the first is on line " + earlier, "keep one");
            } else {
                settings.put(key, setting(tuple.getValueNode(), keyOrigin, keyPath));
            }
        }
        return new Setting.Section(origin, settings);
    }

    private static @Nullable String keyOf(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }

    private Origin originOf(Node node) {
        return new Origin(fileName, node.getStartMark().getLine() + 1);
    }
}
