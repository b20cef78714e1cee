package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finds words that the glossary says are not used any more, in main code, documents and pages; and commands that the help does not have. */
class WordsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Of a text whose identifiers are split into words. What the lookarounds let pass has one meaning only. */
    private static final Pattern NOT_USED = Pattern.compile(
            "\\b(?:behind(?! (?:a |the |its )?(?:reverse )?(?:proxy|proxies|nginx))"
                    + "|besides?|tells?|told|telling|so many|reckon(?:s|ed|ing)?|mend(?:s|ed|ing)?|anew"
                    + "|somebody|nobody|whoever|rooms?|parted|met|(?:is|are) away|bec[ao]mes? of"
                    + "|(?<!minus |plus |percent |dollar |equals )signs?(?![- ]in\\b| (?:up|out)\\b| (?:a|the|its) certificate))\\b",
            Pattern.CASE_INSENSITIVE);

    /** Names that are kept: an error code, a method of the JDK, and a column of {@code dead_letter}, which is a field of the REST answers, too. */
    private static final Pattern NAMES = Pattern.compile("waits-behind|copySign");

    private static final Set<String> WITH_THE_COLUMN_BEHIND = Set.of(
            "OutcomeWriter.java",
            "DeadLetters.java",
            "DeadLetterCommands.java",
            "DeadLetterRow.java",
            "LetterReader.java",
            "letter.js");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern COMMAND = Pattern.compile("\\./dfs ([a-z][a-z-]*)");

    @Test
    void theWordsThatAreNotUsedAnyMoreAreNotUsed() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size() && !lines.get(i).equals("## Words that are not used any more"); i++) {
                String line = NAMES.matcher(lines.get(i)).replaceAll("");
                Matcher word = words(line);
                if (word.find() && !isTheColumn(file, word.group())) {
                    found.add(ROOT.relativize(file) + ":" + (i + 1) + ": " + word.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static Matcher words(String text) {
        return NOT_USED.matcher(CAMEL.matcher(text).replaceAll(" "));
    }

    private static boolean isTheColumn(Path file, String word) {
        return word.equals("behind")
                && WITH_THE_COLUMN_BEHIND.contains(file.getFileName().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows behind it",
                "beside it",
                "it tells",
                "toldApart",
                "so many rows",
                "a sign of the text",
                "NOBODY",
                "tableRoom",
                "reckoned",
                "What becomes of a row",
                "the log is away"
            })
    void aWordIsFoundInTextAndInIdentifiers(String text) {
        assertThat(words(text).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "behind a proxy",
                "sign in",
                "sign-in",
                "signIn",
                "minus sign",
                "signed",
                "source-away",
                "metrics"
            })
    void wordsWithOneMeaningPass(String text) {
        assertThat(words(text).find()).isFalse();
    }

    @Test
    void theGlossaryListsThem() throws IOException {
        String glossary = Files.readString(ROOT.resolve("docs/glossary.md"));
        String table = glossary.substring(glossary.indexOf("## Words that are not used any more"));
        for (String row :
                table.lines().filter(line -> line.startsWith("| ")).skip(1).toList()) {
            String words = row.split("\\|", -1)[1].replaceAll("\\(.*\\)", "");
            for (String word : words.split(",", -1)) {
                assertThat(NOT_USED.matcher(word.strip()).matches())
                        .as("'%s' in %s", word.strip(), row)
                        .isTrue();
            }
        }
    }

    @Test
    void eachCommandThatATextNamesIsInTheHelp() throws IOException {
        String help = Files.readString(ROOT.resolve("dfs"));
        List<String> unknown = new ArrayList<>();
        for (Path file : texts()) {
            COMMAND.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult named) -> named.group(1))
                    .distinct()
                    .filter(command -> !Pattern.compile("(?m)^  \\./dfs " + command + "( |$)")
                            .matcher(help)
                            .find())
                    .forEach(command -> unknown.add(ROOT.relativize(file) + ": ./dfs " + command));
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void aClassNameExistsOnce() throws IOException {
        Map<String, List<Path>> byName = texts().stream()
                .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString().toLowerCase(Locale.ROOT)));
        assertThat(byName.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }

    /** Main code, the page, and what users read. Migrations of the log schema cannot be changed any more. */
    private static List<Path> texts() throws IOException {
        List<Path> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(WordsTest::isRead).forEach(texts::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        assertThat(texts).hasSizeGreaterThan(1_000);
        return texts;
    }

    private static boolean isRead(Path file) {
        String path = ROOT.relativize(file).toString();
        if (path.contains("/target/") || path.startsWith(".") || path.contains("node_modules")) {
            return false;
        }
        return path.matches("[a-z-]+/src/main/.*\\.(java|js|html|css|properties)")
                || path.matches("docs/.*\\.md|[A-Z]+\\.md|dfs|docker-compose\\.yml|deploy/.*\\.(yaml|yml|sh|md)");
    }
}
