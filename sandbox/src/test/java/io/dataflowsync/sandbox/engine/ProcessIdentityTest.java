package io.dataflowsync.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private static final String REST = " 1 7 7 0 -1 4194304 1 0 0 0 0 0 0 0 20 0 1 0 4711 2 3";

    @Test
    void theStartIsReadPastANameWithSpacesAndBrackets() {
        assertThat(ProcessIdentity.parse("42 (a) S (b) S" + REST)).contains(new ProcessIdentity(42, 4711));
    }

    @Test
    void aZombieIsNoProcess() {
        assertThat(ProcessIdentity.parse("42 (a) Z" + REST)).isEmpty();
    }

    @Test
    void aLineThatWasCutShortTellsNothing() {
        assertThat(ProcessIdentity.parse("42 (a) S 1 7")).isEmpty();
        assertThat(ProcessIdentity.parse("")).isEmpty();
    }

    @Test
    void theCurrentProcessIsAlive() {
        assertThat(ProcessIdentity.current().isAlive()).isTrue();
    }
}
