package io.dataflowsync.contract.config;

import java.util.Map;
import java.util.Optional;

/** Makes the references of a table of their section: a table's name, or the tables by another column's value. */
final class ReferenceBinder {
    private ReferenceBinder() {}

    static Map<String, ReferenceRule> references(SectionReader section) {
        return section.each(column -> {
            if (section.get(column) instanceof Setting.Section) {
                return section.section(column).flatMap(ReferenceBinder::polymorphic);
            }
            return section.name(column).map(ReferenceRule.ToTable::new);
        });
    }

    private static Optional<ReferenceRule> polymorphic(SectionReader section) {
        String by = section.needName("by", "the column that tells the tables apart");
        Map<String, String> tables = section.texts("tables");
        if (!section.has("tables")) {
            section.problem("tables", "missing", "write tables: { Post: posts }");
        } else if (section.get("tables") instanceof Setting.Section named
                && named.settings().isEmpty()) {
            section.problem("tables", "no table", "write tables: { Post: posts }");
        }
        section.end();
        return Optional.of(new ReferenceRule.Polymorphic(by, tables));
    }
}
