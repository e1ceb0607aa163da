package org.plenary.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.deployment.DeployedFiles.at;
import static org.plenary.deployment.DeployedFiles.map;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of Docker Compose, for one machine and for the shape of a cluster. */
class ComposeTests {
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)(:[?-][^}]*)?}");

    static Stream<Map<String, Object>> both() {
        return Stream.of(
                DeployedFiles.services("compose.yaml"), DeployedFiles.services("compose.yaml", "compose.cluster.yaml"));
    }

    static Set<String> environmentOf(Map<String, Object> services, String service) {
        return map(at(services, service, "environment")).keySet();
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachServiceIsPinnedWatchedAndBounded(Map<String, Object> services) {
        services.forEach((name, value) -> {
            var service = map(value);
            assertThat(service.get("image").toString())
                    .as(name)
                    .matches("[a-z./-]+:(\\$\\{PLENARY_VERSION:\\?}|v?\\d[\\w.-]+)");
            assertThat(service).as(name).containsKeys("mem_limit", "restart");
            if (!service.get("restart").equals("no"))
                assertThat(service).as(name).containsKey("healthcheck");
        });
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsWaitedForIsThere(Map<String, Object> services) {
        services.forEach((name, value) -> {
            var waitsFor = map(value).get("depends_on");
            if (waitsFor instanceof List<?> names)
                assertThat(services.keySet()).as(name).containsAll(strings(names));
            if (!(waitsFor instanceof Map)) return;
            map(waitsFor).forEach((other, how) -> {
                assertThat(services).as(name).containsKey(other);
                if (at(how, "condition").equals("service_healthy"))
                    assertThat(map(services.get(other))).as(other).containsKey("healthcheck");
                else assertThat(at(services, other, "restart")).as(other).isEqualTo("no");
            });
        });
        assertThat(map(at(services, "app", "depends_on", "migrate")))
                .containsEntry("condition", "service_completed_successfully");
    }

    /** Native code is unpacked there and loaded, which Docker does not allow by itself. */
    @ParameterizedTest
    @MethodSource("both")
    void nativeCodeMayBeLoadedFromTheFolderForTheMoment(Map<String, Object> services) {
        assertThat(strings((List<?>) at(services, "app", "tmpfs"))).containsExactly("/tmp:size=512m,exec");
    }

    /** The services that hold data are on a network without a way out; what is open to the world is the proxy. */
    @ParameterizedTest
    @MethodSource("both")
    void nothingButTheProxyIsOpenToTheWorld(Map<String, Object> services) {
        services.forEach((name, value) -> {
            var ports = map(value).get("ports");
            if (ports instanceof List<?> open && !name.equals("proxy"))
                assertThat(strings(open)).as(name).allMatch(port -> port.startsWith("127.0.0.1:"));
            if (!Set.of("app", "migrate", "proxy", "grafana").contains(name))
                assertThat(map(value).get("networks")).as(name).isEqualTo(List.of("inner"));
        });
        assertThat(at(DeployedFiles.yaml("compose/compose.yaml"), "networks", "inner", "internal"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("both")
    void eachFileThatIsMountedIsThere(Map<String, Object> services) {
        services.forEach((name, value) -> {
            if (map(value).get("volumes") instanceof List<?> volumes)
                assertThat(strings(volumes).stream()
                                .filter(volume -> volume.startsWith("."))
                                .map(volume -> Path.of("../compose", volume.split(":")[0])))
                        .as(name)
                        .allMatch(Files::isRegularFile);
        });
    }

    @ParameterizedTest
    @MethodSource("both")
    void whatIsToBeFilledInStandsInTheExample(Map<String, Object> services) {
        var asked = VARIABLE.matcher(services.toString())
                .results()
                .filter(found -> !String.valueOf(found.group(2)).matches(":-.+"))
                .map(result -> ((MatchResult) result).group(1))
                .collect(Collectors.toSet());
        var given = DeployedFiles.text("compose/.env.example")
                .lines()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        assertThat(given).containsAll(asked);
    }

    private static List<String> strings(Collection<?> values) {
        return values.stream().map(String::valueOf).toList();
    }
}
