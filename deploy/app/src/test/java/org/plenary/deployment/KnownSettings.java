package org.plenary.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.json.JsonMapper;

/** Which variables the application reads: its own records of settings, what its settings file asks for, and the framework's. */
final class KnownSettings {
    private static final Pattern ASKED_FOR = Pattern.compile("\\$\\{([a-z.-]+)}");

    /** {@code MailAddress} reads this, the virtual machine that. */
    private static final Set<String> OTHERS = Set.of("PLENARYSMTPURL", "JAVATOOLOPTIONS");

    private final Set<String> names = new TreeSet<>(OTHERS);
    /** Of settings that are maps: whatever comes after is a key. */
    private final Set<String> maps = new TreeSet<>();

    KnownSettings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("org.plenary")) {
            try {
                var type = Class.forName(found.getBeanClassName());
                add(type.getAnnotation(ConfigurationProperties.class).value(), type);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        var asked = ASKED_FOR.matcher(DeployedFiles.text("app/src/main/resources/application.yaml"));
        while (asked.find()) names.add(uniform(asked.group(1)));
        addTheFrameworks();
    }

    private void add(String prefix, Class<?> type) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + component.getName();
            if (component.getType().isRecord()) add(name, component.getType());
            else if (component.getType() == Map.class) maps.add(uniform(name));
            else names.add(uniform(name));
        }
    }

    private void addTheFrameworks() {
        try {
            var loader = KnownSettings.class.getClassLoader();
            for (var file : Collections.list(loader.getResources("META-INF/spring-configuration-metadata.json")))
                try (var in = file.openStream()) {
                    for (var property : new JsonMapper().readTree(in).path("properties"))
                        names.add(uniform(property.path("name").asString()));
                }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String variable) {
        var name = uniform(variable);
        return names.contains(name) || maps.stream().anyMatch(map -> name.startsWith(map) && !name.equals(map));
    }

    /** Without what separates words, which is written in several ways. */
    private static String uniform(String name) {
        return name.replaceAll("[._-]", "").toUpperCase(Locale.ROOT);
    }
}
