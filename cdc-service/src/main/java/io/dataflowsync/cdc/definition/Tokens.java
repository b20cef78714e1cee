package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.Token.Kind;
import io.dataflowsync.contract.table.Identifiers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of a statement one after another, with a look ahead. */
final class Tokens {
    private final Lexer lexer;
    private final Deque<Token> ahead = new ArrayDeque<>();
    private final CanonicalText canonical;

    /** @param canonical collects the tokens that are read */
    Tokens(Lexer lexer, CanonicalText canonical) {
        this.lexer = lexer;
        this.canonical = canonical;
    }

    Token peek() {
        return peek(0);
    }

    /** The token at that distance from here. */
    Token peek(int distance) {
        while (ahead.size() <= distance) {
            ahead.add(lexer.next());
        }
        Iterator<Token> tokens = ahead.iterator();
        for (int i = 0; i < distance; i++) {
            tokens.next();
        }
        return tokens.next();
    }

    Token next() {
        Token token = peek();
        ahead.remove();
        canonical.add(token);
        return token;
    }

    /** Replaces the last token of the canonical form by a text. */
    void replaceLast(String text) {
        canonical.replace(canonical.size() - 1, text);
    }

    /** The canonical form of the tokens that were read so far. */
    CanonicalText canonical() {
        return canonical;
    }

    boolean isAtEnd() {
        return peek().is(Kind.END);
    }

    /** Whether these words come next. */
    boolean at(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        return true;
    }

    boolean atAny(List<String> words) {
        return words.stream().anyMatch(this::at);
    }

    boolean atSymbol(char symbol) {
        return peek().isSymbol(symbol);
    }

    /** Steps over these words if they come next. */
    boolean accept(String... words) {
        if (!at(words)) {
            return false;
        }
        skip(words.length);
        return true;
    }

    /** Steps over one of these words if it comes next, and returns the word as it is given here. */
    @Nullable
    String acceptAny(String... words) {
        for (String word : words) {
            if (accept(word)) {
                return word;
            }
        }
        return null;
    }

    boolean acceptSymbol(char symbol) {
        boolean there = atSymbol(symbol);
        if (there) {
            next();
        }
        return there;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw unexpected(String.join(" ", words));
        }
    }

    void expectSymbol(char symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    /** Whether a name comes next. */
    boolean atName() {
        Token token = peek();
        return token.is(Kind.NAME) || (token.is(Kind.WORD) && !ReservedWords.contains(token.text()));
    }

    String name() {
        if (!atName()) {
            throw unexpected("a name");
        }
        String name = next().text();
        replaceLast(Identifiers.quoted(name));
        return name;
    }

    /** Reads a name, or the same as a text; a reserved word is accepted too, because some settings have such values. */
    String nameOrText() {
        Token token = peek();
        if (!token.is(Kind.NAME) && !token.is(Kind.WORD) && !token.is(Kind.TEXT)) {
            throw unexpected("a name");
        }
        return next().text();
    }

    /** Reads a text; several in a row are one text. */
    String text() {
        if (!peek().is(Kind.TEXT)) {
            throw unexpected("a text");
        }
        StringBuilder text = new StringBuilder();
        while (peek().is(Kind.TEXT)) {
            text.append(next().text());
        }
        return text.toString();
    }

    /** Reads a number without a fraction: a length or a precision. */
    int number() {
        Token token = peek();
        if (!token.is(Kind.NUMBER)) {
            throw unexpected("a number");
        }
        try {
            long number = Long.parseLong(next().text());
            return (int) Math.min(number, Integer.MAX_VALUE);
        } catch (NumberFormatException e) {
            throw new UnclearException("the number " + token + " is no length");
        }
    }

    /** Reads names in parentheses, separated by commas. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        expectSymbol('(');
        do {
            names.add(name());
        } while (acceptSymbol(','));
        expectSymbol(')');
        return names;
    }

    /** Steps over an expression in parentheses. */
    void skipParentheses() {
        expectSymbol('(');
        int depth = 1;
        while (depth > 0) {
            Token token = next();
            if (token.is(Kind.END)) {
                throw new UnclearException("a parenthesis is not closed");
            }
            depth += token.isSymbol('(') ? 1 : 0;
            depth -= token.isSymbol(')') ? 1 : 0;
        }
    }

    void skipToEnd() {
        while (!isAtEnd()) {
            next();
        }
    }

    UnclearException unexpected(String wanted) {
        return new UnclearException("expected " + wanted + ", found " + peek());
    }
}
