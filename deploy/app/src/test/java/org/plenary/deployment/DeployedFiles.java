package org.plenary.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/** What the platform is run by in production, read as what reads it there would. */
final class DeployedFiles {
    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();
    static final Path CHART = DEPLOY.resolve("helm/plenary");
    static final String HOOK = "hook.of/helm";
    private static final Path COPY = copy();
    static final Path EVERYTHING = CHART.resolve("everything.yaml");

    private DeployedFiles() {}

    static String text(String path) {
        try {
            return Files.readString(DEPLOY.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> yaml(String path) {
        return map(new Yaml().load(text(path)));
    }

    /** Both files of compose, the second over the first as compose merges maps. */
    static Map<String, Object> services(String... files) {
        var services = new HashMap<String, Object>();
        for (var file : files) {
            // which Docker Compose knows, and YAML does not
            Map<String, Object> read =
                    map(new Yaml().load(text("compose/" + file).replace(" !override", "")));
            map(read.get("services")).forEach((name, service) -> services.merge(name, service, DeployedFiles::over));
        }
        return services;
    }

    private static Object over(Object under, Object over) {
        if (!(under instanceof Map) || !(over instanceof Map)) return over;
        var both = new HashMap<>(map(under));
        map(over).forEach((key, value) -> both.merge(key, value, DeployedFiles::over));
        return both;
    }

    static LintResult lint() {
        return helm(CHART).lint().strict().call();
    }

    /** Helm itself, as a library of the operating systems that it is built for. */
    private static Helm helm(Path chart) {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        assumeTrue(
                system.contains("linux") && System.getProperty("os.arch").equals("amd64"),
                "the chart is checked on Linux on amd64 alone, for which the tests bring helm");
        return new Helm(chart);
    }

    /** Helm as a library leaves out what is a hook, so that the upgrade of schemas is none in this copy. */
    private static Path copy() {
        try {
            var copy = Files.createTempDirectory("plenary-chart");
            FileSystemUtils.copyRecursively(CHART, copy);
            var hook = copy.resolve("templates/migration.yaml");
            Files.writeString(hook, Files.readString(hook).replace("helm.sh/hook", HOOK));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param values files of values over those of the chart */
    static List<Map<String, Object>> rendered(Path... values) {
        var template = helm(COPY)
                .template()
                .withName("plenary")
                .withNamespace("plenary")
                .withKubeVersion("1.30.0");
        for (var file : values) template.withValuesFile(file);
        var objects = new ArrayList<Map<String, Object>>();
        for (var object : new Yaml().loadAll(template.call())) if (object != null) objects.add(map(object));
        return objects;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    /** What is at the end of the path; it is there. */
    static Object at(Object value, String... path) {
        for (var step : path) {
            value = map(value).get(step);
            if (value == null) throw new AssertionError("no " + step + " of " + String.join(".", path));
        }
        return value;
    }
}
