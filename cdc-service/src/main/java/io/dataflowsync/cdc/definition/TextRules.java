package io.dataflowsync.cdc.definition;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the type that the server gives a text: it may be longer than the statement says, and without a character set it is bytes. */
final class TextRules {
    /** The longest VARCHAR, in bytes. */
    private static final long LONGEST_VARCHAR = 65_535;

    private final Collations collations;

    TextRules(Collations collations) {
        this.collations = collations;
    }

    ResolvedType resolve(TypeClause clause, String collation) {
        return switch (clause.base()) {
            case "enum", "set" -> members(clause, collation);
            case "char", "binary" -> typed(clause.base() + "(" + Math.abs(clause.length()) + ")", collation);
            case "varchar", "varbinary" -> varying(clause.length(), collation);
            case "text", "blob" -> sized(clause, collation);
            default -> typed(clause.base(), collation);
        };
    }

    /** Finds the type of a text of the table in another character set: if its longest value needs more bytes, the type grows. */
    ResolvedType convert(SourceColumn column, String collation) {
        String base = column.baseType();
        return switch (base) {
            case "varchar" -> varying(length(column.type()), collation);
            case "tinytext", "text", "mediumtext" -> {
                long characters = TextSize.of(base).bytes() / collations.bytes(column.collation());
                yield typed(
                        TextSize.holding(characters * collations.bytes(collation))
                                .type(),
                        collation);
            }
            default -> typed(column.type(), collation);
        };
    }

    private ResolvedType varying(int length, String collation) {
        long bytes = (long) length * collations.bytes(collation);
        return bytes > LONGEST_VARCHAR
                ? typed(TextSize.holding(bytes).type(), collation)
                : typed("varchar(" + length + ")", collation);
    }

    private ResolvedType sized(TypeClause clause, String collation) {
        if (clause.length() <= 0) {
            return typed("text", collation);
        }
        long bytes = (long) clause.length() * collations.bytes(collation);
        return typed(TextSize.holding(bytes).type(), collation);
    }

    private static ResolvedType members(TypeClause clause, String collation) {
        String members = clause.members().stream()
                .map(member -> MemberText.of(member, collation))
                .collect(Collectors.joining(",", "(", ")"));
        return new ResolvedType(clause.base() + members, collation);
    }

    /** The type of a text, or the type of the same length in bytes. */
    private static ResolvedType typed(String type, String collation) {
        if (!collation.equals(Collations.BINARY)) {
            return new ResolvedType(type, collation);
        }
        if (type.startsWith("enum") || type.startsWith("set")) {
            return new ResolvedType(type, collation);
        }
        return new ResolvedType(type.replace("char", "binary").replace("text", "blob"), "");
    }

    private static int length(String type) {
        return Integer.parseInt(type.substring(type.indexOf('(') + 1, type.indexOf(')')));
    }

    /** The four sizes of a text. */
    private enum TextSize {
        TINYTEXT(255),
        TEXT(65_535),
        MEDIUMTEXT(16_777_215),
        LONGTEXT(4_294_967_295L);

        private static final List<TextSize> SIZES = List.of(values());

        private final long bytes;

        TextSize(long bytes) {
            this.bytes = bytes;
        }

        static TextSize of(String type) {
            return SIZES.stream()
                    .filter(size -> size.type().equals(type))
                    .findFirst()
                    .orElseThrow();
        }

        static TextSize holding(long bytes) {
            return SIZES.stream()
                    .filter(size -> size.bytes >= bytes)
                    .findFirst()
                    .orElse(LONGTEXT);
        }

        long bytes() {
            return bytes;
        }

        String type() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
