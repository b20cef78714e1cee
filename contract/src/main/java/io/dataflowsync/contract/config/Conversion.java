package io.dataflowsync.contract.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of value another becomes.
 *
 * @param pattern for {@link Kind#DATE} and {@link Kind#FORMAT} how the text is written, as java.time has it; for {@link Kind#NUMBER}
 *     the decimal sign; else absent
 */
public record Conversion(Kind kind, Optional<String> pattern) {

    /** The conversions there are; the file has them in lower case with hyphens. */
    public enum Kind {
        /** A text in this pattern becomes a DATE, or with a time in it a DATETIME. */
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
        /** The space at both ends of a text goes. */
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
