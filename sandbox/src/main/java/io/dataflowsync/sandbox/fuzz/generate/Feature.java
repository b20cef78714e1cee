package io.dataflowsync.sandbox.fuzz.generate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of tables or statements that can be left out of a run. */
public enum Feature {
    /** Services are killed while the source is written. */
    KILLS(true),
    /** Generated columns, stored and virtual. */
    GENERATED_COLUMNS(true),
    /** A generated column is the primary key, or part of it. */
    GENERATED_KEYS(false),
    /** A primary key that is also a foreign key. */
    SHARED_KEYS(true),
    /** Foreign keys of several columns. */
    COMPOSITE_REFERENCES(true),
    /** Rings of tables, and tables that refer to themselves. */
    RINGS(true),
    /** Columns with ON UPDATE CURRENT_TIMESTAMP. */
    UPDATE_CLOCKS(false),
    /** ON UPDATE SET NULL, and ON UPDATE CASCADE to a key that gets a new value. */
    UPDATE_RULES(false),
    /** Primary keys are changed by UPDATE. */
    KEY_CHANGES(true),
    /** Sessions with foreign_key_checks = 0 or unique_checks = 0. */
    UNCHECKED(false),
    /** Sessions that write only some columns of a row: binlog_row_image NOBLOB or MINIMAL. Their new rows have all columns. */
    ROW_IMAGES(false),
    /** Sessions with their own sql_mode. */
    SQL_MODES(true),
    /** Sessions with their own character set. */
    SESSION_CHARSETS(true),
    /** TRUNCATE. */
    TRUNCATE(true),
    /** ADD, DROP, MODIFY and CHANGE of columns, FIRST and AFTER. */
    COLUMN_CHANGES(true),
    /** Indexes and unique keys are added and dropped. */
    INDEX_CHANGES(true),
    /** A column gets a new name that differs in case, or has capitals. */
    CAPITAL_NAMES(false),
    /** Definitions whose meaning depends on the session: time zone, moment, character set. */
    SESSION_DEFINITIONS(false),
    /** The default character set of a table changes, or that of all its columns. */
    CHARSET_CHANGES(false),
    /** Foreign keys are added and dropped. */
    REFERENCE_CHANGES(false),
    /** The primary key is added or dropped, or its column gets another name. */
    KEY_DEFINITIONS(false),
    /** CREATE TABLE, under names that were never used. */
    NEW_TABLES(true),
    /** DROP TABLE. */
    DROPPED_TABLES(false),
    /** CREATE TABLE … LIKE. */
    LIKE(false),
    /** RENAME TABLE to a name that is free. */
    RENAMES(false),
    /** RENAME TABLE that swaps or rotates names, and names that are used a second time. */
    ROTATIONS(false),
    /** Versioned comments and other ways of writing a statement. */
    WRITING(false);

    private final boolean usual;

    Feature(boolean usual) {
        this.usual = usual;
    }

    /** The name on the command line: {@code key-changes}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The features of a run that names none. */
    public static Set<Feature> usual() {
        EnumSet<Feature> usual = EnumSet.allOf(Feature.class);
        usual.removeIf(feature -> !feature.usual);
        return usual;
    }

    public static Optional<Feature> ofWord(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }
}
