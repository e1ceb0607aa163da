package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's form over a late check-out; opened by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/stays/{stay}/late-check-out")
class LateAskingPages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final LateAsking asking;
    private final HotelWords words;
    private final PageErrors errors;

    LateAskingPages(
            ConferenceApi conferences, BuyersOrders orders, LateAsking asking, HotelWords words, PageErrors errors) {
        this.conferences = conferences;
        this.orders = orders;
        this.asking = asking;
        this.words = words;
        this.errors = errors;
    }

    record Form(@Nullable String until, @Nullable String note) {
        static Form of(@Nullable LateCheckOut late) {
            return late == null ? new Form("14:00", "") : new Form(late.until().toString(), late.note());
        }
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID stay,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, orders.open(found, code, secret), stay, secret, null, locale);
    }

    @PostMapping
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID stay,
            @RequestParam(required = false) @Nullable String secret,
            Form form,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        try {
            asking.ask(found, order, stay, LatePage.time(form.until()), form.note() == null ? "" : form.note());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var again = page(found, order, stay, secret, form, locale).addObject("fieldErrors", errors.of(e, locale));
            again.setStatus(e instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
            return again;
        }
        return back(found, order, secret, "late-asked", locale, redirect);
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID stay,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        asking.withdraw(found, order, stay);
        return back(found, order, secret, "late-withdrawn", locale, redirect);
    }

    /** @param form as typed; null for what is known */
    private ModelAndView page(
            ConferenceView conference,
            Opened order,
            UUID id,
            @Nullable String secret,
            @Nullable Form form,
            Locale locale) {
        var found = asking.require(order, id);
        return new ModelAndView("lodging/late-asking")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("code", order.code())
                .addObject("secret", secret)
                .addObject("stay", found.stay())
                .addObject("hotelName", found.hotel().name().in(locale))
                .addObject("asks", asking.isOpen(conference, found.stay()))
                .addObject("form", form == null ? Form.of(found.stay().late()) : form);
    }

    private ModelAndView back(
            ConferenceView conference,
            Opened order,
            @Nullable String secret,
            String said,
            Locale locale,
            RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(words.text(said, locale)));
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + conference.slug() + "/orders/" + order.code());
    }
}
