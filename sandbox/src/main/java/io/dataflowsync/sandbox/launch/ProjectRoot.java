package io.dataflowsync.sandbox.launch;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the directory of the modules: the one in which this class was built. */
public final class ProjectRoot {
    private ProjectRoot() {}

    /** The nearest directory above this class that has the services' modules, or the one that {@code -Ddfs.root} names. */
    public static Path path() {
        String named = System.getProperty("dfs.root");
        if (named != null) {
            return Path.of(named);
        }
        try {
            Path place = Path.of(ProjectRoot.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            for (Path path = place; path != null; path = path.getParent()) {
                if (Files.isDirectory(path.resolve(Service.CDC.module()))) {
                    return path;
                }
            }
            throw new LaunchFailure("no directory above " + place + " has the services; name it with -Ddfs.root");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
