package io.dataflowsync.sandbox.fuzz.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final FuzzColumnType INT = new FuzzColumnType("INT", Family.INTEGER, true, random -> "1");

    private final Catalogue tables = new Catalogue();

    @Test
    void aReferenceIsFollowedToTheEnd() {
        Table owner = keyed(1, "owner", null);
        Table pet = keyed(2, "pet", new Reference(1, "id"));
        Table toy = keyed(3, "toy", null);
        toy.columns().add(new Column("pet", INT, true, "", false, new Reference(2, "id")));

        assertThat(tables.meaning(toy, "pet")).contains(owner);
        assertThat(tables.meaning(toy, "id")).contains(toy);
        assertThat(tables.meaning(pet, "id")).contains(owner);
    }

    @Test
    void aReferenceOutlivesItsConstraintAndTheNamesOfItsParent() {
        Table owner = keyed(1, "owner", null);
        Table pet = keyed(2, "pet", null);
        pet.columns().add(new Column("owner", INT, true, "", false, new Reference(1, "id")));
        pet.links().add(new Link("f", List.of("owner"), 1, List.of("id"), ""));

        pet.links().clear();
        tables.renameColumn(1, "id", "number");
        tables.change(1, table -> table.rename("person"));

        assertThat(tables.meaning(pet, "owner")).contains(owner);
        assertThat(owner.name()).isEqualTo("person");
        assertThat(owner.key()).containsExactly("number");
    }

    @Test
    void theColumnsOfATableThatIsMadeLikeAnotherMeanWhatThoseOfThatOneMean() {
        Table owner = keyed(1, "owner", null);
        Table pet = keyed(2, "pet", null);
        pet.columns().add(new Column("owner", INT, true, "", false, new Reference(1, "id")));

        Table copy = pet.like(3, "copy");
        tables.create(copy);

        assertThat(tables.meaning(copy, "owner")).contains(owner);
        assertThat(tables.meaning(copy, "id")).contains(copy);
    }

    private Table keyed(int number, String name, @Nullable Reference reference) {
        Table table = new Table(number, name);
        table.columns().add(new Column("id", INT, false, "", false, reference));
        table.key().add("id");
        tables.create(table);
        return table;
    }
}
