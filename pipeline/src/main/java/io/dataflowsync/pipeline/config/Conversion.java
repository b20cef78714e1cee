package io.dataflowsync.pipeline.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Converts a value to another type.
 *
 * @param pattern for {@link Kind#DATE} and {@link Kind#FORMAT} the pattern of the text, in the form of java.time; for {@link Kind#NUMBER}
 *     the decimal separator; else absent
 */
public record Conversion(Kind kind, Optional<String> pattern) {

    /** The kinds of conversions. The file writes them in lower case with hyphens. */
    public enum Kind {
        /** A text in this pattern becomes a DATE, or a DATETIME if the pattern has a time. */
        DATE,
        /** A DATE or DATETIME becomes a text in this pattern. */
        FORMAT,
        /** Seconds since 1970 in UTC become a DATETIME in UTC. */
        EPOCH_SECONDS,
        EPOCH_MILLIS,
        /** A DATETIME in UTC becomes seconds since 1970. */
        TO_EPOCH_SECONDS,
        TO_EPOCH_MILLIS,
        /** A text becomes the number that it names. */
        NUMBER,
        /** A number becomes its text. */
        TEXT,
        /** Y, yes, true, on and 1 become 1; N, no, false, off and 0 become 0. */
        BOOLEAN,
        /** Bytes become hexadecimal digits. */
        HEX,
        UNHEX,
        /** Bytes become a text of base64. */
        BASE64,
        UNBASE64,
        /** 16 bytes become a UUID's text. */
        UUID,
        /** A UUID's text becomes its 16 bytes. */
        UUID_BYTES,
        /** Spaces at both ends of a text are removed. */
        TRIM;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean needsPattern() {
            return this == DATE || this == FORMAT;
        }

        boolean takesPattern() {
            return needsPattern() || this == NUMBER;
        }

        static Optional<Kind> ofWord(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }
    }
}
