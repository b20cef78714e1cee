package io.dataflowsync.cdc.definition;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the type that the server gives a column. */
final class TypeRules {
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Map<String, Integer> WIDTHS =
            Map.of("tinyint", 4, "smallint", 6, "mediumint", 9, "int", 11, "bigint", 20);
    private static final int FLOAT_PRECISION = 24;
    private static final int DECIMAL_PRECISION = 10;

    private final TextRules texts;

    TypeRules(Collations collations) {
        this.texts = new TextRules(collations);
    }

    /**
     * Finds the type of a new column or one that is defined again.
     *
     * @param tableCollation the collation of a text that names no character set
     * @param converted the collation of a CONVERT TO in the same statement, which holds for all texts
     */
    ResolvedType resolve(TypeClause clause, String tableCollation, @Nullable String converted) {
        if (INTEGERS.contains(clause.base())) {
            return plain(clause.base() + "(" + width(clause) + ")" + attributes(clause));
        }
        return switch (clause.base()) {
            case "decimal" -> plain(decimal(clause) + attributes(clause));
            case "float", "double" -> plain(approximate(clause) + attributes(clause));
            case "bit" -> plain("bit(" + positive(clause.length(), 1) + ")");
            case "year" -> plain("year(4)");
            case "time", "datetime", "timestamp" -> plain(clause.base() + fraction(clause));
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
                texts.resolve(clause, collation(clause, tableCollation, converted));
            case "binary", "varbinary", "blob" -> texts.resolve(clause, Collations.BINARY);
            default -> plain(clause.base());
        };
    }

    /** Finds the type of a column of the table when the table is converted to a character set. */
    ResolvedType convert(SourceColumn column, String collation) {
        if (column.collation().isEmpty() || column.collation().equals(Collations.BINARY)) {
            return new ResolvedType(column.type(), column.collation());
        }
        return texts.convert(column, collation);
    }

    private static String collation(TypeClause clause, String tableCollation, @Nullable String converted) {
        String own = Objects.requireNonNullElse(clause.text().collation(), tableCollation);
        String collation = converted != null && !own.equals(Collations.BINARY) ? converted : own;
        return clause.text().binary() ? Collations.binaryOf(collation) : collation;
    }

    private static ResolvedType plain(String type) {
        return new ResolvedType(type, "");
    }

    private static int width(TypeClause clause) {
        int signed = Objects.requireNonNull(WIDTHS.get(clause.base()));
        // Without a minus sign the width is one less, except for bigint, which then needs all 20 digits.
        boolean shorter = clause.unsigned() && !clause.base().equals("bigint");
        return positive(clause.length(), shorter ? signed - 1 : signed);
    }

    private static String decimal(TypeClause clause) {
        return "decimal(" + positive(clause.length(), DECIMAL_PRECISION) + "," + Math.max(clause.decimals(), 0) + ")";
    }

    private static String approximate(TypeClause clause) {
        if (clause.decimals() != TypeClause.NONE) {
            return clause.base() + "(" + clause.length() + "," + clause.decimals() + ")";
        }
        return clause.length() > FLOAT_PRECISION ? "double" : clause.base();
    }

    private static String fraction(TypeClause clause) {
        return clause.length() > 0 ? "(" + clause.length() + ")" : "";
    }

    private static String attributes(TypeClause clause) {
        return (clause.unsigned() ? " unsigned" : "") + (clause.zerofill() ? " zerofill" : "");
    }

    /** The number that the statement gives; the usual one if that is none or zero. */
    private static int positive(int given, int usual) {
        return given > 0 ? given : usual;
    }
}
