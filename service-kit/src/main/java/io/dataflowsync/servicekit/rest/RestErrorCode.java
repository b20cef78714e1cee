package io.dataflowsync.servicekit.rest;

import java.util.Arrays;
import java.util.Locale;

/** Lists the reasons for which a call over HTTP is refused: the code of the answer, its status, and its remedy. */
public enum RestErrorCode {
    BAD_REQUEST(400, "Correct the call as the message says."),
    SIGN_IN_REQUIRED(
            401,
            "Sign in as a user of the service: one of the file that DFS_USERS_FILE names, or admin with the password in DFS_ADMIN_PASSWORD."),
    WRONG_PASSWORD(
            401,
            "Sign in with the right name and password; './dfs user NAME ROLE' prints a new line for the file of users."),
    ROLE_MISSING(403, "Sign in as a user with the role that the message names."),
    CROSS_SITE(403, "Call from the service's own page, or from a program that is not a browser."),
    WRONG_HOST(403, "Add the name to DFS_ALLOWED_HOSTS of the service, or call it under its address or localhost."),
    NOT_FOUND(404, "Look at /q/openapi for the paths of the service, and correct the path or the id."),
    METHOD_NOT_ALLOWED(405, "Look at /q/openapi for the methods of this path."),
    NOT_ACCEPTABLE(406, "Accept the type that /q/openapi names for this path."),
    CONFLICT(409, "Read the state again: it is not one in which this can be done."),
    TOO_LARGE(413, "Send less at once."),
    WRONG_CONTENT_TYPE(
            415, "Send application/json, or text/csv where relationships are imported, and name it in Content-Type."),
    SIGN_IN_SLOWED(429, "Wait for the seconds that Retry-After names, then sign in with the right password."),
    INTERNAL(500, "Look at the service's log at this time, and report what it says."),
    SERVICE_AWAY(502, "Look at the service that the message names: start it, or correct its address."),
    NOT_READY(503, "Wait until /q/health/ready says that the service is up; /api/v1/status says what it waits for."),
    NO_ANSWER_IN_TIME(504, "Read the state again before the call is repeated: the service may have executed it.");

    private final int status;
    private final String remedy;

    RestErrorCode(int status, String remedy) {
        this.status = status;
        this.remedy = remedy;
    }

    /** Returns the written form: {@code cross-site}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Returns the action that helps. */
    public String remedy() {
        return remedy;
    }

    /** Returns the code for a status, if only the status is known. */
    static RestErrorCode ofStatus(int status) {
        return Arrays.stream(values())
                .filter(code -> code.status == status)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : BAD_REQUEST);
    }
}
