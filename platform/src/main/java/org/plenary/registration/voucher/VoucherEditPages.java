package org.plenary.registration.voucher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.PriceLists;
import org.plenary.registration.fee.Fees;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's page of one voucher. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/vouchers/{code}")
@Requires(Permission.CONFERENCE_WRITE)
class VoucherEditPages {
    private final ConferenceApi conferences;
    private final Desk desk;
    private final Fees fees;
    private final PageErrors errors;
    private final MessageSource messages;

    VoucherEditPages(ConferenceApi conferences, Desk desk, Fees fees, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.desk = desk;
        this.fees = fees;
        this.errors = errors;
        this.messages = messages;
    }

    /** What the page does with a voucher. */
    @Component("voucherEditDesk")
    record Desk(VoucherEditing editing, VoucherQueries queries, PriceLists prices) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable String code, Locale locale) {
        var found = conferences.bySlug(conference);
        var row = row(found, code);
        return page(found, row, VoucherForm.filled(row.voucher()), Map.of(), locale);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        try {
            var input = VoucherForm.input(form, desk.prices().currencies(found));
            form.throwIfWrong();
            desk.editing().edit(found, code, input, form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var view = page(found, row(found, code), form, VoucherForm.onFields(errors.of(e, locale)), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(text("registration.voucher-edit.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference + "/vouchers");
    }

    private VoucherQueries.Row row(ConferenceView conference, String code) {
        return desk.queries().find(conference, code).orElseThrow(() -> new Problem.NotFound("This voucher"));
    }

    private ModelAndView page(
            ConferenceView conference,
            VoucherQueries.Row row,
            Posted form,
            Map<String, String> problems,
            Locale locale) {
        var view = new ModelAndView("registration/voucher-edit")
                .addObject("slug", conference.slug())
                .addObject("voucher", row.voucher())
                .addObject("used", row.used())
                .addObject("form", form)
                .addObject("currency", conference.currency().getCode())
                .addObject(
                        "further",
                        desk.prices().currencies(conference).stream()
                                .skip(1)
                                .map(CurrencyUnit::getCode)
                                .toList())
                .addObject("effects", effects(locale))
                .addObject("fees", fees(conference, locale));
        if (!problems.isEmpty()) view.addObject("fieldErrors", problems);
        return view;
    }

    private List<Choice> fees(ConferenceView conference, Locale locale) {
        return fees.all(conference.id()).stream()
                .map(fee -> new Choice(fee.key(), fee.name().in(locale)))
                .toList();
    }

    private List<Choice> effects(Locale locale) {
        return Arrays.stream(VoucherTerms.Effect.values())
                .map(effect -> new Choice(effect.wire(), text("registration.voucher.effect." + effect.wire(), locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
