package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What tells one SQL server from another.
 *
 * @param name names its directories: {@code mysql57}
 * @param version names the unpacked one in the cache
 * @param program the server, in the unpacked directory
 * @param flags the usual ones
 * @param users the statements that make its users, a line each
 * @param unpack puts the programs into an empty directory
 * @param initialise makes an empty directory a data directory
 */
record SqlFlavour(
        String name,
        String version,
        String program,
        List<String> flags,
        List<String> users,
        Cache.Filling unpack,
        Initialisation initialise) {

    /** Makes a data directory. */
    interface Initialisation {
        void initialise(Path programs, Path data, List<String> flags) throws IOException;
    }
}
