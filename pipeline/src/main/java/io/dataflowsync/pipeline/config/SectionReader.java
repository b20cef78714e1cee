package io.dataflowsync.pipeline.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one section, key by key. A wrong value becomes a problem, and a placeholder is returned, so that reading continues. A key that was
 * not read before {@link #end} is a problem, too.
 */
final class SectionReader {
    private final Setting.Section section;
    private final String path;
    private final Problems problems;
    private final TreeSet<String> asked = new TreeSet<>();

    SectionReader(Setting.Section section, String path, Problems problems) {
        this.section = section;
        this.path = path;
        this.problems = problems;
    }

    /** Whether the file has the key, with any value. */
    boolean has(String key) {
        return get(key) != null;
    }

    @Nullable
    Setting get(String key) {
        asked.add(key);
        return section.settings().get(key);
    }

    String path(String key) {
        return path + "." + key;
    }

    /** Adds a problem at a key, or at the section if the file lacks the key. */
    void problem(String key, String what, String fix) {
        Setting setting = section.settings().get(key);
        problems.add(setting == null ? section.origin() : setting.origin(), path(key), what, fix);
    }

    /** Reads a text that must be there and may be empty. */
    String needText(String key, String example) {
        if (!has(key)) {
            problem(key, "missing", "write " + key + ": " + example);
            return "";
        }
        return text(key).orElse("");
    }

    /** Reads a name that must be there. */
    String needName(String key, String example) {
        String name = needText(key, example);
        if (name.isBlank() && get(key) instanceof Setting.Text text && !text.isNull()) {
            problem(key, "empty", "write " + key + ": " + example);
        }
        return name;
    }

    Optional<String> text(String key) {
        Setting setting = get(key);
        if (setting == null) {
            return Optional.empty();
        }
        if (setting instanceof Setting.Text text && !text.isNull()) {
            return Optional.of(text.value());
        }
        problem(key, "a text expected, found " + Setting.kindOf(setting), "write " + key + ": \"text\"");
        return Optional.empty();
    }

    /** Reads a name that may be absent, but not empty. */
    Optional<String> name(String key) {
        Optional<String> name = text(key);
        if (name.isPresent() && name.get().isBlank()) {
            problem(key, "empty", "write a name, or leave the key out");
            return Optional.empty();
        }
        return name;
    }

    long number(String key, long otherwise, long least, long most) {
        Setting setting = get(key);
        if (setting == null) {
            return otherwise;
        }
        String range = least == Long.MIN_VALUE
                ? "like 1000000"
                : most == Long.MAX_VALUE ? "from " + least : "from " + least + " to " + most;
        if (setting instanceof Setting.Text text && text.value().strip().matches("[+-]?[0-9]{1,18}")) {
            long number = Long.parseLong(text.value().strip());
            if (number >= least && number <= most) {
                return number;
            }
            problem(key, "out of range: " + number, "write a number " + range);
            return otherwise;
        }
        problem(key, "a number expected, found " + Setting.kindOf(setting), "write a number " + range);
        return otherwise;
    }

    boolean flag(String key) {
        Setting setting = get(key);
        if (setting instanceof Setting.Text text && text.value().matches("true|false")) {
            return text.value().equals("true");
        }
        if (setting != null) {
            problem(key, "true or false expected, found " + Setting.kindOf(setting), "write true or false");
        }
        return false;
    }

    /** Reads one of these words; {@code null} may be one of them. */
    <T> T word(String key, Map<String, T> words, T otherwise) {
        Setting setting = get(key);
        if (setting == null) {
            return otherwise;
        }
        T meant = setting instanceof Setting.Text text ? words.get(text.value()) : null;
        if (meant != null) {
            return meant;
        }
        problem(key, "unknown: " + Setting.kindOf(setting), "write one of " + String.join(", ", words.keySet()));
        return otherwise;
    }

    /** Reads a list of names; a single name may stand without brackets. */
    List<String> names(String key) {
        Setting setting = get(key);
        List<Setting> items = setting instanceof Setting.Sequence sequence
                ? sequence.items()
                : setting == null ? List.of() : List.of(setting);
        List<String> names = new ArrayList<>();
        for (Setting item : items) {
            if (item instanceof Setting.Text text
                    && !text.isNull()
                    && !text.value().isBlank()) {
                if (names.contains(text.value())) {
                    problem(key, "'" + text.value() + "' twice", "name it once");
                }
                names.add(text.value());
            } else {
                problem(key, "a list of names expected, found " + Setting.kindOf(item), "write " + key + ": [name]");
            }
        }
        return names;
    }

    /** Reads texts by key; keys and texts may have any content. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Setting> settings =
                section(key).map(s -> s.section.settings()).orElse(Map.of());
        settings.forEach((name, setting) -> {
            if (setting instanceof Setting.Text text && !text.isNull()) {
                texts.put(name, text.value());
            } else {
                problems.add(
                        setting.origin(),
                        path(key) + "." + name,
                        "a text expected, found " + Setting.kindOf(setting),
                        "write " + name + ": \"text\"");
            }
        });
        return texts;
    }

    /** Reads a list of sections. */
    List<SectionReader> sections(String key) {
        List<SectionReader> sections = new ArrayList<>();
        Setting setting = get(key);
        if (setting instanceof Setting.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof Setting.Section inner) {
                    sections.add(new SectionReader(inner, path(key) + "[" + i + "]", problems));
                } else {
                    problem(
                            key,
                            "settings expected, found "
                                    + Setting.kindOf(sequence.items().get(i)),
                            "write [{ key: value }]");
                }
            }
        } else if (setting != null) {
            problem(key, "a list expected, found " + Setting.kindOf(setting), "write [{ key: value }]");
        }
        return sections;
    }

    /** Reads a section; an empty section counts as present. */
    Optional<SectionReader> section(String key) {
        Setting setting = get(key);
        if (setting == null) {
            return Optional.empty();
        }
        if (setting instanceof Setting.Section inner) {
            return Optional.of(new SectionReader(inner, path(key), problems));
        }
        if (!(setting instanceof Setting.Text text && text.isNull())) {
            problem(key, "settings expected, found " + Setting.kindOf(setting), "write " + key + ": { key: value }");
            return Optional.empty();
        }
        return Optional.of(
                new SectionReader(new Setting.Section(setting.origin(), new LinkedHashMap<>()), path(key), problems));
    }

    /** Applies a function to each key, in the order of the file; for a section whose keys are names. */
    <T> Map<String, T> each(Function<String, Optional<T>> read) {
        Map<String, T> all = new LinkedHashMap<>();
        for (String key : section.settings().keySet()) {
            read.apply(key).ifPresent(value -> all.put(key, value));
        }
        return all;
    }

    /** Ends the reading of the section: reports each key that was not read as an unknown key. Call it after the last key is read. */
    void end() {
        for (String key : section.settings().keySet()) {
            if (!asked.contains(key)) {
                problem(key, "unknown key", NearestWord.fix(key, asked));
            }
        }
    }
}
