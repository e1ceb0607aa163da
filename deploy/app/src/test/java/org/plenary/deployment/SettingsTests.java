package org.plenary.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.deployment.DeployedFiles.EVERYTHING;
import static org.plenary.deployment.DeployedFiles.map;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenary.MailAddress;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

/** What the application is told in production is what it listens to. */
class SettingsTests {
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|TOKEN).*|.*_(REDIS|SEARCH|SMTP)_URL");

    private final KnownSettings known = new KnownSettings();

    @Test
    void whatIsNotReadIsNotKnown() {
        assertThat(known.knows("PLENARY_DATABASE_PASSWORD")).isTrue();
        assertThat(known.knows("PLENARY_PLANS_TAX_RATES_DE")).isTrue();
        assertThat(known.knows("PLENARY_REDIS_URL")).isTrue();
        assertThat(known.knows("PLENARY_DATABASE_PASSWORT")).isFalse();
        assertThat(known.knows("PLENARY_REDIS_ADDRESS")).isFalse();
    }

    @Test
    void theAddressOfTheMailServerIsReadToo() {
        var environment = new MockEnvironment().withProperty("plenary.smtp.url", "smtp://mail.example");
        new MailAddress().postProcessEnvironment(environment, new SpringApplication());
        assertThat(environment.getProperty("spring.mail.host")).isEqualTo("mail.example");
    }

    @Test
    void compose() {
        check(ComposeTests.environmentOf(DeployedFiles.services("compose.yaml"), "app"));
        check(ComposeTests.environmentOf(DeployedFiles.services("compose.yaml", "compose.cluster.yaml"), "app"));
    }

    @Test
    void theChart() {
        check(variables());
    }

    @Test
    void everySecretOfTheChartComesFromASecret() {
        for (var workload : Workload.of(DeployedFiles.rendered(EVERYTHING)))
            for (var variable : workload.environment()) {
                var name = variable.get("name").toString();
                if (SECRET.matcher(name).matches())
                    assertThat(map(variable.get("valueFrom")))
                            .as(name)
                            .containsOnlyKeys("secretKeyRef")
                            .extractingByKey("secretKeyRef")
                            .satisfies(reference -> assertThat(map(reference)).containsEntry("name", "plenary"));
            }
    }

    private static Set<String> variables() {
        return Workload.of(DeployedFiles.rendered(EVERYTHING)).stream()
                .filter(Workload::isOurs)
                .flatMap(workload -> workload.environment().stream())
                .map(variable -> variable.get("name").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void check(Set<String> variables) {
        assertThat(variables).contains("PLENARY_DATABASE_URL");
        assertThat(variables).as("read by the application").allMatch(known::knows);
        var readme = DeployedFiles.text("../README.md");
        var production = DeployedFiles.text("docs/production.md");
        assertThat(variables)
                .as("told of")
                .allMatch(name -> isIn(readme, name) || production.contains("`" + name + "`"));
    }

    /** {@code `PLENARY_DATABASE_URL`, `_USER`, `_PASSWORD`} tells of three. */
    private static boolean isIn(String readme, String name) {
        return readme.contains("`" + name + "`")
                || readme.lines()
                        .anyMatch(line -> line.contains("`PLENARY_DATABASE_URL`")
                                && name.startsWith("PLENARY_DATABASE_")
                                && line.contains("`" + name.substring("PLENARY_DATABASE".length()) + "`"));
    }
}
