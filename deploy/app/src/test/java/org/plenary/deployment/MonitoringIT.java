package org.plenary.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.deployment.DeployedFiles.at;
import static org.plenary.deployment.DeployedFiles.list;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenary.PlenaryIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What alerts and the dashboard ask for is what the application tells. */
class MonitoringIT extends PlenaryIT {
    private static final String ALERTS = "helm/plenary/files/alerts.yaml";
    private static final String SCRAPE = "/actuator/prometheus";
    private static final Pattern NAME = Pattern.compile("[a-z]+(?:_[a-z0-9]+)+");

    /** Prometheus' own, and what is there only once there was garbage. */
    private static final Set<String> NOT_ALWAYS = Set.of("jvm_gc_pause_seconds_sum");

    @Test
    void alertsAndDashboardAskForWhatThereIs() {
        aTenant();
        eventually(
                "the figures were read", () -> !value("plenary_tenants_active").equals("NaN"));
        var there = scrape().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());

        for (var expression : expressions())
            assertThat(names(expression)).as(expression).isSubsetOf(union(there, NOT_ALWAYS));
    }

    @Test
    void theFiguresAreNumbers() {
        eventually(
                "the figures were read",
                () -> !value("plenary_backups_age_seconds").equals("NaN"));
        assertThat(scrape().lines().filter(line -> line.startsWith("plenary_")))
                .noneMatch(line -> line.endsWith("NaN"));
    }

    /** Neither an organization nor a person is named. */
    @Test
    void theyTellOfNobody() {
        var tenant = aTenant();
        anonymous(tenant).get("/").expect(200);
        assertThat(scrape())
                .doesNotContain(tenant.slug())
                .doesNotContain(tenant.schema())
                .doesNotContain("@");
    }

    @Test
    void theyAreForOperatorsWhereThePublicIs() {
        platform().get(SCRAPE).expect(401);
        anonymous(aTenant()).get(SCRAPE).expect(401);
        platform().get("/livez").expect(200);
        platform().get("/readyz").expect(200);
    }

    @Test
    void eachAlertSaysWhatToDo() {
        for (var rule : rules()) {
            assertThat(at(rule, "labels", "severity")).isIn("page", "ticket");
            assertThat(at(rule, "annotations", "summary").toString()).endsWith(".");
            assertThat(Path.of("../..", at(rule, "annotations", "runbook").toString()))
                    .isRegularFile();
        }
    }

    private static List<String> expressions() {
        var expressions = new ArrayList<String>();
        for (var rule : rules()) expressions.add(at(rule, "expr").toString());
        JsonNode dashboard = new JsonMapper().readTree(DeployedFiles.text("helm/plenary/files/dashboard.json"));
        for (var panel : dashboard.path("panels"))
            for (var target : panel.path("targets"))
                expressions.add(target.path("expr").asString());
        assertThat(expressions).hasSizeGreaterThan(20);
        return expressions;
    }

    private static List<Map<String, Object>> rules() {
        return list(DeployedFiles.yaml(ALERTS).get("groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    /** Without labels and what is grouped by. */
    private static Set<String> names(String expression) {
        return NAME.matcher(expression.replaceAll("\\{[^}]*}|\\bby \\([^)]*\\)", ""))
                .results()
                .map(result -> result.group())
                .collect(Collectors.toSet());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static String scrape() {
        return operator().get(SCRAPE).expect(200).body();
    }

    private static String value(String metric) {
        return scrape().lines()
                .filter(line -> line.startsWith(metric + " "))
                .map(line -> line.substring(metric.length() + 1))
                .findFirst()
                .orElse("NaN");
    }
}
