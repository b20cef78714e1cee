package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.servicekit.access.SignInGate.Outcome;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInGateTest {
    private final SetClock clock = new SetClock();
    private final SignInGate gate =
            new SignInGate(new Accounts(AccessSettings.of(Map.of("DFS_ADMIN_PASSWORD", "right"))), clock);

    @AfterEach
    void close() {
        gate.close();
    }

    private Outcome enter(String address, String name, String password) {
        return gate.enter(address(address), name, password).join();
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private void guess(String address, String name, int times) {
        IntStream.range(0, times).forEach(i -> enter(address, name, "guess " + i));
    }

    @Test
    void theRightPasswordIsAdmittedAndAWrongOneIsNot() {
        assertThat(enter("10.0.0.1", "admin", "right")).isInstanceOf(Outcome.Admitted.class);
        assertThat(enter("10.0.0.1", "admin", "wrong")).isInstanceOf(Outcome.Wrong.class);
        assertThat(enter("10.0.0.1", "nobody", "right")).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void guessesFromOneAddressAreSlowedWhateverTheNames() {
        IntStream.range(0, Throttle.FREE).forEach(i -> enter("10.0.0.1", "name " + i, "x"));

        assertThat(enter("10.0.0.1", "admin", "right")).isEqualTo(new Outcome.Slowed(Duration.ofSeconds(1)));
        assertThat(enter("10.0.0.2", "admin", "right")).isInstanceOf(Outcome.Admitted.class);
    }

    @Test
    void guessesAtOneNameAreSlowedWhateverTheAddresses() {
        IntStream.range(0, Throttle.FREE).forEach(i -> enter("10.0.1." + i, "admin", "guess " + i));

        assertThat(enter("10.0.0.2", "admin", "right")).isInstanceOf(Outcome.Slowed.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(enter("10.0.0.2", "admin", "right")).isInstanceOf(Outcome.Admitted.class);
    }

    @Test
    void oneHostOfIpv6IsOneWhicheverOfItsAddressesItUses() {
        IntStream.range(0, Throttle.FREE).forEach(i -> enter("2001:db8::" + i, "name " + i, "x"));

        assertThat(enter("2001:db8::ffff", "other", "x")).isInstanceOf(Outcome.Slowed.class);
        assertThat(enter("2001:db8:1::1", "other", "x")).isInstanceOf(Outcome.Wrong.class);
    }

    @Test
    void whoHasSignedInFromThereIsNotKeptOutByOthers() {
        enter("10.0.0.1", "admin", "right");
        clock.pass(Duration.ofMinutes(5));
        guess("10.0.0.1", "somebody", 50);
        IntStream.range(0, 50).forEach(i -> enter("10.0.1." + i, "admin", "guess " + i));

        assertThat(enter("10.0.0.1", "admin", "right")).isInstanceOf(Outcome.Admitted.class);
    }

    /** Within the minute no hash is computed, whichever address the right password comes from. */
    @Test
    void whoHasSignedInFromASecondAddressWithinAMinuteIsNotKeptOutThere() {
        enter("10.0.0.1", "admin", "right");
        enter("10.0.0.2", "admin", "right");
        clock.pass(Duration.ofMinutes(2));
        guess("10.0.0.2", "other", 50);

        assertThat(enter("10.0.0.2", "admin", "right")).isInstanceOf(Outcome.Admitted.class);
    }

    @Test
    void whoHasSignedInFromThereMayNotGuessThereEither() {
        enter("10.0.0.1", "admin", "right");
        guess("10.0.0.1", "admin", Throttle.FREE);

        assertThat(enter("10.0.0.1", "admin", "x")).isInstanceOf(Outcome.Slowed.class);
        assertThat(enter("10.0.0.1", "admin", "right")).as("known for a minute").isInstanceOf(Outcome.Admitted.class);
    }

    @Test
    void aProgramThatWasGivenAWrongPasswordKeepsOnlyItselfOut() {
        IntStream.range(0, 200).forEach(i -> {
            enter("10.0.0.1", "admin", "of yesterday");
            clock.pass(Duration.ofSeconds(1));
        });
        IntStream.range(0, 30).forEach(i -> enter("10.0.0.1", "admin", "of yesterday"));

        assertThat(enter("10.0.0.1", "admin", "of yesterday")).isInstanceOf(Outcome.Slowed.class);
        assertThat(enter("10.0.0.1", "admin", "right")).isInstanceOf(Outcome.Admitted.class);
    }

    @Test
    void manyAtOnceDoNotPassTogether() {
        List<CompletableFuture<Outcome>> attempts = IntStream.range(0, 100)
                .mapToObj(i -> gate.enter(address("10.0.0.1"), "admin", "guess " + i))
                .toList();

        assertThat(attempts.stream().map(CompletableFuture::join).filter(Outcome.Wrong.class::isInstance))
                .hasSize(Throttle.FREE);
    }
}
