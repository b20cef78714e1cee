package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A viewer and an operator, as the services' file of users has them. */
enum TestUsers {
    VERA("of the viewer", "vera:viewer:$2a$12$IzvJ9w0eSThijTfb5bF4Kez0ajgv/mJkMeAP4AmcuSvcNTOi.K2a."),
    OTTO("of the operator", "otto:operator:$2a$12$VrshK3Wx35MzcZwftFwr7.4g7defInXM9FAbZUNCCx.T49nXWtfle");

    private final String password;
    private final String line;

    TestUsers(String password, String line) {
        this.password = password;
        this.line = line;
    }

    static Path file(RunDirectory run) {
        try {
            return Files.write(run.path().resolve("users"), List.of(VERA.line, OTTO.line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String user() {
        return line.substring(0, line.indexOf(':'));
    }

    String password() {
        return password;
    }

    /** The call in this one's name. */
    WireCall makes(WireCall call) {
        return call.as(user(), password);
    }
}
