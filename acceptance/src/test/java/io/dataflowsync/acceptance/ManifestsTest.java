package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every manifest is what its kind says, and what refers to something finds it. */
class ManifestsTest {
    private static final Path DIRECTORY =
            Path.of("..").toAbsolutePath().normalize().resolve("deploy/kubernetes");

    private final List<HasMetadata> objects;

    ManifestsTest() throws IOException {
        objects = Manifests.read(DIRECTORY);
    }

    /** A pod that a manifest makes. */
    private record Workload(String name, LabelSelector selector, PodTemplateSpec pod, List<String> claims) {
        Container container() {
            List<Container> containers = pod.getSpec().getContainers();
            assertThat(containers).as(name).hasSize(1);
            return containers.get(0);
        }
    }

    @Test
    void everyObjectIsWhatItsKindSays() {
        assertThat(objects)
                .extracting(
                        object -> object.getKind() + " " + object.getMetadata().getName())
                .containsExactly(
                        "Namespace dataflowsync",
                        "Secret dataflowsync",
                        "ServiceAccount dataflowsync",
                        "Service kafka",
                        "StatefulSet kafka",
                        "Service mariadb",
                        "StatefulSet mariadb",
                        "Service cdc-service",
                        "Deployment cdc-service",
                        "Service dpu-service",
                        "Deployment dpu-service",
                        "Service monitor-ui",
                        "Deployment monitor-ui");
    }

    @ParameterizedTest
    @CsvSource({
        "replicas: 1, replica: 1, replica",
        "replicas: 1, replicas: one, replicas",
        "containerPort: 8081, containerport: 8081, containerport",
        "readOnlyRootFilesystem: true, readOnlyRootFilesystem: 'yes', readOnlyRootFilesystem",
        "value: /etc/dfs/pipeline.yaml, value: 7, value",
        "periodSeconds: 2, periodSecond: 2, periodSecond"
    })
    void aKeyOrATypeThatNoServerTakesIsFound(String right, String wrong, String named) throws IOException {
        String text = Files.readString(DIRECTORY.resolve("05-cdc-service.yaml"));
        assertThat(text).contains(right);
        assertThatThrownBy(() -> Manifests.parse(text.replace(right, wrong)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(named);
    }

    @Test
    void everyServiceFindsItsPodsAndTheirPorts() {
        for (Service service : all(Service.class)) {
            String name = service.getMetadata().getName();
            Workload workload = workload(name);
            Map<String, String> labels = workload.pod().getMetadata().getLabels();
            assertThat(labels).as(name).containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(labels).as(name).containsAllEntriesOf(workload.selector().getMatchLabels());
            service.getSpec().getPorts().forEach(port -> {
                assertThat(workload.container().getPorts())
                        .as(name + " " + port.getName())
                        .anySatisfy(open -> {
                            assertThat(open.getName()).isEqualTo(port.getName());
                            assertThat(open.getContainerPort()).isEqualTo(port.getPort());
                        });
                assertThat(port.getTargetPort()).as(name).isNull();
            });
        }
        assertThat(all(Service.class)).hasSameSizeAs(workloads());
    }

    @Test
    void everyMountHasItsVolume() {
        for (Workload workload : workloads()) {
            List<String> volumes = new ArrayList<>(workload.claims());
            workload.pod().getSpec().getVolumes().forEach(volume -> volumes.add(volume.getName()));
            assertThat(workload.container().getVolumeMounts())
                    .as(workload.name())
                    .extracting(VolumeMount::getName)
                    .containsExactlyInAnyOrderElementsOf(volumes);
        }
    }

    @Test
    void everyProbeAsksAPortThatIsOpen() {
        for (Workload workload : workloads()) {
            Container container = workload.container();
            List<String> names =
                    container.getPorts().stream().map(port -> port.getName()).toList();
            Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                    .filter(Objects::nonNull)
                    .flatMap(ManifestsTest::port)
                    .forEach(port -> assertThat(names).as(workload.name()).contains(port.getStrVal()));
            assertThat(container.getReadinessProbe()).as(workload.name()).isNotNull();
        }
    }

    private static Stream<IntOrString> port(Probe probe) {
        if (probe.getHttpGet() != null) {
            return Stream.of(probe.getHttpGet().getPort());
        }
        return probe.getTcpSocket() == null
                ? Stream.of()
                : Stream.of(probe.getTcpSocket().getPort());
    }

    /** What a namespace with the restricted standard for pods asks for. */
    @Test
    void everyPodIsRestrictedAndBounded() {
        for (Workload workload : workloads()) {
            Container container = workload.container();
            assertThat(workload.pod().getSpec().getServiceAccountName()).isEqualTo("dataflowsync");
            assertThat(workload.pod().getSpec().getSecurityContext().getRunAsNonRoot())
                    .as(workload.name())
                    .isTrue();
            assertThat(workload.pod()
                            .getSpec()
                            .getSecurityContext()
                            .getSeccompProfile()
                            .getType())
                    .isEqualTo("RuntimeDefault");
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).as(workload.name()).containsKey("memory");
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        }
    }

    private Workload workload(String name) {
        return workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no pod for the service " + name));
    }

    private List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        all(Deployment.class)
                .forEach(deployment -> workloads.add(new Workload(
                        deployment.getMetadata().getName(),
                        deployment.getSpec().getSelector(),
                        deployment.getSpec().getTemplate(),
                        List.of())));
        all(StatefulSet.class)
                .forEach(set -> workloads.add(new Workload(
                        set.getMetadata().getName(),
                        set.getSpec().getSelector(),
                        set.getSpec().getTemplate(),
                        set.getSpec().getVolumeClaimTemplates().stream()
                                .map(claim -> claim.getMetadata().getName())
                                .toList())));
        return workloads;
    }

    private <T> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
