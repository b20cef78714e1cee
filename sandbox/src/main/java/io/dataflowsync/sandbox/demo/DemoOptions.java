package io.dataflowsync.sandbox.demo;

import java.util.OptionalInt;

/**
 * How a demo runs.
 *
 * @param seed of the shop
 * @param rowsBefore how many transactions the source has had when the services start
 * @param ownRowsBefore how many the target has had
 * @param ownWriter whether the target's own application goes on writing
 * @param monitorPort absent: a free one
 */
public record DemoOptions(long seed, int rowsBefore, int ownRowsBefore, boolean ownWriter, OptionalInt monitorPort) {
    public static final DemoOptions DEFAULT = new DemoOptions(1, 200, 100, true, OptionalInt.empty());

    public DemoOptions withSeed(long number) {
        return new DemoOptions(number, rowsBefore, ownRowsBefore, ownWriter, monitorPort);
    }

    public DemoOptions withMonitorPort(int number) {
        return new DemoOptions(seed, rowsBefore, ownRowsBefore, ownWriter, OptionalInt.of(number));
    }
}
