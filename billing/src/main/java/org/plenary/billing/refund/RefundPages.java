package org.plenary.billing.refund;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.ledger.LedgerAccount;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's refunds by card, those first that failed. */
@Controller
@TenantHost
@RequestMapping(RefundPages.PATH)
class RefundPages {
    static final String PATH = "/manage/billing/refunds";
    private static final int LATEST = 100;
    private static final Set<String> REASONS =
            Set.of("late", "duplicate", "amount_mismatch", "cancellation", "change", "external");

    private final RefundList list;
    private final FailedRefunds failed;
    private final MessageSource messages;
    private final PageErrors errors;

    RefundPages(RefundList list, FailedRefunds failed, MessageSource messages, PageErrors errors) {
        this.list = list;
        this.failed = failed;
        this.messages = messages;
        this.errors = errors;
    }

    /** @param why in words, as far as there are some */
    record Shown(
            RefundList.Line refund,
            String reason,
            String state,
            String tone,
            @Nullable String why) {}

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView list(Locale locale) {
        return new ModelAndView("billing/refunds")
                .addObject("zone", Tenancy.require().timeZone())
                .addObject(
                        "lines",
                        list.latest(LATEST).stream()
                                .map(line -> shown(line, locale))
                                .toList());
    }

    @GetMapping("/{id}")
    @Requires(Permission.BILLING_READ)
    ModelAndView show(@PathVariable UUID id, Locale locale) {
        return page(id, null, "", Map.of(), locale);
    }

    @PostMapping("/{id}/again")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView again(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        try {
            failed.again(id);
            redirect.addFlashAttribute("flash", Flash.success(text("billing.refund.asked-again", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("billing.refund.over", locale)));
        }
        return new ModelAndView("redirect:" + PATH);
    }

    @PostMapping("/{id}/settlement")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView settle(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String way,
            @RequestParam(defaultValue = "") String note,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            failed.settle(id, way, note);
            redirect.addFlashAttribute("flash", Flash.success(text("billing.refund.settled", locale)));
        } catch (Problem.InvalidInput e) {
            var view = page(id, way, note, errors.of(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("billing.refund.over", locale)));
        }
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    private ModelAndView page(
            UUID id, @Nullable String way, String note, Map<String, String> fieldErrors, Locale locale) {
        var line = list.find(id).orElseThrow(() -> new Problem.NotFound("This refund"));
        var view = new ModelAndView("billing/refund")
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("line", shown(line, locale))
                .addObject(
                        "ways",
                        FailedRefunds.WAYS.stream()
                                .map(LedgerAccount::key)
                                .map(key -> new Choice(key, text("billing.refund.way-" + key, locale)))
                                .toList())
                .addObject("way", way)
                .addObject("note", note);
        if (!fieldErrors.isEmpty()) view.addObject("fieldErrors", fieldErrors);
        return view;
    }

    private Shown shown(RefundList.Line line, Locale locale) {
        var reason = REASONS.contains(line.reason()) ? line.reason() : "other";
        var state = line.status().name().toLowerCase(Locale.ROOT);
        return new Shown(
                line,
                text("billing.refund.reason." + reason, locale),
                text("billing.refund.state." + state, locale),
                tone(line.status()),
                line.why() == null
                        ? null
                        : messages.getMessage("billing.refund.why." + line.why(), null, line.why(), locale));
    }

    private static String tone(RefundStatus status) {
        return switch (status) {
            case PENDING -> "news";
            case SUCCEEDED, SETTLED -> "good";
            case FAILED -> "bad";
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
