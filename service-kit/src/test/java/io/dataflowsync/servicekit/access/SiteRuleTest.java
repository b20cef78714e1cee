package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.servicekit.rest.RestErrorCode;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteRuleTest {
    private static final String HOST = "localhost:8080";
    private static final RequestFacts.Sender LOCAL = new RequestFacts.Sender(InetAddress.getLoopbackAddress(), false);
    private static final RequestFacts.Receiver OURS = new RequestFacts.Receiver(HOST, "localhost", null);
    private final SiteRule rule = new SiteRule(HostNames.of(""));

    private static RequestFacts arrival(
            String method, @Nullable String origin, @Nullable String site, boolean isSocket) {
        return arrival(method, origin, site, isSocket, "application/json", true);
    }

    private static RequestFacts arrival(
            String method,
            @Nullable String origin,
            @Nullable String site,
            boolean isSocket,
            @Nullable String type,
            boolean hasBody) {
        return new RequestFacts(
                method,
                "/api/v1/x",
                LOCAL,
                OURS,
                new RequestFacts.Page(origin, site, "cors"),
                new RequestFacts.Body(type, hasBody),
                isSocket,
                null);
    }

    private Optional<RestErrorCode> check(RequestFacts arrival) {
        return rule.refusal(arrival, false);
    }

    @Test
    void aPageOfTheHostIsOurs() {
        assertThat(SiteRule.isSame("http://monitor:8080", "monitor:8080")).isTrue();
        assertThat(SiteRule.isSame("https://Monitor.example", "monitor.example"))
                .isTrue();
    }

    @Test
    void aPageOfAnotherHostIsNot() {
        assertThat(SiteRule.isSame("http://evil.example", "monitor:8080")).isFalse();
        assertThat(SiteRule.isSame("http://monitor:9090", "monitor:8080")).isFalse();
        assertThat(SiteRule.isSame("null", "monitor:8080")).isFalse();
        assertThat(SiteRule.isSame("http://not a host", "monitor:8080")).isFalse();
    }

    @Test
    void aClientWithoutAnOriginIsNoBrowser() {
        assertThat(SiteRule.isSame(null, "monitor:8080")).isTrue();
        assertThat(check(arrival("POST", null, null, false))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "none"})
    void theBrowsersWordCountsMostWhateverTicketThereIs(String site) {
        assertThat(rule.refusal(arrival("POST", "http://" + HOST, site, false), true))
                .contains(RestErrorCode.CROSS_SITE);
        assertThat(rule.refusal(arrival("GET", "http://" + HOST, site, true), true))
                .contains(RestErrorCode.CROSS_SITE);
    }

    @Test
    void theBrowsersWordStandsAboveAHostThatAProxyHasRewritten() {
        assertThat(check(arrival("POST", "http://dfs.example", "same-origin", false)))
                .isEmpty();
        assertThat(check(arrival("POST", "http://dfs.example", null, false))).contains(RestErrorCode.CROSS_SITE);
        assertThat(rule.refusal(arrival("POST", "http://dfs.example", null, false), true))
                .isEmpty();
    }

    @Test
    void aSocketIsAsGuardedAsAChange() {
        assertThat(check(arrival("GET", "http://evil.example", null, true))).contains(RestErrorCode.CROSS_SITE);
        assertThat(check(arrival("GET", "http://" + HOST, null, true))).isEmpty();
    }

    @Test
    void anotherSiteMayLinkToThePageAndReadNothing() {
        RequestFacts link = new RequestFacts(
                "GET",
                "/",
                LOCAL,
                OURS,
                new RequestFacts.Page(null, "cross-site", "navigate"),
                new RequestFacts.Body(null, false),
                false,
                null);
        assertThat(check(link)).isEmpty();
        assertThat(check(arrival("GET", null, "cross-site", false))).contains(RestErrorCode.CROSS_SITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"})
    void aChangeComesAsJsonOrCsv(String type) {
        assertThat(check(arrival("POST", null, null, false, type, true))).contains(RestErrorCode.WRONG_CONTENT_TYPE);
        assertThat(check(arrival("POST", null, null, false, "text/csv", true))).isEmpty();
    }

    @Test
    void onlyAnEmptyBodyNeedsNoType() {
        assertThat(check(arrival("POST", null, null, false, null, true))).contains(RestErrorCode.WRONG_CONTENT_TYPE);
        assertThat(check(arrival("POST", null, null, false, null, false))).isEmpty();
    }
}
