package io.dataflowsync.sandbox.rehearsal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the statements of an SQL file one after another; a statement ends where MySQL's own client ends it.
 *
 * <p>A byte is a character here, whatever the file's character set is, so that bytes of blobs reach the server as they are. Only one
 * statement is in memory at a time.
 */
final class SqlFileReader implements AutoCloseable {
    /** The length of the longest packet that a server accepts. */
    private static final int LONGEST = 1 << 30;

    private static final Pattern DELIMITER = Pattern.compile("(?is)\\s*DELIMITER\\s+(\\S+).*");
    private static final Pattern WHOLE_LINE = Pattern.compile("(?is)\\s*(USE|SOURCE)\\s+\\S.*|\\s*\\\\\\..*");

    private final String name;
    private final InputStream input;
    private final StringBuilder open = new StringBuilder();
    private String delimiter = ";";
    private String line = "";
    private int at;
    private int number;
    /** The quote that a text or a name began with, {@code *} in a comment, {@code !} in one that the server reads; 0 outside. */
    private char inside;
    /** Whether the quote began inside of a comment that the server reads. */
    private boolean inVersion;

    /**
     * A statement and its place.
     *
     * @param text the statement without its delimiter and without comments, one character for each byte
     * @param place the file and the line, {@code shop.sql:12}
     */
    record Statement(String text, String place) {}

    SqlFileReader(String name, InputStream input) {
        this.name = name;
        this.input = new BufferedInputStream(input, 1 << 16);
    }

    /** The next statement; empty at the end of the file. */
    Optional<Statement> next() throws IOException {
        open.setLength(0);
        while (at < line.length() || nextLine()) {
            if (takeCommand() || take()) {
                Optional<Statement> statement = end();
                if (statement.isPresent()) {
                    return statement;
                }
            }
            if (open.length() > LONGEST) {
                throw new IOException(place() + ": a statement of more than 1 GiB; does a " + delimiter + " lack?");
            }
        }
        return end();
    }

    private boolean isBlank() {
        return open.chars().allMatch(Character::isWhitespace);
    }

    private String place() {
        return name + ":" + number;
    }

    private Optional<Statement> end() {
        String text = open.toString().strip();
        open.setLength(0);
        return text.isEmpty() ? Optional.empty() : Optional.of(new Statement(text, place()));
    }

    private boolean nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        int next = input.read();
        while (next >= 0) {
            bytes.write(next);
            if (next == '\n') {
                break;
            }
            next = input.read();
        }
        line = bytes.toString(StandardCharsets.ISO_8859_1);
        at = 0;
        if (number++ == 0) {
            skipMark();
        }
        return !line.isEmpty();
    }

    /** Skips the byte order mark of UTF-8. A file in UTF-16 is refused, since the client cannot read it either. */
    private void skipMark() throws IOException {
        if (line.startsWith("\u00ef\u00bb\u00bf")) {
            at = 3;
        } else if (line.startsWith("\u00ff\u00fe") || line.startsWith("\u00fe\u00ff")) {
            throw new IOException(name + " is in UTF-16: convert it to UTF-8");
        }
    }

    /** Takes a command of the client, which stands in the place of a statement; returns whether it is a statement by itself. */
    private boolean takeCommand() {
        if (inside != 0 || !isBlank()) {
            return false;
        }
        String rest = line.substring(at);
        Matcher command = DELIMITER.matcher(rest);
        if (command.matches()) {
            delimiter = command.group(1);
            at = line.length();
            return false;
        }
        if (WHOLE_LINE.matcher(rest).matches() && !rest.contains(delimiter)) {
            open.append(rest);
            at = line.length();
            return true;
        }
        return false;
    }

    /** Takes the rest of the line up to the next delimiter; returns whether there was one. */
    private boolean take() {
        while (at < line.length()) {
            if (inside == '*') {
                skipComment();
            } else if (inside != 0 && inside != '!') {
                takeQuoted();
            } else if (startsComment()) {
                at = line.length();
                open.append('\n');
            } else if (line.startsWith(delimiter, at) && inside == 0) {
                at += delimiter.length();
                return true;
            } else if (line.startsWith("\\g", at) || line.startsWith("\\G", at)) {
                at += 2;
                return true;
            } else {
                takePlain();
            }
        }
        return false;
    }

    private boolean startsComment() {
        if (line.charAt(at) == '#') {
            return true;
        }
        return line.startsWith("--", at) && (at + 2 == line.length() || line.charAt(at + 2) <= ' ');
    }

    private void takePlain() {
        char c = line.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            takeQuote(c);
        } else if (line.startsWith("/*", at) && inside == 0) {
            char third = at + 2 < line.length() ? line.charAt(at + 2) : ' ';
            inside = third == '!' || third == '+' ? '!' : '*';
            open.append(inside == '!' ? "/*" : " ");
            at += 2;
        } else if (line.startsWith("*/", at) && inside == '!') {
            inside = 0;
            open.append("*/");
            at += 2;
        } else {
            open.append(c);
            at++;
        }
    }

    private void skipComment() {
        int end = line.indexOf("*/", at);
        at = end < 0 ? line.length() : end + 2;
        inside = end < 0 ? '*' : 0;
    }

    private void takeQuote(char quote) {
        inVersion = inside == '!';
        inside = quote;
        open.append(quote);
        at++;
    }

    /** Takes a quoted text. A doubled quote ends one text and begins the next, which has the same result. */
    private void takeQuoted() {
        int from = at;
        while (at < line.length() && line.charAt(at) != inside) {
            at += line.charAt(at) == '\\' && inside != '`' ? 2 : 1;
        }
        at = Math.min(at, line.length());
        if (at < line.length()) {
            at++;
            inside = inVersion ? '!' : 0;
        }
        open.append(line, from, at);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
