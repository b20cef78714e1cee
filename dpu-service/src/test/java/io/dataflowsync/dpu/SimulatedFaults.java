package io.dataflowsync.dpu;

import java.sql.SQLException;
import java.util.Random;

/** Breaks things at points, by a seed and at least once: the process is killed, a server answers no more, or another owner takes over meanwhile. */
final class SimulatedFaults {
    private static final int LATEST_FIRST_KILL = 20;

    private final Random random;
    private final long firstKill;
    private double likelihood;
    private Runnable takeOver = () -> {};
    private boolean takingOver;
    private int inTransaction;
    private long points;
    private long kills;
    private long breaks;
    private long takeOvers;

    SimulatedFaults(Random random) {
        this.random = random;
        this.firstKill = 1 + random.nextInt(LATEST_FIRST_KILL);
    }

    /** Nobody catches it on the way, as nobody does anything after SIGKILL. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** @param probability that something happens at a point */
    void likelihood(double probability) {
        likelihood = probability;
    }

    /** @param action claims the lane for another owner and lets that one work */
    void onTakeOver(Runnable action) {
        takeOver = action;
    }

    void enterTransaction() {
        inTransaction++;
    }

    void leaveTransaction() {
        inTransaction--;
    }

    /** Here something may happen. */
    void point() throws SQLException {
        points++;
        if (points == firstKill) {
            kills++;
            throw new Killed();
        }
        if (random.nextDouble() >= likelihood) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                kills++;
                throw new Killed();
            }
            case 2 -> {
                breaks++;
                throw new SQLException("the server is away", "08001");
            }
            default -> takeOver();
        }
    }

    /** Not within a transaction: there the new owner would wait for the lock of the checkpoint. */
    private void takeOver() {
        if (inTransaction == 0 && !takingOver) {
            takingOver = true;
            takeOvers++;
            try {
                takeOver.run();
            } finally {
                takingOver = false;
            }
        }
    }

    long points() {
        return points;
    }

    long kills() {
        return kills;
    }

    @Override
    public String toString() {
        return points + " points, " + kills + " kills, " + breaks + " broken calls, " + takeOvers + " take-overs";
    }
}
