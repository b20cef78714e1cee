/**
 * Reads the source's DDL statements by the rules of MySQL 5.7, to find the tables and their columns after a statement.
 *
 * <p>In: the tables before a statement, its text and its session. Out: the tables after it, and the effect of the statement on each table.
 * It reads statements only and asks no server: {@code capture.definition} does that. Invariant: a reading is what {@code
 * information_schema} of a 5.7 server would have, or there is none and an exception says why.
 *
 * <p>A statement passes, in this order: {@code Lexer} (tokens), one {@code *Reader} for each kind of clause (what the text says), {@code
 * *Rules} (what the server makes of it), {@code Workspace} (the tables that are changed).
 */
@NullMarked
package io.dataflowsync.cdc.definition;

import org.jspecify.annotations.NullMarked;
