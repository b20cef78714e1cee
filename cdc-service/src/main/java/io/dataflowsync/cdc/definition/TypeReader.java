package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.Token.Kind;
import io.dataflowsync.cdc.definition.TypeClause.TextClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a column's type. */
final class TypeReader {
    private static final Map<String, String> INTEGERS = Map.ofEntries(
            Map.entry("tinyint", "tinyint"),
            Map.entry("int1", "tinyint"),
            Map.entry("smallint", "smallint"),
            Map.entry("int2", "smallint"),
            Map.entry("mediumint", "mediumint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int", "int"),
            Map.entry("integer", "int"),
            Map.entry("int4", "int"),
            Map.entry("bigint", "bigint"),
            Map.entry("int8", "bigint"));

    private static final Set<String> PLAIN = Set.of(
            "date",
            "json",
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "tinyblob",
            "mediumblob",
            "longblob");

    private static final Set<String> SIZED =
            Set.of("bit", "time", "datetime", "timestamp", "blob", "binary", "varbinary");

    private final Tokens tokens;
    private final CharsetReader charsets;
    private final boolean realIsFloat;
    private final boolean timestampIsDatetime;

    TypeReader(Tokens tokens, CharsetReader charsets, List<String> sqlMode) {
        this.tokens = tokens;
        this.charsets = charsets;
        this.realIsFloat = sqlMode.contains("REAL_AS_FLOAT");
        this.timestampIsDatetime = sqlMode.contains("MAXDB");
    }

    TypeClause read() {
        if (!tokens.peek().is(Kind.WORD)) {
            throw tokens.unexpected("a type");
        }
        String word = tokens.next().text().toLowerCase(Locale.ROOT);
        String integer = INTEGERS.get(word);
        if (integer != null) {
            return number(integer, length(), TypeClause.NONE);
        }
        if (PLAIN.contains(word)) {
            return TypeClause.of(word);
        }
        if (SIZED.contains(word)) {
            boolean datetime = timestampIsDatetime && word.equals("timestamp");
            if (datetime) {
                tokens.replaceLast("DATETIME");
            }
            return TypeClause.sized(datetime ? "datetime" : word, word.equals("blob") ? lengthOfMany() : length());
        }
        TypeClause number = number(word);
        return number == null ? text(word) : number;
    }

    private @Nullable TypeClause number(String word) {
        return switch (word) {
            case "bool", "boolean" -> TypeClause.sized("tinyint", 1);
            case "serial" -> number("bigint", TypeClause.NONE, TypeClause.NONE, true, false);
            case "year" -> number("year", length(), TypeClause.NONE);
            case "decimal", "numeric", "dec", "fixed" -> precise("decimal");
            case "float", "float4" -> precise("float");
            case "real" -> real();
            case "double", "float8" -> {
                if (word.equals("double")) {
                    tokens.accept("precision");
                }
                yield precise("double");
            }
            default -> null;
        };
    }

    private TypeClause real() {
        tokens.replaceLast(realIsFloat ? "FLOAT" : "DOUBLE");
        return precise(realIsFloat ? "float" : "double");
    }

    private TypeClause text(String word) {
        return switch (word) {
            case "char", "character" -> {
                boolean varying = tokens.accept("varying");
                yield text(varying ? "varchar" : "char", length());
            }
            case "varchar", "varcharacter" -> text("varchar", length());
            case "tinytext", "mediumtext", "longtext" -> text(word, TypeClause.NONE);
            case "text" -> text("text", lengthOfMany());
            case "long" -> longText();
            case "nchar", "nvarchar", "national" -> national(word);
            case "enum", "set" -> TypeClause.ofMembers(word, members(), charsets.ofType());
            default -> throw new UnclearException("'" + word + "' is no type");
        };
    }

    private TypeClause text(String base, int length) {
        return TypeClause.text(base, length, charsets.ofType());
    }

    private TypeClause longText() {
        if (tokens.accept("varbinary")) {
            return TypeClause.of("mediumblob");
        }
        if (tokens.accept("char") || tokens.accept("character")) {
            tokens.expect("varying");
        } else if (!tokens.accept("varchar")) {
            tokens.accept("varcharacter");
        }
        return text("mediumtext", TypeClause.NONE);
    }

    private TypeClause national(String word) {
        boolean varying = word.equals("nvarchar");
        if (!varying) {
            boolean character = word.equals("nchar") || tokens.accept("char") || tokens.accept("character");
            varying = character
                    ? tokens.accept("varying") || (word.equals("nchar") && tokens.accept("varchar"))
                    : tokens.accept("varchar") || tokens.accept("varcharacter");
            if (!character && !varying) {
                throw tokens.unexpected("CHAR or VARCHAR");
            }
        }
        int length = length();
        return TypeClause.text(varying ? "varchar" : "char", length, charsets.ofNationalType());
    }

    /** Reads the precision and scale of a number. */
    private TypeClause precise(String base) {
        int length = TypeClause.NONE;
        int decimals = TypeClause.NONE;
        if (tokens.acceptSymbol('(')) {
            length = tokens.number();
            if (tokens.acceptSymbol(',')) {
                decimals = tokens.number();
            }
            tokens.expectSymbol(')');
        }
        return number(base, length, decimals);
    }

    private TypeClause number(String base, int length, int decimals) {
        boolean unsigned = false;
        boolean zerofill = false;
        while (true) {
            if (tokens.accept("unsigned")) {
                unsigned = true;
            } else if (tokens.accept("zerofill")) {
                zerofill = true;
            } else if (!tokens.accept("signed")) {
                return number(base, length, decimals, unsigned || zerofill, zerofill);
            }
        }
    }

    private static TypeClause number(String base, int length, int decimals, boolean unsigned, boolean zerofill) {
        return new TypeClause(base, length, decimals, unsigned, zerofill, List.of(), TextClause.INHERITED);
    }

    private int length() {
        if (!tokens.acceptSymbol('(')) {
            return TypeClause.NONE;
        }
        int length = tokens.number();
        tokens.expectSymbol(')');
        return length;
    }

    /** Reads the length of a TEXT or BLOB. In 5.7 a length of 0 counts as no length; 8.0 would take the smallest type. */
    private int lengthOfMany() {
        int from = tokens.canonical().size();
        int length = length();
        if (length == 0) {
            tokens.canonical().replace(from, "");
        }
        return length;
    }

    private List<String> members() {
        List<String> members = new ArrayList<>();
        tokens.expectSymbol('(');
        do {
            members.add(tokens.text());
        } while (tokens.acceptSymbol(','));
        tokens.expectSymbol(')');
        return members;
    }
}
