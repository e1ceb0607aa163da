package org.plenary.admin.migration;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.StateList;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantMigrations;
import org.plenary.tenancy.TenantMigrations.State;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where each organization's schema stands, and trying an upgrade again that did not work. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(MigrationPages.LIST)
class MigrationPages {
    static final String LIST = "/operator/upgrades";

    private final TenantMigrations migrations;
    private final TenantDirectory directory;
    private final Retrying retrying;
    private final MessageSource messages;
    private final StateList<State> states = new StateList<>(LIST, "admin.upgrades", State.class, State::wire);

    MigrationPages(TenantMigrations migrations, TenantDirectory directory, Retrying retrying, MessageSource messages) {
        this.migrations = migrations;
        this.directory = directory;
        this.retrying = retrying;
        this.messages = messages;
    }

    /** Asked for and written down together. */
    @Component("migrationRetrying")
    record Retrying(TenantMigrations migrations, AuditTrail audit, TransactionOperations transactions) {
        void retry(Tenant tenant) {
            transactions.executeWithoutResult(status -> {
                migrations.retry(tenant.id());
                audit.record("upgrade.retried", tenant.slug(), Map.of("version", migrations.wanted()));
            });
        }
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        var asked = states.asked(state);
        var page = migrations.page(asked, Page.DEFAULT_LIMIT, after);
        model.addAttribute("migrations", page.items());
        model.addAttribute("wanted", migrations.wanted());
        states.show(model, asked, page, after, states.chips(asked, migrations.counts(), messages, locale));
        return "admin/upgrades";
    }

    @PostMapping("/{slug}/retry")
    String retry(@PathVariable String slug, Locale locale, RedirectAttributes redirect) {
        var tenant = directory.bySlug(slug).orElseThrow(() -> new Problem.NotFound("The tenant"));
        try {
            retrying.retry(tenant);
            redirect.addFlashAttribute("flash", Flash.success(text("admin.upgrades.retried", locale, tenant.name())));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.info(text("admin.upgrades.nothing", locale, tenant.name())));
        }
        return "redirect:" + LIST;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
