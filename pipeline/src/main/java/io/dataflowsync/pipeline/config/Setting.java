package io.dataflowsync.pipeline.config;

import java.util.List;
import java.util.Map;

/** A value of the pipeline file, with the place where it was written. */
sealed interface Setting {

    Origin origin();

    /** @param isNull whether the file leaves it empty or says {@code null}; the text is then the file's text */
    record Text(Origin origin, String value, boolean isNull) implements Setting {}

    record Sequence(Origin origin, List<Setting> items) implements Setting {}

    /** Settings by key, in the order of the file. Overrides are added to it. */
    record Section(Origin origin, Map<String, Setting> settings) implements Setting {}

    /** Describes the value in the words of a reader of the file. */
    static String kindOf(Setting setting) {
        if (setting instanceof Text text) {
            return text.isNull() ? "no value" : "'" + text.value() + "'";
        }
        return setting instanceof Sequence ? "a list" : "a section";
    }
}
