package io.dataflowsync.servicekit.rest;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Locale;

/** Answers in the one form of an error what no resource answers: an unknown path beside the calls, a path that is no path. */
@Singleton
public final class RouteErrors {
    RouteErrors() {}

    void register(@Observes Router router) {
        Arrays.stream(RestErrorCode.values())
                .mapToInt(RestErrorCode::status)
                .distinct()
                .forEach(status -> router.errorHandler(status, call -> answer(call, status)));
    }

    private static void answer(RoutingContext call, int status) {
        if (call.response().headWritten()) {
            return;
        }
        RestErrorCode code = RestErrorCode.ofStatus(status);
        write(call, code, HttpResponseStatus.valueOf(status).reasonPhrase().toLowerCase(Locale.ROOT));
    }

    /** Ends a call with an error. */
    public static void write(RoutingContext call, RestErrorCode code, String message) {
        RestError error = RestError.of(
                code, message, call.request().method() + " " + call.request().path());
        call.request().resume();
        call.response()
                .setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject()
                        .put("code", error.code())
                        .put("message", error.message())
                        .put("remedy", error.remedy())
                        .put("where", error.where())
                        .encode());
    }
}
