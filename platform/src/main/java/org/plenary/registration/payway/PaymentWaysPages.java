package org.plenary.registration.payway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's page of how the conference can be paid. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/payment-ways")
class PaymentWaysPages {
    private static final Integer NEVER = 0;
    /** How many parts the page has room for. */
    private static final int ROWS = 5;

    private final ConferenceApi conferences;
    private final SettingWays ways;
    private final PageErrors errors;
    private final MessageSource messages;

    PaymentWaysPages(ConferenceApi conferences, SettingWays ways, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.ways = ways;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        return page(found, filled(ways.kept(found.id())), Map.of());
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            var wished = wished(posted);
            posted.throwIfWrong();
            ways.put(found, wished, posted.ifMatch());
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var view = page(found, posted, errors.of(e, locale));
            view.setStatus(e instanceof Problem.Stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.payway.saved", null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/payment-ways");
    }

    private static PaymentWays wished(Posted posted) {
        return new PaymentWays(
                posted.isOn("card"),
                posted.isOn("bank_transfer"),
                new BankAccount(
                        posted.text("account.holder"),
                        posted.text("account.iban"),
                        posted.text("account.bic"),
                        posted.text("account.bank"),
                        posted.text("account.details")),
                posted.integer("days"),
                posted.date("last_day"),
                posted.isOn("invoice"),
                posted.has("invoice_days") ? posted.integer("invoice_days") : null,
                posted.isOn("invoice_approval"),
                instalments(posted),
                posted.isOn("instalments_always"),
                posted.has("release_after_days") ? posted.integer("release_after_days") : NEVER);
    }

    /** What is due with the order is the first; rows that are empty are none. */
    private static List<Instalment> instalments(Posted posted) {
        var first = posted.integer("instalments.0.percent");
        var all = new ArrayList<Instalment>();
        if (first != null) all.add(new Instalment(first, Instalment.WITH_ORDER));
        for (var i = 1; i < ROWS; i++) {
            var percent = posted.integer("instalments." + i + ".percent");
            var day = posted.date("instalments." + i + ".due");
            if (percent != null || day != null) all.add(new Instalment(percent, day == null ? "" : day.toString()));
        }
        return all;
    }

    private static void fill(Posted form, PaymentWays ways) {
        form.set("invoice", ways.invoice())
                .set("invoice_days", ways.invoiceDays())
                .set("invoice_approval", ways.invoiceApproval())
                .set("instalments_always", ways.instalmentsAlways())
                .set("release_after_days", ways.releaseAfterDays());
        var parts = ways.instalments() == null ? List.<Instalment>of() : ways.instalments();
        for (var i = 0; i < parts.size(); i++) {
            form.set("instalments." + i + ".percent", parts.get(i).percent());
            if (i > 0) form.set("instalments." + i + ".due", parts.get(i).due());
        }
    }

    private static Posted filled(SettingWays.Kept kept) {
        var ways = kept.ways();
        var form = Posted.empty()
                .set("card", ways.card())
                .set("bank_transfer", ways.bankTransfer())
                .set("days", ways.days())
                .set("last_day", ways.lastDay())
                .set("version", kept.version());
        fill(form, ways);
        var account = ways.account();
        if (account == null) return form;
        return form.set("account.holder", account.holder())
                .set("account.iban", account.printedIban())
                .set("account.bic", account.bic())
                .set("account.bank", account.bank())
                .set("account.details", account.details());
    }

    private static ModelAndView page(ConferenceView conference, Posted form, Map<String, String> errors) {
        var view = new ModelAndView("registration/payment-ways");
        view.addObject("slug", conference.slug());
        view.addObject("form", form);
        view.addObject("start", conference.startsOn());
        view.addObject("later", IntStream.range(1, ROWS).boxed().toList());
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
