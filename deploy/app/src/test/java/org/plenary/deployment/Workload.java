package org.plenary.deployment;

import static org.plenary.deployment.DeployedFiles.at;
import static org.plenary.deployment.DeployedFiles.list;
import static org.plenary.deployment.DeployedFiles.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A container of the chart and the pod around it.
 *
 * @param kind of what makes the pod
 */
record Workload(String kind, String name, Map<String, Object> pod, Map<String, Object> container) {
    static List<Workload> of(List<Map<String, Object>> objects) {
        return objects.stream().flatMap(Workload::in).toList();
    }

    private static Stream<Workload> in(Map<String, Object> object) {
        var kind = (String) object.get("kind");
        var template = switch (kind) {
            case "Deployment", "Job" -> at(object, "spec", "template", "spec");
            case "CronJob" -> at(object, "spec", "jobTemplate", "spec", "template", "spec");
            default -> null;
        };
        if (template == null) return Stream.empty();
        var pod = map(template);
        return Stream.concat(list(pod.get("containers")).stream(), list(pod.get("initContainers")).stream())
                .map(container -> new Workload(kind, (String) at(object, "metadata", "name"), pod, container));
    }

    boolean serves() {
        return kind.equals("Deployment");
    }

    boolean isOurs() {
        return String.valueOf(container.get("image")).startsWith("registry.example/plenary:");
    }

    List<Map<String, Object>> environment() {
        return list(container.get("env"));
    }
}
