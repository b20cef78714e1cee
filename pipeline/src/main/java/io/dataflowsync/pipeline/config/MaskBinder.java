package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.config.ColumnRule.Mask;
import java.util.Optional;

/** Reads a mask: {@code hash}, {@code { hash: secret }}, {@code redact} or {@code { truncate: N }}. */
final class MaskBinder {
    private static final String FIX = "write hash, { hash: \"${SECRET}\" }, redact or { truncate: 4 }";

    private MaskBinder() {}

    static Optional<Mask> mask(SectionReader section) {
        Setting setting = section.get("mask");
        if (setting == null) {
            return Optional.empty();
        }
        if (setting instanceof Setting.Section) {
            return section.section("mask").flatMap(MaskBinder::withSetting);
        }
        String word = setting instanceof Setting.Text text ? text.value() : "";
        if (word.equals("hash")) {
            return Optional.of(new Mask.Hash());
        }
        if (word.equals("redact")) {
            return Optional.of(new Mask.Redact());
        }
        section.problem("mask", "unknown: " + Setting.kindOf(setting), FIX);
        return Optional.empty();
    }

    private static Optional<Mask> withSetting(SectionReader inner) {
        if (inner.has("hash")) {
            Optional<Mask> hash = inner.name("hash").map(Secret::new).map(secret -> new Mask.Hash(Optional.of(secret)));
            inner.end();
            return hash;
        }
        if (!inner.has("truncate")) {
            inner.problem("truncate", "missing", FIX);
        }
        int length = (int) inner.number("truncate", 0, 0, Integer.MAX_VALUE);
        inner.end();
        return Optional.of(new Mask.Truncate(length));
    }
}
