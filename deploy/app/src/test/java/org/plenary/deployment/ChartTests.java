package org.plenary.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plenary.deployment.DeployedFiles.EVERYTHING;
import static org.plenary.deployment.DeployedFiles.at;
import static org.plenary.deployment.DeployedFiles.list;
import static org.plenary.deployment.DeployedFiles.map;
import static org.plenary.deployment.DeployedFiles.rendered;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chart as helm renders it, with what it has by itself and with all that can be switched on. */
class ChartTests {
    private interface Check {
        void of(JsonElement object) throws IOException;
    }

    /** Kubernetes' own description of its objects, which refuses what it does not know and misses what must be there. */
    private static final Map<String, Check> KINDS = Map.of(
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "batch/v1 Job", V1Job::validateJsonElement,
            "batch/v1 CronJob", V1CronJob::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "v1 PersistentVolumeClaim", V1PersistentVolumeClaim::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    /** Of the Prometheus operator. */
    private static final Set<String> OTHERS =
            Set.of("monitoring.coreos.com/v1 PodMonitor", "monitoring.coreos.com/v1 PrometheusRule");

    static Stream<List<Map<String, Object>>> both() {
        return Stream.of(rendered(), rendered(EVERYTHING));
    }

    @Test
    void helmHasNothingToSayAboutIt() {
        var lint = DeployedFiles.lint();
        assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachObjectIsAsKubernetesDescribesIt(List<Map<String, Object>> objects) throws IOException {
        assertThat(objects).isNotEmpty();
        for (var object : objects) {
            var kind = object.get("apiVersion") + " " + object.get("kind");
            if (OTHERS.contains(kind)) continue;
            assertThat(KINDS).as("what checks it").containsKey(kind);
            KINDS.get(kind).of(new Gson().toJsonTree(object));
        }
        assertThat(objects.stream().map(object -> object.get("kind") + "/" + at(object, "metadata", "name")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theCheckSeesWhatKubernetesDoesNotKnow() {
        var typo = map(rendered().stream()
                .filter(object -> object.get("kind").equals("Deployment"))
                .findFirst()
                .orElseThrow());
        map(at(typo, "spec", "template", "spec")).put("securityContexts", Map.of());

        assertThatThrownBy(() -> V1Deployment.validateJsonElement(new Gson().toJsonTree(typo)))
                .hasMessageContaining("securityContexts");
    }

    @Test
    void allIsSwitchedOnInOneOfThem() {
        var kinds = rendered(EVERYTHING).stream()
                .map(object -> object.get("apiVersion") + " " + object.get("kind"))
                .collect(Collectors.toSet());
        assertThat(kinds).containsAll(KINDS.keySet()).containsAll(OTHERS);
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachContainerIsWatchedAndConfined(List<Map<String, Object>> objects) {
        for (var workload : Workload.of(objects)) {
            var container = workload.container();
            assertThat(container.get("image").toString())
                    .as(workload.name())
                    .matches("[^:@]+:[^:@]+")
                    .doesNotEndWith(":latest");
            if (workload.serves()) {
                assertThat(container)
                        .as(workload.name())
                        .containsKeys("startupProbe", "livenessProbe", "readinessProbe");
            }
            assertThat(map(at(container, "resources", "requests"))).containsKeys("cpu", "memory");
            assertThat(map(at(container, "resources", "limits"))).containsKey("memory");
            assertThat(map(container.get("securityContext")))
                    .as(workload.name())
                    .containsEntry("readOnlyRootFilesystem", true)
                    .containsEntry("allowPrivilegeEscalation", false)
                    .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
            assertThat(map(workload.pod().get("securityContext")))
                    .containsEntry("runAsNonRoot", true)
                    .containsKey("runAsUser")
                    .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
            assertThat(workload.pod()).containsEntry("automountServiceAccountToken", false);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachVolumeThatIsMountedIsThere(List<Map<String, Object>> objects) {
        for (var workload : Workload.of(objects))
            assertThat(list(workload.pod().get("volumes")).stream().map(volume -> volume.get("name")))
                    .as(workload.name())
                    .containsAll(list(workload.container().get("volumeMounts")).stream()
                            .map(mount -> mount.get("name"))
                            .toList());
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatServesIsNeverTakenAwayAltogether(List<Map<String, Object>> objects) {
        var protectedParts = objects.stream()
                .filter(object -> object.get("kind").equals("PodDisruptionBudget"))
                .map(object -> at(object, "spec", "selector", "matchLabels"))
                .collect(Collectors.toSet());
        for (var object : objects) {
            if (!object.get("kind").equals("Deployment")) continue;
            assertThat(protectedParts).contains(at(object, "spec", "selector", "matchLabels"));
            assertThat(at(object, "spec", "strategy", "rollingUpdate", "maxUnavailable"))
                    .isEqualTo(0);
            assertThat(list(at(object, "spec", "template", "spec", "topologySpreadConstraints")))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("both")
    void schemasAreUpgradedBeforeTheRollout(List<Map<String, Object>> objects) {
        var job = objects.stream()
                .filter(object -> object.get("kind").equals("Job"))
                .findFirst()
                .orElseThrow();
        assertThat(at(job, "metadata", "annotations", DeployedFiles.HOOK)).isEqualTo("pre-install,pre-upgrade");
        var upgrade = Workload.of(List.of(job)).getFirst().container();
        var node = Workload.of(objects).stream()
                .filter(workload -> workload.serves() && workload.isOurs())
                .findFirst()
                .orElseThrow()
                .container();
        assertThat(upgrade)
                .containsEntry("args", List.of("--migrate"))
                .containsEntry("image", node.get("image"))
                .containsEntry("env", node.get("env"));
    }

    @Test
    void aSecretAmongTheSettingsIsRefused(@TempDir Path folder) throws IOException {
        var values =
                Files.writeString(folder.resolve("values.yaml"), "settings: {PLENARY_STRIPE_SECRET_KEY: sk_live_1}");
        assertThatThrownBy(() -> rendered(values)).hasMessageContaining("is a secret");
    }
}
