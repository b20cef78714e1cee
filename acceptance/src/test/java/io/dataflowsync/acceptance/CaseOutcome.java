package io.dataflowsync.acceptance;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * What came of a case.
 *
 * @param failure null where all is as it ought to be
 */
record CaseOutcome(CaseFile file, @Nullable Throwable failure) {

    DynamicTest test() {
        return DynamicTest.dynamicTest(file.toString(), () -> {
            if (failure != null) {
                throw new AssertionError(file.name() + ": " + failure.getMessage(), failure);
            }
        });
    }
}
