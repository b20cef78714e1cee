package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A secret that stands nowhere else, and every form in which it could be written down.
 *
 * @param name what it is the secret of
 * @param text the whole of it, with signs around its core that mean something in a URL, in JSON, in a JAAS configuration and in SQL
 * @param core letters and digits that are the same in all these
 */
record PlantedWord(String name, String text, String core) {
    private static final int CORE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<Charset> CHARSETS = List.of(UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    /** A password that was not there before. */
    static PlantedWord of(String name) {
        byte[] bytes = new byte[CORE_BYTES];
        RANDOM.nextBytes(bytes);
        String core = "Pw" + HexFormat.of().withUpperCase().formatHex(bytes);
        return new PlantedWord(name, "/+ " + core + "&=%\"'$;", core);
    }

    /** A secret that was made by somebody else. */
    static PlantedWord found(String name, String text) {
        return new PlantedWord(name, text, text);
    }

    /**
     * What it is searched for, by the form's name: as it is (in a URL and in JSON too), hexadecimal, and the part of its Base64 that does not
     * depend on what stands before and after it; each in the bytes of the three character sets that a JVM keeps text in.
     */
    Map<String, byte[]> forms() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("plain", core);
        String hex = HexFormat.of().formatHex(core.getBytes(UTF_8));
        texts.put("hex", hex);
        texts.put("HEX", hex.toUpperCase(Locale.ROOT));
        for (int before = 0; before < 3; before++) {
            texts.put("base64+" + before, base64(before));
        }
        Map<String, byte[]> forms = new TreeMap<>();
        texts.forEach((form, text) ->
                CHARSETS.forEach(charset -> forms.put(form + " " + charset.name(), text.getBytes(charset))));
        return forms;
    }

    /** @param before bytes that stand before the core in the group of three in which it begins */
    private String base64(int before) {
        byte[] bytes = core.getBytes(UTF_8);
        byte[] shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int begin = (before * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        return encoded.substring(begin, end);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The words that bytes have in any form, each with that form, {@code target (plain UTF-8)}. */
    static List<String> in(byte[] bytes, List<PlantedWord> words) {
        return new Search(words).of(ByteBuffer.wrap(bytes));
    }

    /** Looks for many words in one pass. */
    static final class Search {
        private static final int WINDOW = Long.BYTES;

        private final long[] keys;
        private final List<List<Form>> forms;

        private record Form(String name, byte[] bytes) {}

        Search(List<PlantedWord> words) {
            Map<Long, List<Form>> byStart = new TreeMap<>();
            for (PlantedWord word : words) {
                word.forms().forEach((form, bytes) -> byStart.computeIfAbsent(
                                ByteBuffer.wrap(bytes).getLong(), start -> new ArrayList<>())
                        .add(new Form(word.name() + " (" + form + ")", bytes)));
            }
            keys = byStart.keySet().stream().mapToLong(Long::longValue).toArray();
            forms = List.copyOf(byStart.values());
        }

        /** The forms that are there. */
        List<String> of(ByteBuffer bytes) {
            boolean[] firstTwo = firstTwo();
            List<String> found = new ArrayList<>();
            for (int at = 0; at + WINDOW <= bytes.limit(); at++) {
                if (firstTwo[bytes.getShort(at) & 0xFFFF]) {
                    int place = Arrays.binarySearch(keys, bytes.getLong(at));
                    if (place >= 0) {
                        add(bytes, at, forms.get(place), found);
                    }
                }
            }
            return found.stream().distinct().sorted().toList();
        }

        private boolean[] firstTwo() {
            boolean[] known = new boolean[1 << Short.SIZE];
            for (long key : keys) {
                known[(int) (key >>> (Long.SIZE - Short.SIZE))] = true;
            }
            return known;
        }

        private static void add(ByteBuffer bytes, int at, List<Form> candidates, List<String> found) {
            for (Form form : candidates) {
                boolean fits = at + form.bytes.length <= bytes.limit();
                if (fits && bytes.slice(at, form.bytes.length).equals(ByteBuffer.wrap(form.bytes))) {
                    found.add(form.name);
                }
            }
        }
    }
}
