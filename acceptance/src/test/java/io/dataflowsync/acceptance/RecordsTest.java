package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds records with so many components that a reader loses the order of their constructor's arguments. */
class RecordsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int MOST = 9;
    private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)(?:<[^(]*>)? ?\\(");

    @Test
    void aRecordWithManyComponentsSaysWhyItIsFlat() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(RecordsTest::isMainCode).toList()) {
                String text = Files.readString(file);
                Matcher header = RECORD.matcher(text);
                while (header.find()) {
                    int components = components(text.substring(header.end()));
                    if (components > MOST && !saysWhy(text.substring(0, header.start()))) {
                        found.add(ROOT.relativize(file) + ": " + header.group(1) + " has " + components);
                    }
                }
            }
        }
        assertThat(found)
                .as("group them by their meaning; if the record is the JSON of something, say so: 'flat, because ...'")
                .isEmpty();
    }

    private static boolean isMainCode(Path file) {
        return ROOT.relativize(file).toString().matches("[a-z-]+/src/main/java/.*\\.java");
    }

    private static boolean saysWhy(String before) {
        String comment = before.substring(Math.max(0, before.lastIndexOf("/**")));
        return comment.replaceAll("\\s+(?:\\* )?", " ").contains("flat, because");
    }

    /** @param text what follows the opening parenthesis of a record */
    private static int components(String text) {
        int commas = 0;
        int depth = 0;
        for (int i = 0; depth >= 0; i++) {
            switch (text.charAt(i)) {
                case '(', '<' -> depth++;
                case ')', '>' -> depth--;
                case ',' -> commas += depth == 0 ? 1 : 0;
                default -> {}
            }
        }
        return commas + 1;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int a) {}|1",
                "Map<A, B> a, @C(d = 1, e = 2) int b) { f(1, 2, 3); }|2",
                "A a, B<C, D<E, F>> b, G c)|3"
            })
    void componentsAreCountedWithoutTheCommasWithinThem(String text, int components) {
        assertThat(components(text)).isEqualTo(components);
    }
}
