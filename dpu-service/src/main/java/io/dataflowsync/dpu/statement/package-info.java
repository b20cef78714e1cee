/**
 * Generates the SQL of mapped changes.
 *
 * <p>In: a mapped change. Out: statements with bound values, the waves that send them together, and a text of each for people to read.
 * Next package: execute. Invariant: every name is quoted, and only {@code Literal} writes the value of a row into SQL that is run.
 *
 * <p>Values: a {@code SqlStatement} has a question mark for each value, and execute binds the values. {@code MultiRow} is the exception. It
 * writes the values of up to 1,000 rows (64 for an UPDATE) into one SQL text, with {@code Literal}, so that one round trip changes them all.
 *
 * <p>These guard the literals:
 *
 * <ul>
 *   <li>{@code Literal} escapes a text: quotes, backslashes, line ends, NUL and Ctrl-Z. It writes bytes as hexadecimal digits.
 *   <li>The escaping is right only in a session whose {@code sql_mode} has no NO_BACKSLASH_ESCAPES and whose character set is utf8mb4.
 *       {@code JdbcUrl} sets both for each session of the target. A schema change may set others in its own session (execute's
 *       {@code SourceSession}): it sets them back afterwards, or ends the session.
 *   <li>execute's {@code TargetSessions} reads {@code sql_mode} and both character sets (of the client and of the connection) of each new
 *       session, and refuses others: a proxy or the server's {@code init_connect} may have changed them.
 *   <li>execute turns the driver's escape processing off for such a statement, so braces in a text mean nothing to the driver.
 *   <li>A statement with a text of more than 256 Ki characters, or with bytes of more than 256 KiB, is not put together with others: its
 *       values are bound.
 *   <li>The statement must change as many rows as it was made of. If it does not, the batch is rolled back to its beginning and its events
 *       are run in order, with bound values.
 * </ul>
 *
 * <p>{@code SqlText} writes values into a text, too. That text is for people, and is never run.
 */
@NullMarked
package io.dataflowsync.dpu.statement;

import org.jspecify.annotations.NullMarked;
