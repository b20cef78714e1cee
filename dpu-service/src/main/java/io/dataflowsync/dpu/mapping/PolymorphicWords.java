package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.lang.Character.UnicodeScript;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the meaning of a polymorphic reference by the words of the column that names its table.
 *
 * <p>A value is equal to a word if the source takes the two as equal: by its collation, by bytes, or by number.
 */
final class PolymorphicWords {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
    /** Letters that some collations take as equal. */
    private static final String NEAR_LETTERS = "ijyuvwIJYUVW";

    private enum Match {
        SAME,
        OTHER,
        DOUBTFUL
    }

    private final ColumnDefinition column;
    private final Map<String, KeyMeaning> byValue;

    PolymorphicWords(ColumnDefinition column, Map<String, KeyMeaning> byValue) {
        this.column = column;
        this.byValue = byValue;
    }

    /** The meaning for each word, as the pipeline file spells it. */
    Map<String, KeyMeaning> byValue() {
        return byValue;
    }

    /**
     * The meaning for a value; empty if it is none of the words.
     *
     * @throws MappingException if it is not certain which word the value is
     */
    Optional<KeyMeaning> of(Object value) {
        KeyMeaning exact = byValue.get(value.toString());
        return exact != null ? Optional.of(exact) : ofText(text(value));
    }

    /** Whether it is certain that a value is one of the words, or none. */
    boolean isCertain(@Nullable Object value) {
        try {
            if (value != null) {
                of(value);
            }
            return true;
        } catch (MappingException e) {
            return false;
        }
    }

    private Optional<KeyMeaning> ofText(String text) {
        Set<KeyMeaning> found = new HashSet<>();
        boolean isCertain = true;
        for (Map.Entry<String, KeyMeaning> word : byValue.entrySet()) {
            if (word.getKey().equals(text)) {
                return Optional.of(word.getValue());
            }
            Match match = match(word.getKey(), text);
            isCertain &= match != Match.DOUBTFUL;
            if (match == Match.SAME) {
                found.add(word.getValue());
            }
        }
        if (!isCertain || found.size() > 1) {
            throw new MappingException(
                    ErrorCode.UNCAPTURED_REFERENCE,
                    "it is not certain which of the words " + byValue.keySet() + " the value '" + text
                            + "' of the column " + column.name()
                            + " is to the source: write it under tables: of the reference as it is spelt here, start"
                            + " dpu-service again, and replay");
        }
        return found.stream().findFirst();
    }

    private String text(Object value) {
        if (!(value instanceof Binary binary) || column.baseType().equals("bit")) {
            return value.toString();
        }
        int end = binary.bytes().length;
        while (column.baseType().equals("binary") && end > 0 && binary.bytes()[end - 1] == 0) {
            end--;
        }
        return new String(binary.bytes(), 0, end, StandardCharsets.UTF_8);
    }

    private Match match(String word, String value) {
        if (column.isInteger()) {
            boolean same = INTEGER.matcher(word).matches()
                    && INTEGER.matcher(value).matches()
                    && new BigInteger(word).equals(new BigInteger(value));
            return same ? Match.SAME : Match.OTHER;
        }
        return switch (column.baseType()) {
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
                letters(unpadded(word), unpadded(value));
            default -> Match.OTHER;
        };
    }

    private static String unpadded(String text) {
        return text.replaceFirst(" +$", "");
    }

    /** Compares a word and a value up to the first place where they differ, or may differ. */
    private Match letters(String word, String value) {
        if (word.equals(value)) {
            return Match.SAME;
        }
        if (column.collation().endsWith("_bin")) {
            return Match.OTHER;
        }
        for (int i = 0; i < Math.max(word.length(), value.length()); i++) {
            Match match = i < Math.min(word.length(), value.length())
                    ? letter(word.charAt(i), value.charAt(i))
                    : end((word.length() > value.length() ? word : value).charAt(i));
            if (match != Match.SAME) {
                return match;
            }
        }
        return Match.SAME;
    }

    private Match letter(char one, char other) {
        if (one == other) {
            return Match.SAME;
        }
        if (!isAscii(one) || !isAscii(other)) {
            return isAscii(one) && isForeign(other) || isAscii(other) && isForeign(one) ? Match.OTHER : Match.DOUBTFUL;
        }
        boolean isKnown = KeyComparison.ofText(column.collation()) == KeyComparison.LETTERS;
        if (Character.toLowerCase(one) == Character.toLowerCase(other)) {
            Match cased = column.collation().endsWith("_cs") ? Match.OTHER : Match.SAME;
            return isKnown ? cased : Match.DOUBTFUL;
        }
        boolean isNear = !isKnown && NEAR_LETTERS.indexOf(one) >= 0 && NEAR_LETTERS.indexOf(other) >= 0;
        return isNear ? Match.DOUBTFUL : Match.OTHER;
    }

    /** The result for a further character at the end of one text: some characters are ignored in a comparison. */
    private static Match end(char more) {
        return isAscii(more) ? Match.OTHER : Match.DOUBTFUL;
    }

    private static boolean isAscii(char c) {
        return c >= ' ' && c <= '~';
    }

    /** Whether it is a letter of a script in which no letter is equal to a Latin letter. */
    private static boolean isForeign(char c) {
        return Character.isLetter(c)
                && switch (UnicodeScript.of(c)) {
                    case CYRILLIC, GREEK, HEBREW, ARABIC, HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
                    default -> false;
                };
    }

    /** Whether both have the same words and compare texts in the same way: otherwise the same value may be another word. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PolymorphicWords that
                && byValue.equals(that.byValue)
                && comparison().equals(that.comparison());
    }

    @Override
    public int hashCode() {
        return byValue.hashCode();
    }

    private record Comparison(boolean binary, boolean cased, KeyComparison letters) {}

    /** The properties of the collation that {@link #letters} uses. */
    private Comparison comparison() {
        String collation = column.collation();
        return new Comparison(collation.endsWith("_bin"), collation.endsWith("_cs"), KeyComparison.ofText(collation));
    }
}
