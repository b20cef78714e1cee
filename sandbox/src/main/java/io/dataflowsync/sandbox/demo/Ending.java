package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.concurrent.locks.LockSupport;

/** Stops a thread after a Ctrl-C. Then everything fails, since everything ends, and these errors are not worth reading. */
public final class Ending {
    private Ending() {}

    /** Does not return once the run is ending: the JVM is shutting down. */
    public static void stopHereIfEnding(RunDirectory run) {
        while (run.isEnding()) {
            LockSupport.park();
        }
    }
}
