package io.dataflowsync.servicekit.rest;

/**
 * The body of every answer that refuses a call.
 *
 * @param code a word of {@link RestErrorCode}, for programs
 * @param message the reason, in words
 * @param remedy the action that helps
 * @param where the call, {@code POST /api/v1/capture/skip}
 */
public record RestError(String code, String message, String remedy, String where) {

    public static RestError of(RestErrorCode code, String message, String where) {
        return new RestError(code.word(), message, code.remedy(), where);
    }
}
