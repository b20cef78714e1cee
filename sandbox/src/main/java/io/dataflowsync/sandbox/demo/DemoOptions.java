package io.dataflowsync.sandbox.demo;

import java.util.OptionalInt;

/**
 * The options of a demo.
 *
 * @param seed the seed of the shop
 * @param rowsBefore the number of transactions on the source before the services start
 * @param ownRowsBefore the number of the target's own transactions before they start
 * @param ownWriter whether the target's own application continues to write
 * @param monitorPort the monitor's port; absent: a free one
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
