package io.dataflowsync.sandbox.fuzz.generate;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Makes random texts of characters that a character set has. */
final class RandomTexts {
    private static final List<String> ASCII =
            List.of("", "a", "A", "b ", " c", "x''y", "null", "0", "Ab-9", "%_", "tab\there");
    private static final List<String> LATIN = List.of("é", "ÜBER", "ß", "ñandú", "e");
    private static final List<String> CHINESE = List.of("中", "中文", "数据", "国");
    private static final List<String> CYRILLIC = List.of("ж", "Привет", "Я");
    private static final List<String> GREEK = List.of("α", "Ω", "ς");
    private static final List<String> ANY = List.of("😀", "👍🏽", "𝄞", "a\u0301");

    private RandomTexts() {}

    /** Texts up to that length for the character set. */
    static Function<Random, String> of(String charset, int length) {
        List<List<String>> stock =
                switch (charset) {
                    case "latin1" -> List.of(ASCII, LATIN);
                    case "gbk", "gb2312" -> List.of(ASCII, CHINESE);
                    case "cp1251" -> List.of(ASCII, CYRILLIC);
                    case "utf8", "ucs2" -> List.of(ASCII, LATIN, CHINESE, CYRILLIC, GREEK);
                    case "ascii" -> List.of(ASCII);
                    default -> List.of(ASCII, LATIN, CHINESE, CYRILLIC, GREEK, ANY);
                };
        return random -> literal(stock, length, random);
    }

    private static String literal(List<List<String>> stock, int length, Random random) {
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(3);
        for (int i = 0; i < words; i++) {
            List<String> kind = stock.get(random.nextInt(stock.size()));
            String word = kind.get(random.nextInt(kind.size()));
            if (text.codePointCount(0, text.length()) + word.codePointCount(0, word.length()) <= length) {
                text.append(word);
            }
        }
        return "'" + text + "'";
    }
}
