package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Holds the unpacked programs of a SQL server, and a data directory that is initialised once and copied for each start. */
final class SqlTemplate {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SqlFlavour flavour;
    private final RunDirectory run;

    SqlTemplate(SqlFlavour flavour, RunDirectory run) {
        this.flavour = flavour;
        this.run = run;
    }

    Path programs() {
        return run.cache().directory("programs/" + flavour.name() + "-" + flavour.version(), flavour.unpack());
    }

    /** Copies the data directory with its users to that directory; does nothing if the directory already has data. */
    void copyTo(Path data) {
        if (Files.isDirectory(data)) {
            return;
        }
        Path template = run.cache().directory(name(), this::fill);
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        try {
            DirectoryTree.delete(unfinished);
            DirectoryTree.copy(template, unfinished);
            Files.move(unfinished, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the template: another version or other settings make another template. */
    private String name() {
        int settings = List.of(flavour.flags(), flavour.users()).hashCode();
        return "templates/" + flavour.name() + "-" + flavour.version() + "-"
                + HexFormat.of().toHexDigits(settings);
    }

    private void fill(Path data) throws IOException {
        Path programs = programs();
        List<String> flags = flags(programs, data);
        flavour.initialise().initialise(programs, data, flags);
        createUsers(programs, data, flags);
    }

    /**
     * Starts the server for the first time, without a network, to create the users. This start also makes the files that a server makes
     * at its first start only.
     */
    private void createUsers(Path programs, Path data, List<String> flags) throws IOException {
        Path users = run.newDirectory(flavour.name() + "-users.sql");
        Path done = run.newDirectory(flavour.name() + "-users.done");
        List<String> lines = new ArrayList<>(flavour.users());
        lines.add("SELECT 1 INTO OUTFILE '" + done + "';");
        Files.write(users, lines);
        List<String> command = new ArrayList<>();
        command.add(programs.resolve(flavour.program()).toString());
        command.addAll(flags);
        command.addAll(List.of("--skip-networking", "--secure-file-priv=", "--init-file=" + users));
        Child server = run.start(flavour.name() + "-first", command, Map.of(), Child.Ending.KILL);
        boolean made = Polling.comesTrue(PATIENCE, () -> Files.exists(done) || !server.isAlive());
        server.stop();
        if (!made || !Files.exists(done)) {
            throw new EngineFailure(
                    flavour.name() + " could not be prepared:\n" + String.join("\n", server.lastLines(15)));
        }
        Files.deleteIfExists(data.resolve("auto.cnf"));
    }

    /**
     * The flags of every start. A server deletes the temporary tables of other servers in a directory that they share, so each has a
     * directory of its own.
     */
    List<String> flags(Path programs, Path data) {
        Path temporary = run.newDirectory(flavour.name() + "-tmp");
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> flags = new ArrayList<>();
        flags.add("--no-defaults");
        flags.add("--basedir=" + programs);
        flags.add("--datadir=" + data);
        flags.add("--tmpdir=" + temporary);
        flags.add("--socket=sql.sock");
        flags.add("--pid-file=sql.pid");
        if (System.getProperty("user.name", "").equals("root")) {
            flags.add("--user=root");
        }
        flags.addAll(flavour.flags());
        return flags;
    }
}
