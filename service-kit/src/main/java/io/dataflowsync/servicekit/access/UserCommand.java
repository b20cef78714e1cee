package io.dataflowsync.servicekit.access;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line of the file of users: {@code ./dfs user NAME ROLE}. The password is read from the console and is not an argument, because
 * other users could see an argument.
 */
public final class UserCommand {
    private static final int WRONG_CALL = 2;

    private UserCommand() {}

    /** Exits with 2 if the call or the password is not valid. */
    public static void main(String... arguments) throws IOException {
        String name = arguments.length == 2 ? arguments[0] : "";
        Optional<Role> role = arguments.length == 2 ? Role.ofWord(arguments[1]) : Optional.empty();
        if (!UsersFile.isName(name) || role.isEmpty()) {
            fail(
                    "write ./dfs user NAME viewer or ./dfs user NAME operator; a name has up to 64 letters, digits and . _ @ + -");
            return;
        }
        try {
            System.out.println(name + ":" + role.get().word() + ":"
                    + PasswordHash.of(password(System.console())).text());
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private static String password(@Nullable Console console) throws IOException {
        if (console == null) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        }
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Again: ");
        if (!Arrays.equals(first, second)) {
            throw new IllegalArgumentException("the two passwords are not the same");
        }
        return first == null ? "" : new String(first);
    }

    private static void fail(String why) {
        System.err.println("dfs: " + why);
        System.exit(WRONG_CALL);
    }
}
