package org.plenary.conference.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which compliance rules an organization follows, and what they say. */
@Controller
@TenantHost
@RequestMapping(TenantRulesPages.PATH)
class TenantRulesPages {
    static final String PATH = "/manage/rules";

    private final RulePackRows packs;
    private final RuleView view;
    private final Choosing choosing;
    private final Words words;

    TenantRulesPages(RulePackRows packs, RuleView view, Choosing choosing, Words words) {
        this.packs = packs;
        this.view = view;
        this.choosing = choosing;
        this.words = words;
    }

    @Component("tenantRulesWords")
    record Words(MessageSource messages, PageErrors errors) {}

    /** Chosen and written down together. */
    @Component("rulesChoosing")
    record Choosing(RulePackRows packs, AuditTrail audit, TransactionOperations transactions, Clock clock) {
        List<RulePack> offered() {
            return packs.current(LocalDate.now(clock.withZone(Tenancy.require().timeZone())));
        }

        /** @param code empty for none */
        void choose(String code) {
            if (!code.isEmpty()
                    && offered().stream().noneMatch(pack -> pack.code().equals(code)))
                throw new Problem.InvalidInput("/code", "choice", "There are no such rules to choose.");
            var tenant = Tenancy.require().id();
            transactions.executeWithoutResult(status -> {
                packs.choose(tenant, code.isEmpty() ? null : code);
                audit.record("rules.chosen", tenant.toString(), Map.of("rules", code.isEmpty() ? "–" : code));
            });
        }
    }

    @GetMapping
    @Requires(Permission.TENANT_ADMIN)
    ModelAndView show(Locale locale) {
        var offered = choosing.offered();
        return new ModelAndView("conference/rules-choice")
                .addObject("chosen", packs.choice(Tenancy.require().id()).orElse(""))
                .addObject("offered", offered)
                .addObject("locale", locale)
                .addObject(
                        "choices",
                        offered.stream()
                                .map(pack ->
                                        new Choice(pack.code(), pack.title().in(locale)))
                                .toList());
    }

    @PostMapping
    @Requires(Permission.TENANT_ADMIN)
    ModelAndView choose(@RequestParam(defaultValue = "") String code, Locale locale, RedirectAttributes redirect) {
        try {
            choosing.choose(code.strip());
            redirect.addFlashAttribute(
                    "flash", Flash.success(words.messages().getMessage("conference.rules.chosen", null, locale)));
            return new ModelAndView("redirect:" + PATH);
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(show(locale), e, locale);
        }
    }

    /** What a version says; drafts are the operators' own. */
    @GetMapping("/{code}/{version:[0-9]+}")
    @Requires(value = Permission.CONFERENCE_READ, anywhere = true)
    ModelAndView one(@PathVariable String code, @PathVariable int version, Locale locale) {
        var pack = packs.find(code, version)
                .filter(each -> each.state() != RulePack.State.DRAFT)
                .orElseThrow(() -> new Problem.NotFound("The rules"));
        return new ModelAndView("conference/rules")
                .addObject("pack", pack)
                .addObject("packTitle", pack.title().in(locale))
                .addObject("groups", view.of(pack, locale));
    }
}
