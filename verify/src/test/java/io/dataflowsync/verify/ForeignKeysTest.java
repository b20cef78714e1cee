package io.dataflowsync.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.verify.ForeignKeys.Witness;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignKeysTest {
    private static final TableName PET = new TableName("shop", "pet");

    private static ForeignKey of(String column) {
        return new ForeignKey("fk", List.of(column), new TableName("shop", "owner"), List.of("id"));
    }

    @Test
    void theSurestWitnessOfAReferenceIsKnown() {
        ForeignKeys keys = new ForeignKeys(
                List.of(new TableDefinition(PET, List.of(), List.of(), List.of(), List.of(of("keeper")))));
        keys.add(PET, List.of(of("KEEPER"), of("vet")), Witness.TARGET);
        keys.add(PET, List.of(of("vet"), of("friend")), Witness.PUBLISHED);

        assertThat(keys.witness(PET, "Keeper")).contains(Witness.SOURCE);
        assertThat(keys.witness(PET, "vet")).contains(Witness.TARGET);
        assertThat(keys.witness(PET, "friend")).contains(Witness.PUBLISHED);
        assertThat(keys.witness(PET, "name")).isEmpty();
    }
}
