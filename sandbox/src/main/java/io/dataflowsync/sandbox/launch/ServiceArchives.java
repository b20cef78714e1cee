package io.dataflowsync.sandbox.launch;

import io.dataflowsync.sandbox.engine.JvmArchive;
import java.io.IOException;

/** Looks for the class data archives of the services. */
public final class ServiceArchives {
    /** The name of each, next to the service's jar. */
    static final String NAME = "start";

    private ServiceArchives() {}

    /** Whether every service has an archive of its present build. */
    public static boolean areMade() throws IOException {
        for (Service service : Service.values()) {
            if (!JvmArchive.fits(service.jar(), NAME)) {
                return false;
            }
        }
        return true;
    }
}
