package org.plenary.admin.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.offboarding.Deletions;
import org.plenary.admin.vitals.PlanUse;
import org.plenary.admin.vitals.VitalRows;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Entitlements;
import org.plenary.tenancy.TenantMigrations;
import org.plenary.tenancy.TenantStatus;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriComponentsBuilder;

/** What the operator's pages show. */
@Component
class OperatorView {
    private static final String LIST = "/operator/tenants";
    private static final int FAILING = 20;

    private final JdbcClient jdbc;
    private final Health health;
    private final Formats formats;
    private final Urls urls;
    private final MessageSource messages;

    OperatorView(JdbcClient jdbc, Health health, Formats formats, Urls urls, MessageSource messages) {
        this.jdbc = jdbc;
        this.health = health;
        this.formats = formats;
        this.urls = urls;
        this.messages = messages;
    }

    /** How one organization stands. */
    @Component("operatorViewHealth")
    record Health(
            VitalRows vitals,
            TenantMigrations migrations,
            Deletions deletions,
            Entitlements entitlements,
            PlanUse planUse) {}

    void showList(Page<TenantList.Row> page, TenantList.Asked asked, List<String> plans, Model model) {
        model.addAttribute("tenants", page.items());
        model.addAttribute("q", asked.q());
        model.addAttribute("asked", asked);
        model.addAttribute("keep", kept(asked));
        model.addAttribute("chips", chips(asked));
        model.addAttribute(
                "plans",
                plans.stream().map(plan -> new Choice(plan, formats.plan(plan))).toList());
        model.addAttribute(
                "healths",
                Stream.of(TenantHealth.values())
                        .map(each -> new Choice(
                                each.wire(), text("admin.health." + each.wire().replace('_', '-'))))
                        .toList());
        model.addAttribute("first", asked.after() == null ? null : address(asked, asked.status(), null));
        model.addAttribute("next", page.next() == null ? null : address(asked, asked.status(), page.next()));
    }

    private static Map<String, String> kept(TenantList.Asked asked) {
        var kept = new LinkedHashMap<String, String>();
        put(kept, "status", asked.status());
        put(kept, "plan", asked.plan());
        put(kept, "health", asked.health());
        return kept;
    }

    private static void put(Map<String, String> kept, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) kept.put(name, value);
    }

    void showOne(OperatorTenants.TenantView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("tenant", view.tenant());
        model.addAttribute("siteUrl", urls.tenant(view.tenant(), "/"));
        model.addAttribute("isActive", view.tenant().status() == TenantStatus.ACTIVE);
        model.addAttribute("isSuspended", view.tenant().status() == TenantStatus.SUSPENDED);
        model.addAttribute("deletion", health.deletions().of(view.tenant().id()).orElse(null));
        var vitals = health.vitals().find(view.tenant().id()).orElse(null);
        var version = view.tenant().schemaVersion();
        var wanted = health.migrations().wanted();
        model.addAttribute("vitals", vitals);
        model.addAttribute("wanted", wanted);
        model.addAttribute("troubles", TenantList.troubles(vitals, version != null && !version.equals(wanted)));
        model.addAttribute("plans", plans(view.tenant().plan()));
        model.addAttribute("uses", health.planUse().of(view.tenant()));
        model.addAttribute("failing", health.vitals().failing(view.tenant().id(), FAILING));
    }

    /** Those that there are, and the one that it has, should there be no such plan any more. */
    private List<Choice> plans(String current) {
        return Stream.concat(health.entitlements().plans().stream(), Stream.of(current))
                .distinct()
                .map(plan -> new Choice(plan, formats.plan(plan)))
                .toList();
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private List<Chip> chips(TenantList.Asked asked) {
        var counts = counts();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var chips = new ArrayList<Chip>();
        var anyStatus = asked.status() == null || asked.status().isBlank();
        chips.add(new Chip(address(asked, null, null), text("admin.tenants.all"), anyStatus, all));
        for (var status : TenantStatus.values()) {
            var name = status.name().toLowerCase(Locale.ROOT);
            var count = counts.getOrDefault(status.name(), 0L);
            var on = name.equals(asked.status());
            if (count > 0 || on)
                chips.add(new Chip(address(asked, on ? null : name, null), formats.status(status), on, count));
        }
        return chips;
    }

    private Map<String, Long> counts() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select status, count(*) from control.tenant group by status").query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }

    private static String address(TenantList.Asked asked, @Nullable String status, @Nullable String after) {
        var values = new LinkedHashMap<String, String>();
        put(values, "q", asked.q());
        put(values, "status", status);
        put(values, "plan", asked.plan());
        put(values, "health", asked.health());
        put(values, "after", after);
        var address = UriComponentsBuilder.fromPath(LIST);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
