package org.plenary.admin.operator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.offboarding.Deletions;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Page;
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

    private final JdbcClient jdbc;
    private final Deletions deletions;
    private final Formats formats;
    private final Urls urls;
    private final MessageSource messages;

    OperatorView(JdbcClient jdbc, Deletions deletions, Formats formats, Urls urls, MessageSource messages) {
        this.jdbc = jdbc;
        this.deletions = deletions;
        this.formats = formats;
        this.urls = urls;
        this.messages = messages;
    }

    record Asked(
            @Nullable String q,
            @Nullable String status,
            @Nullable String after) {}

    void showList(Page<OperatorTenants.TenantView> page, Asked asked, Model model) {
        model.addAttribute("tenants", page.items());
        model.addAttribute("q", asked.q());
        model.addAttribute("keep", asked.status() == null ? Map.of() : Map.of("status", asked.status()));
        model.addAttribute("chips", chips(asked));
        model.addAttribute("first", asked.after() == null ? null : address(asked.q(), asked.status(), null));
        model.addAttribute("next", page.next() == null ? null : address(asked.q(), asked.status(), page.next()));
    }

    void showOne(OperatorTenants.TenantView view, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("tenant", view.tenant());
        model.addAttribute("siteUrl", urls.tenant(view.tenant(), "/"));
        model.addAttribute("isActive", view.tenant().status() == TenantStatus.ACTIVE);
        model.addAttribute("isSuspended", view.tenant().status() == TenantStatus.SUSPENDED);
        model.addAttribute("deletion", deletions.of(view.tenant().id()).orElse(null));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private List<Chip> chips(Asked asked) {
        var counts = counts();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var chips = new ArrayList<Chip>();
        var anyStatus = asked.status() == null || asked.status().isBlank();
        chips.add(new Chip(address(asked.q(), null, null), text("admin.tenants.all"), anyStatus, all));
        for (var status : TenantStatus.values()) {
            var name = status.name().toLowerCase(Locale.ROOT);
            var count = counts.getOrDefault(status.name(), 0L);
            var on = name.equals(asked.status());
            if (count > 0 || on)
                chips.add(new Chip(address(asked.q(), on ? null : name, null), formats.status(status), on, count));
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

    private static String address(@Nullable String q, @Nullable String status, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(LIST);
        if (q != null && !q.isBlank()) address.queryParam("q", "{q}");
        if (status != null && !status.isBlank()) address.queryParam("status", "{status}");
        if (after != null) address.queryParam("after", "{after}");
        var values = new HashMap<String, Object>();
        values.put("q", q == null ? "" : q);
        values.put("status", status == null ? "" : status);
        values.put("after", after == null ? "" : after);
        return address.encode().buildAndExpand(values).toUriString();
    }
}
