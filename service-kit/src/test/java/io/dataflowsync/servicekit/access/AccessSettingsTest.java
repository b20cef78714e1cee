package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessSettingsTest {
    private static final String HASH = "$2y$12$" + "a".repeat(53);

    private final Path directory;

    AccessSettingsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Path file(String... lines) throws IOException {
        return Files.write(directory.resolve("users"), List.of(lines));
    }

    @Test
    void nobodyIsSetUpByDefault() {
        AccessSettings settings = AccessSettings.of(Map.of());

        assertThat(settings.readUsers()).isEmpty();
        assertThat(settings.framework()).isEmpty();
        assertThat(new Accounts(settings).isReadingOpen()).isTrue();
        assertThat(new Accounts(settings).hasAny()).isFalse();
    }

    @Test
    void theAdminOfTheEnvironmentIsAnOperatorAndLeavesReadingOpenOnThisHost() {
        Accounts accounts = new Accounts(AccessSettings.of(Map.of("DFS_ADMIN_PASSWORD", "x")));

        assertThat(accounts.find("admin")).get().extracting(User::role).isEqualTo(Role.OPERATOR);
        assertThat(accounts.isReadingOpen()).isTrue();
    }

    @Test
    void theAdminsPasswordMayStandInAFile() throws IOException {
        Accounts accounts = new Accounts(AccessSettings.of(
                Map.of("DFS_ADMIN_PASSWORD_FILE", file("from a file").toString())));

        assertThat(accounts.find("admin").orElseThrow().password().matches("from a file"))
                .isTrue();
    }

    @Test
    void aFileOfUsersClosesReading() throws IOException {
        Path file = file("# ours", "", "vera:viewer:" + HASH, " otto:operator:" + HASH);
        Accounts accounts =
                new Accounts(AccessSettings.of(Map.of("DFS_USERS_FILE", file.toString(), "DFS_ADMIN_PASSWORD", "x")));

        assertThat(accounts.find("vera")).get().extracting(User::role).isEqualTo(Role.VIEWER);
        assertThat(accounts.find("otto")).get().extracting(User::role).isEqualTo(Role.OPERATOR);
        assertThat(accounts.find("eve")).isEmpty();
        assertThat(accounts.isReadingOpen()).isFalse();
    }

    @Test
    void aFileWithoutUsersSetsNobodyUp() throws IOException {
        Accounts accounts = new Accounts(
                AccessSettings.of(Map.of("DFS_USERS_FILE", file("# none yet").toString())));

        assertThat(accounts.isReadingOpen()).isTrue();
        assertThat(accounts.hasAny()).isFalse();
    }

    @Test
    void everyProblemOfTheFileIsNamedAndNoLineOfIt() throws IOException {
        Path file = file(
                "vera",
                "v era:viewer:" + HASH,
                "vera:boss:" + HASH,
                "vera:viewer:secret",
                "a:viewer:" + HASH,
                "a:viewer:" + HASH);

        assertThatThrownBy(() -> AccessSettings.of(Map.of("DFS_USERS_FILE", file.toString())))
                .isInstanceOf(InvalidPipelineException.class)
                .hasMessage(String.join(
                        "\n",
                        file + ":1: not name:role:hash; write the line that './dfs user NAME ROLE' prints",
                        file + ":2: the name is not one; use up to 64 letters, digits and . _ @ + - in a user's name",
                        file + ":3: the role is not one; write viewer or operator",
                        file + ":4: the hash is not one of bcrypt; write the line that './dfs user NAME ROLE' prints",
                        file + ":6: the user a is there twice; keep one of the two lines"));
    }

    @Test
    void aFileThatIsNotThereAndTwoAdminsAreProblems() throws IOException {
        assertThatThrownBy(() -> AccessSettings.of(Map.of("DFS_USERS_FILE", "/no/such/file")))
                .hasMessage("DFS_USERS_FILE: no such file: /no/such/file; name the file of users, or unset it");
        Path file = file("admin:viewer:" + HASH);
        assertThatThrownBy(
                        () -> AccessSettings.of(Map.of("DFS_USERS_FILE", file.toString(), "DFS_ADMIN_PASSWORD", "x")))
                .hasMessage(
                        "DFS_USERS_FILE: the file has a user admin, and DFS_ADMIN_PASSWORD is set; remove one of the two");
    }

    @Test
    void aProviderOfTokensClosesReadingAndIsHandedToTheFramework() {
        AccessSettings settings =
                AccessSettings.of(Map.of("DFS_OIDC_URL", "https://id.example/realms/dfs", "DFS_OIDC_AUDIENCE", "dfs"));

        assertThat(new Accounts(settings).isReadingOpen()).isFalse();
        assertThat(settings.framework())
                .containsEntry("quarkus.oidc.tenant-enabled", "true")
                .containsEntry("quarkus.oidc.auth-server-url", "https://id.example/realms/dfs")
                .containsEntry("quarkus.oidc.token.audience", "dfs")
                .containsEntry("quarkus.oidc.roles.role-claim-path", "groups");
    }
}
