package org.plenary.registration.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the documents of an order say of its buyer, for the buyer and for staff. */
@Controller("orderBillingPages")
@TenantHost
class BillingPages {
    private static final String OWN = "/c/{conference}/orders/{code}/billing";
    private static final String DESK = "/manage/conferences/{conference}/orders/{code}/billing";

    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final BillingDetails details;
    private final Words words;

    BillingPages(ConferenceApi conferences, OrderQueries queries, BillingDetails details, Words words) {
        this.conferences = conferences;
        this.queries = queries;
        this.details = details;
        this.words = words;
    }

    @Component("orderBillingWords")
    record Words(PageErrors errors, MessageSource messages) {}

    /** @param secret null when it is staff's */
    private record Page(
            ConferenceView conference,
            OrderRow order,
            @Nullable String secret) {
        boolean isDesk() {
            return secret == null;
        }

        String orderAddress() {
            var path = "/conferences/" + conference.slug() + "/orders/" + order.code();
            return isDesk()
                    ? "/manage" + path
                    : "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + secret;
        }
    }

    @GetMapping(OWN)
    @Public
    ModelAndView own(
            @PathVariable String conference, @PathVariable String code, @RequestParam String secret, Locale locale) {
        var page = open(conference, code, secret);
        return view(page, BillingForm.of(page.order().contact()), locale);
    }

    @PostMapping(OWN)
    @Public
    ModelAndView changeOwn(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        return change(open(conference, code, posted.get("secret")), posted, locale, redirect);
    }

    @GetMapping(DESK)
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView desk(@PathVariable String conference, @PathVariable String code, Locale locale) {
        var page = open(conference, code, null);
        return view(page, BillingForm.of(page.order().contact()), locale);
    }

    @PostMapping(DESK)
    @Requires(Permission.REGISTRATION_WRITE)
    ModelAndView changeAtDesk(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return change(open(conference, code, null), new Posted(values), locale, redirect);
    }

    private Page open(String slug, String code, @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return new Page(conference, queries.open(conference.id(), code, secret, secret == null), secret);
    }

    private ModelAndView change(Page page, Posted posted, Locale locale, RedirectAttributes redirect) {
        try {
            details.change(page.order().id(), BillingForm.contact(posted), "/contact", page.isDesk());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return words.errors().refused(view(page, posted, locale), e, locale);
        }
        var saved = words.messages().getMessage("registration.billing.saved", null, locale);
        redirect.addFlashAttribute("flash", Flash.success(saved));
        return new ModelAndView("redirect:" + page.orderAddress());
    }

    private ModelAndView view(Page page, Posted form, Locale locale) {
        var name = page.conference().name().in(locale);
        return new ModelAndView(page.isDesk() ? "registration/billing-desk" : "registration/billing")
                .addObject("conferenceNav", new ConferenceNav(page.conference().slug(), name))
                .addObject("slug", page.conference().slug())
                .addObject("name", name)
                .addObject("code", page.order().code())
                .addObject("secret", page.secret())
                .addObject("organization", page.order().organization())
                .addObject("country", page.order().contact().country())
                .addObject("issued", !queries.documents(page.order().id()).isEmpty())
                .addObject("back", page.orderAddress())
                .addObject("form", form);
    }
}
