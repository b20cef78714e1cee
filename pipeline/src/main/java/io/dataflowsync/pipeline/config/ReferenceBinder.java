package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.config.ReferenceRule.OddKey;
import io.dataflowsync.pipeline.json.JsonPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the references of a table from their section: a table's name, the tables by another column's value, or the places in a JSON
 * document.
 */
final class ReferenceBinder {
    private static final Map<String, OddKey> WORDS = words();

    private ReferenceBinder() {}

    private static Map<String, OddKey> words() {
        Map<String, OddKey> words = new LinkedHashMap<>();
        words.put("none", OddKey.NONE);
        words.put("row", OddKey.ROW);
        return words;
    }

    static Map<String, ReferenceRule> references(SectionReader section) {
        return section.each(column -> {
            Setting setting = section.get(column);
            if (setting instanceof Setting.Sequence || isPlace(setting)) {
                return Optional.of(inJson(section, column));
            }
            if (setting instanceof Setting.Section one && one.settings().containsKey("table")) {
                return section.section(column).map(ReferenceBinder::toTable);
            }
            if (setting instanceof Setting.Section) {
                return section.section(column).flatMap(ReferenceBinder::polymorphic);
            }
            return section.name(column).map(ReferenceRule.ToTable::new);
        });
    }

    private static boolean isPlace(@Nullable Setting setting) {
        return setting instanceof Setting.Section section && section.settings().containsKey("path");
    }

    private static ReferenceRule inJson(SectionReader section, String column) {
        List<SectionReader> places = section.get(column) instanceof Setting.Sequence
                ? section.sections(column)
                : section.section(column).stream().toList();
        List<ReferenceRule.InJson.Place> rules = new ArrayList<>();
        Set<OddKey> zeros = EnumSet.noneOf(OddKey.class);
        Set<OddKey> negatives = EnumSet.noneOf(OddKey.class);
        for (SectionReader place : places) {
            String path = place.needName("path", "$.user.id");
            String table = place.needName("table", "users");
            addSame(place, "zero", zeros);
            addSame(place, "negative", negatives);
            try {
                JsonPath here = JsonPath.of(path);
                rules.stream()
                        .filter(rule -> rule.path().overlaps(here))
                        .findFirst()
                        .ifPresent(rule -> place.problem(
                                "path",
                                "the values at " + path + " are at "
                                        + rule.path().text() + ", too",
                                "name each value once: it would get a new key twice"));
                rules.add(new ReferenceRule.InJson.Place(here, table));
            } catch (IllegalArgumentException e) {
                if (!path.isBlank()) {
                    place.problem("path", "not a path: '" + path + "'", "write $.user.id or $.items[*].id");
                }
            }
            place.end();
        }
        return new ReferenceRule.InJson(List.copyOf(rules), first(zeros), first(negatives));
    }

    private static void addSame(SectionReader place, String name, Set<OddKey> said) {
        if (said.add(word(place, name)) && said.size() > 1) {
            place.problem(name, "differs from the places before", "write the same for all places of a column");
        }
    }

    private static OddKey first(Set<OddKey> said) {
        return said.isEmpty() ? OddKey.UNSAID : said.iterator().next();
    }

    private static OddKey word(SectionReader section, String name) {
        return section.word(name, WORDS, OddKey.UNSAID);
    }

    private static ReferenceRule toTable(SectionReader section) {
        ReferenceRule rule = new ReferenceRule.ToTable(
                section.needName("table", "users"), word(section, "zero"), word(section, "negative"));
        section.end();
        return rule;
    }

    private static Optional<ReferenceRule> polymorphic(SectionReader section) {
        String by = section.needName("by", "the column that names the table");
        Map<String, String> tables = section.texts("tables");
        if (!section.has("tables")) {
            section.problem("tables", "missing", "write tables: { Post: posts }");
        } else if (section.get("tables") instanceof Setting.Section named
                && named.settings().isEmpty()) {
            section.problem("tables", "no table", "write tables: { Post: posts }");
        }
        ReferenceRule rule =
                new ReferenceRule.Polymorphic(by, tables, word(section, "zero"), word(section, "negative"));
        section.end();
        return Optional.of(rule);
    }
}
