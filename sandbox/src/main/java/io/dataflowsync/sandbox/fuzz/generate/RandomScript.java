package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes steps from a seed. Their content depends on the rows that the source has, which depend on the seed too. */
public final class RandomScript implements FuzzScript {
    private static final int SESSIONS = 3;

    private final Pick pick;
    private final Profile profile;
    private final Mode mode;
    private final Catalogue tables = new Catalogue();
    private final TableStatements tableStatements;
    private final RowStatements rowStatements;
    private final SessionStatements sessionStatements;
    private final TransactionMaker transactions;
    /** The sessions that write only some columns of their rows. */
    private final Set<Integer> partial = new HashSet<>();

    /** @param peek reads the source, in the round's schema */
    public RandomScript(long seed, Profile profile, Mode mode, Peek peek) {
        this.pick = new Pick(seed);
        this.profile = profile;
        this.mode = mode;
        this.tableStatements = new TableStatements(pick, profile, tables, new TableMaker(pick, profile, tables));
        this.rowStatements = new RowStatements(pick, profile, tables, peek);
        this.sessionStatements = new SessionStatements(pick, profile);
        this.transactions = new TransactionMaker(pick, rowStatements);
    }

    @Override
    public Catalogue tables() {
        return tables;
    }

    @Override
    public Iterator<Step> making() {
        int count = pick.between(3, 6);
        return new Steps(count + 1) {
            @Override
            void refill(Deque<Step> queue) {
                if (given() < count) {
                    queue.add(tableStatements.create(0));
                } else if (profile.has(Feature.RINGS) && pick.chance(60)) {
                    tableStatements.ring(0).ifPresent(queue::add);
                }
            }
        };
    }

    @Override
    public Iterator<Step> before() {
        Deque<Table> unfilled = new ArrayDeque<>(tables.tables());
        return new Steps(unfilled.size()) {
            @Override
            void refill(Deque<Step> queue) {
                Table table = unfilled.remove();
                queue.add(Step.rows(0, rowStatements.fill(table)));
            }
        };
    }

    @Override
    public Iterator<Step> stream() {
        return new Steps(profile.statements()) {
            @Override
            void refill(Deque<Step> queue) {
                if (given() == 0) {
                    open(queue);
                } else {
                    about(queue, pick.between(1, SESSIONS));
                    happening(given()).ifPresent(queue::add);
                }
            }

            @Override
            void end(Deque<Step> queue) {
                if (mode == Mode.LAGGING) {
                    queue.add(Step.of(Step.Kind.START_APPLY));
                }
            }
        };
    }

    private void open(Deque<Step> queue) {
        for (int session = 1; session <= SESSIONS; session++) {
            opening(queue, session);
        }
        if (mode == Mode.LAGGING) {
            queue.add(Step.of(Step.Kind.END_APPLY));
        }
    }

    private void opening(Deque<Step> queue, int session) {
        for (String sql : sessionStatements.opening()) {
            queue.add(Step.rows(session, sql));
        }
    }

    private void about(Deque<Step> queue, int session) {
        int kind = pick.between(0, 99);
        if (kind < 14) {
            tableStatements.next(session).ifPresent(queue::add);
        } else if (kind < 17) {
            opening(queue, session);
        } else if (kind < 22 && profile.has(Feature.UNCHECKED)) {
            queue.add(Step.rows(session, sessionStatements.checks()));
        } else if (kind < 28 && profile.has(Feature.ROW_IMAGES)) {
            queue.add(Step.rows(session, image(session)));
        } else if (kind < 45) {
            queue.addAll(transactions.next(session, partial.contains(session)));
        } else {
            queue.add(Step.rows(session, rowStatements.next(partial.contains(session))));
        }
    }

    private String image(int session) {
        String sql = sessionStatements.image();
        if (SessionStatements.isPartial(sql)) {
            partial.add(session);
        } else {
            partial.remove(session);
        }
        return sql;
    }

    private Optional<Step> happening(int given) {
        List<Step.Kind> kinds =
                switch (mode) {
                    case IN_STEP -> List.of(Step.Kind.CATCH_UP);
                    case LAGGING -> List.of();
                    case KILLED -> List.of(Step.Kind.KILL_CAPTURE, Step.Kind.KILL_APPLY, Step.Kind.KILL_APPLY);
                };
        return given > 10 && !kinds.isEmpty() && pick.chance(3)
                ? Optional.of(Step.of(pick.of(kinds)))
                : Optional.empty();
    }
}
