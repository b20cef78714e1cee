package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.launch.Service;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a case does, in order: a statement of its session on the source, or a line {@code -- step: …}.
 *
 * <ul>
 *   <li>{@code end dpu-service}, {@code start dpu-service}, and so for {@code cdc-service}: kills it, starts it again;
 *   <li>{@code await applied}: until all that the source has done is dealt with;
 *   <li>{@code restart source}: restarts the source's server, and opens a new session;
 *   <li>{@code on target: SQL}: a statement on the target, by hand;
 *   <li>{@code await stopped [CODE]}: until the capture stands still, for that reason;
 *   <li>{@code skip}: lets the capture pass what it stands before; {@code skip with SQL}: with the definition of its table behind it;
 *   <li>{@code dismiss dead letters}: gives up the events that could not be applied, and those that wait behind them;
 *   <li>{@code replay dead letters}: applies them again, until all are applied;
 *   <li>{@code pass statement}: passes the statement of the case before which a lane stands still;
 *   <li>{@code read again: TABLE}: takes a snapshot of a table while the stream waits;
 *   <li>{@code pipeline file: TABLE: {…}}: says something else of a table there, and starts both services again;
 *   <li>{@code ddl: MODE}: says so in the pipeline file, and starts dpu-service again;
 *   <li>{@code halted CODE: STEP}: the step, once a lane stands still for that reason;
 *   <li>{@code if halted [CODE]: STEP}: the step, if a lane stands still before all that was captured is dealt with; else nothing;
 *   <li>{@code if stopped [CODE]: STEP}: the step, if the capture does not get past what the source has done; else nothing.
 * </ul>
 */
interface CaseStep {
    void take(CaseSession session) throws SQLException;

    /** The steps of a section; a statement ends with a semicolon at the end of a line. */
    static List<CaseStep> read(List<String> lines) {
        List<CaseStep> steps = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines) {
            if (line.startsWith("-- step: ")) {
                steps.add(step(line.substring("-- step: ".length())));
                continue;
            }
            open.append(line);
            if (line.endsWith(";")) {
                String sql = open.substring(0, open.length() - 1);
                steps.add(session -> session.execute(sql));
                open.setLength(0);
            } else {
                open.append('\n');
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("no semicolon at the end of: " + open);
        }
        return steps;
    }

    private static CaseStep step(String text) {
        if (text.startsWith("if stopped")) {
            String code = code(text, "if stopped");
            CaseStep then = then(text);
            return session -> {
                if (session.isStopped(code)) {
                    then.take(session);
                }
            };
        }
        if (text.startsWith("halted ")) {
            String code = code(text, "halted");
            CaseStep then = then(text);
            return session -> {
                session.awaitHalted(code);
                then.take(session);
            };
        }
        if (text.startsWith("pipeline file: ")) {
            String rule = text.substring("pipeline file: ".length());
            return session -> session.changeRule(rule);
        }
        if (text.startsWith("ddl: ")) {
            return session -> session.changeDdl(text);
        }
        if (text.startsWith("if halted")) {
            String code = code(text, "if halted");
            CaseStep then = then(text);
            return session -> {
                if (session.isHalted(code)) {
                    then.take(session);
                }
            };
        }
        if (text.startsWith("on target: ")) {
            String sql = text.substring("on target: ".length());
            return session -> session.onTarget(sql);
        }
        if (text.startsWith("read again: ")) {
            String table = text.substring("read again: ".length());
            return session -> session.readAgain(table);
        }
        if (text.startsWith("await stopped")) {
            String code = text.substring("await stopped".length()).strip();
            return session -> session.awaitStopped(code);
        }
        if (text.startsWith("skip with ")) {
            String sql = text.substring("skip with ".length());
            return session -> session.skip(sql);
        }
        return switch (text) {
            case "skip" -> session -> session.skip("");
            case "await applied" -> CaseSession::awaitApplied;
            case "replay dead letters" -> CaseSession::replayLetters;
            case "dismiss dead letters" -> CaseSession::dismissLetters;
            case "pass statement" -> CaseSession::passStatement;
            case "restart source" -> CaseSession::restartSource;
            case "end dpu-service", "end cdc-service" -> session -> session.end(service(text));
            case "start dpu-service", "start cdc-service" -> session -> session.start(service(text));
            default -> throw new IllegalArgumentException("no such step: " + text);
        };
    }

    private static String code(String text, String words) {
        return text.substring(words.length(), text.indexOf(": ")).strip();
    }

    private static CaseStep then(String text) {
        return step(text.substring(text.indexOf(": ") + 2));
    }

    private static Service service(String text) {
        String word = text.substring(text.indexOf(' ') + 1, text.indexOf('-'));
        return Service.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
