package org.plenary.billing.connect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether the organization can take cards, and the way there. */
@Controller
@TenantHost
@RequestMapping(PaymentsPages.PATH)
class PaymentsPages {
    static final String PATH = "/manage/billing/payments";
    private static final Set<String> REASONS = Set.of(
            "requirements_past_due",
            "requirements_pending_verification",
            "restricted_other",
            "unsupported_business",
            "unsupported_country",
            "unsupported_entity_type");

    /** Words for what Stripe waits for: the first that is found in its name. */
    private static final List<String> ASKED = List.of(
            "external_account",
            "registered_name",
            "verification",
            "representative",
            "owners",
            "directors",
            "address",
            "terms_of_service",
            "tax",
            "id_number",
            "phone",
            "email",
            "url",
            "mcc",
            "country");

    private final ConnectedAccounts accounts;
    private final Onboarding onboarding;
    private final Callers callers;
    private final MessageSource messages;

    PaymentsPages(ConnectedAccounts accounts, Onboarding onboarding, Callers callers, MessageSource messages) {
        this.accounts = accounts;
        this.onboarding = onboarding;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    String show(Model model, Locale locale) {
        var tenant = Tenancy.require();
        var account = accounts.of(tenant.id()).orElse(null);
        var standing = account == null ? Standing.NOT_STARTED : account.standing();
        model.addAttribute("account", account);
        model.addAttribute("standing", standing.key());
        model.addAttribute("tone", tone(standing));
        model.addAttribute("requirements", account == null ? List.of() : words(account.requirements(), locale));
        model.addAttribute("reason", account == null ? null : reason(account.disabledReason(), locale));
        model.addAttribute("goesOn", standing != Standing.ACTIVE && standing != Standing.UNDER_REVIEW);
        model.addAttribute("mayWrite", callers.current().may(Permission.BILLING_WRITE));
        model.addAttribute("zone", tenant.timeZone());
        return "billing/payments";
    }

    @PostMapping("/onboarding")
    @Requires(Permission.BILLING_WRITE)
    String start(Locale locale, RedirectAttributes redirect) {
        try {
            return "redirect:" + onboarding.start();
        } catch (Problem.Unavailable e) {
            return back(Flash.failure(text("billing.connect.unavailable", locale)), redirect);
        }
    }

    /** Back from Stripe, finished or not: how it stands is asked, not believed. */
    @GetMapping("/return")
    @Requires(Permission.BILLING_READ)
    String returned() {
        onboarding.look();
        return "redirect:" + PATH;
    }

    @PostMapping("/refresh")
    @Requires(Permission.BILLING_READ)
    String refresh(Locale locale, RedirectAttributes redirect) {
        onboarding.look();
        return back(Flash.success(text("billing.connect.asked", locale)), redirect);
    }

    /** The address was used before, or came too late. */
    @GetMapping("/expired")
    @Requires(Permission.BILLING_READ)
    String expired(Locale locale, RedirectAttributes redirect) {
        return back(Flash.info(text("billing.connect.expired", locale)), redirect);
    }

    private static String back(Flash flash, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", flash);
        return "redirect:" + PATH;
    }

    private static String tone(Standing standing) {
        return switch (standing) {
            case ACTIVE -> "success";
            case NOT_STARTED, UNDER_REVIEW -> "info";
            case DETAILS_MISSING -> "warning";
            case OFF, DISCONNECTED -> "danger";
        };
    }

    private List<String> words(List<String> requirements, Locale locale) {
        return requirements.stream().map(name -> word(name, locale)).distinct().toList();
    }

    private String word(String name, Locale locale) {
        return ASKED.stream()
                .filter(name::contains)
                .findFirst()
                .map(known -> text("billing.connect.requirement." + known, locale))
                .orElseGet(() -> text("billing.connect.requirement.other", locale, name));
    }

    private @Nullable String reason(@Nullable String code, Locale locale) {
        if (code == null) return null;
        return REASONS.contains(code)
                ? text("billing.connect.reason." + code, locale)
                : text("billing.connect.reason.other", locale, code);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
