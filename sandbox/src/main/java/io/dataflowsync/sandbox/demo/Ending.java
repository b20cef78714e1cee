package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.concurrent.locks.LockSupport;

/** After a Ctrl-C everything fails, since everything ends: nobody wants to read that. */
public final class Ending {
    private Ending() {}

    /** Does not return once the run is ending: the JVM is going down. */
    public static void stopHereIfEnding(RunDirectory run) {
        while (run.isEnding()) {
            LockSupport.park();
        }
    }
}
