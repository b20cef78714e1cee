package io.dataflowsync.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlStatesTest {
    @Test
    void aServerThatRefusesTheUserAnswersAndOneThatIsCutOffDoesNot() {
        assertThat(SqlStates.isNoAnswer(new SQLException("Access denied", "28000")))
                .isFalse();
        assertThat(SqlStates.isNoAnswer(new SQLException("Communications link failure", "08S01")))
                .isTrue();
        assertThat(SqlStates.isNoAnswer(new SQLException("closed"))).isTrue();
    }
}
