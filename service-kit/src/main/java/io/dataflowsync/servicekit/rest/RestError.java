package io.dataflowsync.servicekit.rest;

/**
 * The body of every answer that says that a call was not done.
 *
 * @param code a word of {@link RestErrorCode}, for programs
 * @param message what is wrong, for people
 * @param remedy what to do about it
 * @param where the call: {@code POST /api/v1/capture/skip}
 */
public record RestError(String code, String message, String remedy, String where) {

    public static RestError of(RestErrorCode code, String message, String where) {
        return new RestError(code.word(), message, code.remedy(), where);
    }
}
