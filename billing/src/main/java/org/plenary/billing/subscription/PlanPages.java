package org.plenary.billing.subscription;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.stripe.StripeRefused;
import org.plenary.billing.stripe.StripeUnavailable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantDirectory;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Comparing plans, choosing one, changing it, and paying for it on Stripe's pages. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/plan")
class PlanPages {
    private static final String PAGE = "redirect:/manage/billing/plan";

    private final PlanView view;
    private final Plans plans;
    private final PlanCheckout checkout;
    private final ChangingPlan changing;
    private final Words words;

    /** How the pages say it. */
    @org.springframework.stereotype.Component
    record Words(MessageSource messages, PageErrors errors, TenantDirectory tenants) {
        String text(String key, Object... arguments) {
            return messages.getMessage("billing.plan." + key, arguments, LocaleContextHolder.getLocale());
        }
    }

    PlanPages(PlanView view, Plans plans, PlanCheckout checkout, ChangingPlan changing, Words words) {
        this.view = view;
        this.plans = plans;
        this.checkout = checkout;
        this.changing = changing;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    String show(Model model) {
        // as it is now, not as this request found it a moment ago
        var tenant = words.tenants().byId(Tenancy.require().id()).orElseGet(Tenancy::require);
        model.addAttribute("now", view.of(tenant));
        model.addAttribute("trialDays", plans.trialDays());
        model.addAttribute("zone", tenant.timeZone());
        return "billing/plan";
    }

    /** To Stripe's page, or to the question whether to change. */
    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    String choose(@RequestParam(required = false) @Nullable String plan) {
        var tenant = Tenancy.require();
        var chosen = plans.chosen(plan == null ? "" : plan);
        if (view.of(tenant).subscribed()) return PAGE + "/change?plan=" + chosen.key();
        return "redirect:" + checkout.start(tenant, chosen);
    }

    @GetMapping("/return")
    @Requires(Permission.BILLING_READ)
    String cameBack(RedirectAttributes redirect) {
        var tenant = Tenancy.require();
        checkout.cameBack(tenant);
        var subscribed = view.of(tenant).subscribed();
        redirect.addFlashAttribute(
                "flash", subscribed ? Flash.success(words.text("begun")) : Flash.info(words.text("not-begun")));
        return PAGE;
    }

    @GetMapping("/change")
    @Requires(Permission.BILLING_WRITE)
    String ask(@RequestParam(required = false) @Nullable String plan, Model model) {
        var tenant = Tenancy.require();
        var chosen = plans.chosen(plan == null ? "" : plan);
        var larger = changing.isLarger(tenant, chosen);
        model.addAttribute("chosen", chosen);
        model.addAttribute("larger", larger);
        model.addAttribute("due", larger ? changing.preview(tenant, chosen) : null);
        model.addAttribute("now", view.of(tenant));
        model.addAttribute("zone", tenant.timeZone());
        return "billing/plan-change";
    }

    @PostMapping("/change")
    @Requires(Permission.BILLING_WRITE)
    String change(@RequestParam(required = false) @Nullable String plan, RedirectAttributes redirect) {
        var tenant = Tenancy.require();
        var chosen = plans.chosen(plan == null ? "" : plan);
        var larger = changing.isLarger(tenant, chosen);
        changing.change(tenant, chosen);
        redirect.addFlashAttribute("flash", Flash.success(words.text(larger ? "upgraded" : "will-change")));
        return PAGE;
    }

    @PostMapping("/keep")
    @Requires(Permission.BILLING_WRITE)
    String keep(RedirectAttributes redirect) {
        changing.keep(Tenancy.require());
        redirect.addFlashAttribute("flash", Flash.success(words.text("kept")));
        return PAGE;
    }

    @PostMapping("/portal")
    @Requires(Permission.BILLING_WRITE)
    String portal() {
        return "redirect:" + checkout.portal(Tenancy.require());
    }

    /** What cannot be done is said on the page from which it was asked. */
    @ExceptionHandler({Problem.Conflict.class, Problem.InvalidInput.class})
    String refused(Problem problem, Locale locale, RedirectAttributes redirect) {
        var said = String.join(" ", words.errors().of(problem, locale).values());
        redirect.addFlashAttribute("flash", Flash.failure(said));
        return PAGE;
    }

    @ExceptionHandler({StripeUnavailable.class, StripeRefused.class})
    String away(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.failure(words.text("away")));
        return PAGE;
    }
}
