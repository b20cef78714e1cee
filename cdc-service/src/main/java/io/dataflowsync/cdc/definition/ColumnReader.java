package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.ColumnClause.Fallback;
import io.dataflowsync.cdc.definition.SourceColumn.Generated;
import io.dataflowsync.cdc.definition.SourceKey.Part;
import java.util.List;
import java.util.Optional;

/** Reads the definitions of columns: the type, and the attributes in any order. */
final class ColumnReader {
    private final Tokens tokens;
    private final TypeReader types;
    private final CharsetReader charsets;
    private final DefaultReader defaults;
    private final ReferenceReader references;
    private final boolean timestampIsNotNull;

    /** @param timestampIsNotNull whether a TIMESTAMP with neither NULL nor NOT NULL is NOT NULL */
    ColumnReader(
            Tokens tokens,
            TypeReader types,
            CharsetReader charsets,
            ReferenceReader references,
            boolean timestampIsNotNull) {
        this.tokens = tokens;
        this.types = types;
        this.charsets = charsets;
        this.defaults = new DefaultReader(tokens);
        this.references = references;
        this.timestampIsNotNull = timestampIsNotNull;
    }

    /** Reads what follows a column's name. The keys that its attributes make are added to the others. */
    ColumnClause read(String name, TableElements elements) {
        boolean serial = tokens.at("serial");
        Attributes attributes = new Attributes(name, types.read(), elements);
        int afterType = tokens.canonical().size();
        if (serial) {
            attributes.beSerial();
        }
        if (attributes.type.base().equals("timestamp")) {
            attributes.notNull = timestampIsNotNull;
        }
        while (attributes.acceptOne()) {
            // the next one
        }
        attributes.impliedCollation().ifPresent(c -> tokens.canonical().insert(afterType, "COLLATE " + c));
        attributes.openTimestamp().ifPresent(open -> tokens.canonical()
                .leaveOpen(
                        attributes.generated == Generated.NONE
                                ? afterType
                                : tokens.canonical().size(),
                        open));
        return attributes.clause();
    }

    /** The attributes that were read of a column so far. */
    private final class Attributes {
        private final String name;
        private final TableElements elements;
        private TypeClause type;
        private boolean notNull;
        private Generated generated = Generated.NONE;
        private boolean autoIncrement;
        private Fallback fallback = Fallback.NONE;
        private boolean onUpdate;
        private boolean primary;
        private boolean unique;
        private boolean collated;
        private boolean saysNull;

        Attributes(String name, TypeClause type, TableElements elements) {
            this.name = name;
            this.type = type;
            this.elements = elements;
        }

        void beSerial() {
            notNull = true;
            autoIncrement = true;
            unique = true;
        }

        Optional<OpenTimestamp> openTimestamp() {
            boolean saysDefault = fallback != Fallback.NONE || generated != Generated.NONE;
            return timestampIsNotNull && notNull && type.base().equals("timestamp")
                    ? Optional.of(new OpenTimestamp(name, saysNull, saysDefault, onUpdate))
                    : Optional.empty();
        }

        /** The collation of the character set that the type names, because another server may have another. */
        Optional<String> impliedCollation() {
            return Optional.ofNullable(type.text().collation())
                    .filter(collation -> !collated && !type.text().binary())
                    .filter(CharsetReader::isOtherInLater);
        }

        ColumnClause clause() {
            List<Part> parts = List.of(new Part(name, 0));
            if (primary) {
                elements.add(KeyClause.primary(parts));
            }
            if (unique) {
                elements.add(KeyClause.unique(null, parts));
            }
            return new ColumnClause(name, type, notNull, generated, autoIncrement, fallback, onUpdate);
        }

        boolean acceptOne() {
            return acceptValue() || acceptKey() || acceptGenerated() || acceptRemark();
        }

        private boolean acceptValue() {
            if (tokens.accept("not")) {
                tokens.expect("null");
                notNull = true;
                saysNull = true;
            } else if (tokens.accept("null")) {
                notNull = false;
                saysNull = true;
            } else if (tokens.accept("default")) {
                fallback = defaults.read();
            } else if (tokens.accept("on")) {
                tokens.expect("update");
                defaults.readClock();
                onUpdate = true;
            } else if (tokens.accept("auto_increment")) {
                autoIncrement = true;
                notNull = true;
            } else if (tokens.accept("serial")) {
                tokens.expect("default", "value");
                beSerial();
            } else {
                return false;
            }
            return true;
        }

        private boolean acceptKey() {
            if (tokens.accept("primary", "key") || tokens.accept("key")) {
                primary = true;
                notNull = true;
                return true;
            }
            if (tokens.accept("unique")) {
                tokens.accept("key");
                unique = true;
                return true;
            }
            return false;
        }

        private boolean acceptGenerated() {
            if (tokens.accept("generated")) {
                tokens.expect("always");
            }
            if (tokens.accept("as")) {
                tokens.skipParentheses();
                generated = Generated.VIRTUAL;
            } else if (tokens.accept("stored")) {
                generated = Generated.STORED;
            } else {
                return tokens.accept("virtual");
            }
            return true;
        }

        /** Reads an attribute that changes nothing, except COLLATE. */
        private boolean acceptRemark() {
            if (tokens.accept("collate")) {
                type = type.collated(charsets.collate());
                collated = true;
            } else if (tokens.accept("comment")) {
                tokens.text();
            } else if (tokens.accept("column_format") || tokens.accept("storage")) {
                tokens.nameOrText();
            } else if (tokens.at("references")) {
                references.skip();
            } else if (tokens.accept("check")) {
                tokens.skipParentheses();
            } else {
                return false;
            }
            return true;
        }
    }
}
