package io.dataflowsync.servicekit.access;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the users that can sign in with a password, and follows changes of the file of users.
 *
 * <p>A mounted Secret can change while the service runs, so the file is checked every second while there are calls. A file that is not
 * valid any more is logged and changes nothing.
 */
final class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);
    private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final AccessSettings settings;
    private Map<String, User> users;
    private @Nullable String stamp;
    private long lookedAt = System.nanoTime();

    /** @throws InvalidPipelineException if the file is not valid */
    Accounts(AccessSettings settings) {
        this.settings = settings;
        this.stamp = stamp();
        this.users = settings.readUsers();
    }

    synchronized Optional<User> find(String name) {
        look();
        return Optional.ofNullable(users.get(name));
    }

    /** Whether there is any user that can sign in. */
    synchronized boolean hasAny() {
        look();
        return !users.isEmpty() || settings.oidc().isPresent();
    }

    /**
     * Whether callers on this host may read without signing in: they may as long as no setting says who may read. The admin of the
     * environment is for calls that change something, and does not end this.
     */
    synchronized boolean isReadingOpen() {
        look();
        return settings.oidc().isEmpty() && users.size() == (settings.admin().isPresent() ? 1 : 0);
    }

    private void look() {
        long now = System.nanoTime();
        if (settings.usersFile().isEmpty() || now - lookedAt < LOOK_EVERY_NANOS) {
            return;
        }
        lookedAt = now;
        String found = stamp();
        if (found == null || found.equals(stamp)) {
            return;
        }
        stamp = found;
        try {
            users = settings.readUsers();
            LOG.infof("The file of users has changed: %d can sign in", users.size());
        } catch (InvalidPipelineException e) {
            LOG.errorf("The file of users has changed and is not valid, so the former users stay: %s", e.getMessage());
        }
    }

    /** Returns a text that changes with the file; null if there is no file, for example for a moment while it is replaced. */
    private @Nullable String stamp() {
        Optional<Path> file = settings.usersFile();
        if (file.isEmpty()) {
            return null;
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file.get(), BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return null;
        }
    }
}
