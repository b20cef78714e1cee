package io.dataflowsync.pipeline.config;

import java.util.Optional;

/** Reads an identity: {@code allocate}, {@code keep} or {@code { offset: N }}. */
final class IdentityBinder {
    private static final String KEY = "identity";
    private static final String FIX = "write allocate, keep or { offset: 1000000 }";

    private IdentityBinder() {}

    static Optional<Identity> identity(SectionReader section) {
        Setting setting = section.get(KEY);
        if (setting == null) {
            return Optional.empty();
        }
        if (setting instanceof Setting.Section) {
            return section.section(KEY).flatMap(IdentityBinder::offset);
        }
        String word = setting instanceof Setting.Text text ? text.value() : "";
        if (word.equals("allocate")) {
            return Optional.of(new Identity.Allocate());
        }
        if (word.equals("keep")) {
            return Optional.of(new Identity.Keep());
        }
        section.problem(
                KEY,
                word.equals("offset") ? "an offset without its number" : "unknown: " + Setting.kindOf(setting),
                FIX);
        return Optional.empty();
    }

    private static Optional<Identity> offset(SectionReader section) {
        if (!section.has("offset")) {
            section.problem("offset", "missing", FIX);
        }
        long by = section.number("offset", 0, Long.MIN_VALUE, Long.MAX_VALUE);
        section.end();
        return Optional.of(new Identity.Offset(by));
    }
}
