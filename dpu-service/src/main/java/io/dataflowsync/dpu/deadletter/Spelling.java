package io.dataflowsync.dpu.deadletter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is left of a key's text when all is taken away that some collation of MySQL passes over: case, accents, blanks at the end, signs that
 * are not seen, and whether a letter stands once or twice, since one may stand for two ({@code ß} and {@code ss}). Keys that are equal to the
 * source have one spelling; some that differ have, too.
 */
final class Spelling {
    private static final Pattern PASSED_OVER = Pattern.compile("[\\p{M}\\p{Cf}\\p{Cc}]+");
    private static final Pattern TWICE = Pattern.compile("(\\p{L})\\1+");
    private static final Pattern BLANKS = Pattern.compile(" +(?=\"?[,\\]]|$)");
    /** Letters that are not made of another one and an accent. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("\u00C6", "AE"),
            Map.entry("\u0152", "OE"),
            Map.entry("\u00D8", "O"),
            Map.entry("\u0110", "D"),
            Map.entry("\u00D0", "D"),
            Map.entry("\u0141", "L"),
            Map.entry("\u0126", "H"),
            Map.entry("\u0166", "T"),
            Map.entry("\u014A", "N"),
            Map.entry("\u00DE", "TH"));

    private static final Pattern OTHER_LETTERS = Pattern.compile("[" + String.join("", LETTERS.keySet()) + "]");

    private static final int FIRST_KATAKANA = 0x30A1;
    private static final int LAST_KATAKANA = 0x30F6;
    private static final int TO_HIRAGANA = 0x60;

    private Spelling() {}

    /** Never empty: no key's text is. */
    static String of(String key) {
        if (isPlain(key)) {
            return key;
        }
        String bare = PASSED_OVER
                .matcher(Normalizer.normalize(key, Normalizer.Form.NFKD))
                .replaceAll("");
        String upper = bare.toUpperCase(Locale.ROOT);
        String letters = OTHER_LETTERS.matcher(upper).replaceAll(letter -> LETTERS.get(letter.group()));
        StringBuilder kana = new StringBuilder(letters.length());
        letters.codePoints()
                .map(sign -> sign >= FIRST_KATAKANA && sign <= LAST_KATAKANA ? sign - TO_HIRAGANA : sign)
                .forEach(kana::appendCodePoint);
        String spelling = BLANKS.matcher(TWICE.matcher(kana).replaceAll("$1")).replaceAll("");
        return spelling.isEmpty() ? " " : spelling;
    }

    /** A number, or what else has no letter and no blank. */
    private static boolean isPlain(String key) {
        return key.chars().allMatch(sign -> sign > ' ' && sign < 0x7F && !Character.isLetter(sign));
    }
}
