package io.dataflowsync.acceptance;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * What came of a case.
 *
 * @param failure null where all is as it ought to be
 * @param took how long its pipeline lasted, which others may have shared
 */
record CaseOutcome(CaseFile file, @Nullable Throwable failure, Duration took) {

    DynamicTest test() {
        return DynamicTest.dynamicTest(file.toString(), () -> {
            if (failure != null) {
                throw new AssertionError(file.name() + ": " + failure.getMessage(), failure);
            }
        });
    }
}
