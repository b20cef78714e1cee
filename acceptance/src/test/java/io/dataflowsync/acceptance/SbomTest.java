package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials names every library that a service has, and none that only its tests have. */
class SbomTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Quarkus adds it by itself where Flyway and MySQL meet; it is a part of quarkus-flyway, which is named. */
    private static final String OF_THE_FRAMEWORK = "io.quarkus.quarkus-flyway-mysql-";

    @ParameterizedTest
    @ValueSource(strings = {"cdc-service", "dpu-service", "monitor-ui"})
    void namesWhatTheServiceIsMadeOf(String service) throws IOException {
        Path target = ROOT.resolve(service).resolve("target");
        assumeTrue(
                Files.exists(target.resolve("sbom.json")),
                "Maven was offline, where the plugin that writes it does not run");
        JsonNode bill = new ObjectMapper().readTree(target.resolve("sbom.json").toFile());
        assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
        assertThat(bill.at("/metadata/component/name").asText()).isEqualTo(service);
        Set<String> named = new TreeSet<>();
        bill.path("components")
                .forEach(component -> named.add(component.path("group").asText() + "."
                        + component.path("name").asText() + "-"
                        + component.path("version").asText()));

        Set<String> libraries = new TreeSet<>();
        try (Stream<Path> files = Files.walk(target.resolve("quarkus-app/lib"))) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".jar") && !file.startsWith(OF_THE_FRAMEWORK))
                    .map(file -> file.replaceFirst("^modified-", ""))
                    .forEach(libraries::add);
        }
        assertThat(libraries).hasSizeGreaterThan(50);
        // Behind the version a file may name a system: netty-transport-native-epoll-4.1-linux-x86_64.jar.
        assertThat(libraries)
                .allSatisfy(library -> assertThat(named).as(library).anyMatch(library::startsWith));
        assertThat(named).noneMatch(name -> name.contains("testcontainers"));
    }
}
