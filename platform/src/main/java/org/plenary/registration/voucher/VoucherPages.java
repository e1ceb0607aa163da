package org.plenary.registration.voucher;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.PriceLists;
import org.plenary.registration.fee.Fees;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The organizer's pages of vouchers. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/vouchers")
class VoucherPages {
    private static final int ROWS = 50;

    private final ConferenceApi conferences;
    private final Desk desk;
    private final Fees fees;
    private final PageErrors errors;
    private final MessageSource messages;

    VoucherPages(ConferenceApi conferences, Desk desk, Fees fees, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.desk = desk;
        this.fees = fees;
        this.errors = errors;
        this.messages = messages;
    }

    /** What the pages do with vouchers. */
    @org.springframework.stereotype.Component
    record Desk(VoucherIssuing issuing, VoucherQueries queries, VoucherExport export, PriceLists prices) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var page = desk.queries().page(found, q, ROWS, VouchersApi.cursor(after));
        var base = "/manage/conferences/" + conference + "/vouchers";
        return new ModelAndView("registration/vouchers")
                .addObject("slug", conference)
                .addObject("q", q)
                .addObject("vouchers", page.items())
                .addObject("totals", desk.queries().totals(found))
                .addObject("exports", List.of(new Link(address(base + "/export", q, null), "CSV")))
                .addObject("first", after == null ? null : address(base, q, null))
                .addObject("next", page.next() == null ? null : address(base, q, page.next()));
    }

    @GetMapping("/export")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<byte[]> export(@PathVariable String conference, @RequestParam(defaultValue = "") String q) {
        return VouchersApi.file(conference, desk.export().csv(conferences.bySlug(conference), q));
    }

    @GetMapping("/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView blank(@PathVariable String conference, Locale locale) {
        return page(
                conferences.bySlug(conference), Posted.empty().set("count", 1).set("uses", 1), Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView issue(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        try {
            var input = VoucherForm.input(form, desk.prices().currencies(found));
            form.throwIfWrong();
            var codes = desk.issuing().issue(found, input);
            var done = messages.getMessage("registration.vouchers.issued", new Object[] {codes.size()}, locale);
            redirect.addFlashAttribute("flash", Flash.success(done));
            return new ModelAndView("redirect:/manage/conferences/" + conference + "/vouchers");
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(found, form, VoucherForm.onFields(errors.of(e, locale)), locale);
            view.setStatus(e instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return view;
        }
    }

    @GetMapping("/{code}/end")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String code) {
        conferences.bySlug(conference);
        return new ModelAndView("registration/voucher-end")
                .addObject("slug", conference)
                .addObject("code", code);
    }

    @PostMapping("/{code}/end")
    @Requires(Permission.CONFERENCE_WRITE)
    String end(@PathVariable String conference, @PathVariable String code, Locale locale, RedirectAttributes redirect) {
        desk.issuing().end(conferences.bySlug(conference), code);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.vouchers.ended", null, locale)));
        return "redirect:/manage/conferences/" + conference + "/vouchers";
    }

    private ModelAndView page(ConferenceView conference, Posted form, Map<String, String> problems, Locale locale) {
        var view = new ModelAndView("registration/voucher")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("currency", conference.currency().getCode())
                .addObject(
                        "further",
                        desk.prices().currencies(conference).stream()
                                .skip(1)
                                .map(CurrencyUnit::getCode)
                                .toList())
                .addObject("effects", effects(locale))
                .addObject(
                        "fees",
                        fees.all(conference.id()).stream()
                                .map(fee -> new Choice(fee.key(), fee.name().in(locale)))
                                .toList());
        if (!problems.isEmpty()) view.addObject("fieldErrors", problems);
        return view;
    }

    private List<Choice> effects(Locale locale) {
        return Arrays.stream(VoucherTerms.Effect.values())
                .map(effect -> new Choice(
                        effect.wire(),
                        messages.getMessage("registration.voucher.effect." + effect.wire(), null, locale)))
                .toList();
    }

    private static String address(String base, String q, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(base);
        if (!q.isEmpty()) address.queryParam("q", "{q}");
        if (after != null) address.queryParam("after", after);
        return address.encode().buildAndExpand(Map.of("q", q)).toUriString();
    }
}
