package io.dataflowsync.servicekit.access;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.util.ModularCrypt;

/**
 * A bcrypt hash in the form that {@code htpasswd -B} writes, {@code $2y$12$…}; {@code $2a$} and {@code $2b$} mean the same. It prints as
 * stars.
 */
record PasswordHash(String text) implements KnownPassword {
    /** bcrypt ignores all bytes after this number, so a longer password is refused. */
    static final int MOST_BYTES = 72;

    private static final int COST = 12;
    private static final int LEAST_COST = 10;
    /** With a higher cost, one attempt takes seconds. */
    private static final int MOST_COST = 14;

    private static final Pattern FORM = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

    /** @throws IllegalArgumentException if it is not such a hash; the message names the fault, but not the text */
    PasswordHash {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the hash is not one of bcrypt");
        }
        int cost = Integer.parseInt(matcher.group(1));
        if (cost < LEAST_COST || cost > MOST_COST) {
            throw new IllegalArgumentException(
                    "the cost of the hash is " + cost + ", not " + LEAST_COST + " to " + MOST_COST);
        }
    }

    /** @throws IllegalArgumentException if the password is empty, or longer than {@link #MOST_BYTES} */
    static PasswordHash of(String password) {
        if (password.isEmpty()) {
            throw new IllegalArgumentException("the password is empty");
        }
        if (isTooLong(password)) {
            throw new IllegalArgumentException("the password has more than " + MOST_BYTES + " bytes");
        }
        byte[] salt = new byte[BCryptPassword.BCRYPT_SALT_SIZE];
        new SecureRandom().nextBytes(salt);
        try {
            Password hash = factory()
                    .generatePassword(new EncryptablePasswordSpec(
                            password.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(COST, salt)));
            return new PasswordHash(ModularCrypt.encodeAsString(hash));
        } catch (InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean matches(String password) {
        if (isTooLong(password)) {
            return false;
        }
        try {
            PasswordFactory factory = factory();
            Password hash = factory.translate(ModularCrypt.decode("$2a" + text.substring("$2a".length())));
            return factory.verify(hash, password.toCharArray());
        } catch (InvalidKeySpecException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private static PasswordFactory factory() {
        try {
            return PasswordFactory.getInstance(
                    BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
