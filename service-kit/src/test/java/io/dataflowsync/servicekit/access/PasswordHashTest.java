package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    @Test
    void onlyThePasswordMatches() {
        PasswordHash hash = PasswordHash.of("sécret:\"$x\"");

        assertThat(hash.text()).startsWith("$2a$12$").hasSize(60);
        assertThat(hash.matches("sécret:\"$x\"")).isTrue();
        assertThat(hash.matches("sécret:\"$x\" ")).isFalse();
        assertThat(hash.matches("")).isFalse();
        assertThat(hash).hasToString("***");
        assertThat(PasswordHash.of("sécret:\"$x\"").text()).isNotEqualTo(hash.text());
    }

    /** The prefixes of the versions of bcrypt that compute the same. */
    @ParameterizedTest
    @ValueSource(strings = {"$2y$", "$2a$", "$2b$"})
    void aHashOfHtpasswdIsRead(String prefix) {
        String made = PasswordHash.of("of the operator").text();
        assertThat(new PasswordHash(prefix + made.substring(4)).matches("of the operator"))
                .isTrue();
    }

    @Test
    void whatBcryptWouldIgnoreIsRefused() {
        String most = "é".repeat(36);

        assertThat(PasswordHash.of(most).matches(most + "x")).isFalse();
        assertThatThrownBy(() -> PasswordHash.of(most + "x")).hasMessage("the password has more than 72 bytes");
        assertThatThrownBy(() -> PasswordHash.of("")).hasMessage("the password is empty");
    }

    @Test
    void otherHashesAreRefusedWithoutBeingSaid() {
        assertThatThrownBy(() -> new PasswordHash("plain")).hasMessage("the hash is not one of bcrypt");
        assertThatThrownBy(() -> new PasswordHash("$2y$05$" + "a".repeat(53)))
                .hasMessage("the cost of the hash is 5, not 10 to 14");
        assertThatThrownBy(() -> new PasswordHash("$2y$31$" + "a".repeat(53)))
                .hasMessage("the cost of the hash is 31, not 10 to 14");
    }
}
