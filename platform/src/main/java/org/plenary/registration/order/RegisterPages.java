package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.registration.TypedBefore;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** The page on which delegates register: one form, one commit. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/register")
class RegisterPages {
    private final Ground ground;
    private final Forms forms;
    private final CartView cartView;
    private final CartCheckout checkout;
    private final CartUploads uploads;

    RegisterPages(Ground ground, Forms forms, CartView cartView, CartCheckout checkout, CartUploads uploads) {
        this.ground = ground;
        this.forms = forms;
        this.cartView = cartView;
        this.checkout = checkout;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView blank(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String alternative,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String invitation,
            @RequestParam(required = false) @Nullable String occasion,
            @RequestAttribute(name = TypedBefore.ATTRIBUTE, required = false) @Nullable TypedBefore typed,
            Locale locale) {
        var welcome = invitation != null && typed == null ? invitation : null;
        if (welcome != null) checkout.invited().opened(ground.conferences().visible(conference), welcome);
        return ground.reading().page(() -> {
            var about = about(conference);
            var found = about.conference();
            var before = alternative != null
                    ? checkout.alternative(found, alternative, secret)
                    : typed == null ? null : typed.values();
            var cart = before == null ? about.blank() : about.cart(before);
            if (currency != null) cart.posted().set("currency", currency);
            if (welcome != null) checkout.invited().welcome(found, welcome, cart.posted());
            if (occasion != null && typed == null)
                checkout.occasions().welcome(found, occasion, about.form(), cart.posted(), locale);
            return page(found, about.form(), cart, Map.of(), locale);
        });
    }

    /** What a cart is filled in by. */
    private record About(ConferenceView conference, Form form, Map<String, Set<String>> groups) {
        CartForm blank() {
            return CartForm.blank(form, groups);
        }

        CartForm cart(MultiValueMap<String, String> values) {
            return CartForm.of(values, form, groups);
        }
    }

    private About about(String conference) {
        var found = ground.conferences().visible(conference);
        return new About(found, forms.newest(Purpose.REGISTRATION, found.id()), cartView.groups(found));
    }

    /** Places the order, or draws the page again when one of its update buttons was pressed. */
    @PostMapping
    ModelAndView place(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            Locale locale) {
        var about = ground.reading().page(() -> about(conference));
        var found = about.conference();
        var form = about.form();
        var sent = uploads.keep(values, request, locale);
        var cart = about.cart(sent.values());
        if (cart.isUpdate()) return page(found, form, cart, sent.errors(), locale);
        var sold = cartView.chosen(found, cart.posted().text("currency"));
        var wished = cart.cart(sold, cartView.parts(), locale.toLanguageTag());
        if (!sent.errors().isEmpty()) {
            var errors = new LinkedHashMap<>(sent.errors());
            checkout.wrong(found, wished, cart.posted(), locale).forEach(errors::putIfAbsent);
            return refused(found, form, cart, errors, locale);
        }
        try {
            checkout.requireReadable(found, wished, cart.posted());
            var target = cart.posted().has("wait")
                    ? checkout.wait(found, wished, cart.posted())
                    : checkout.placeAndPay(found, wished);
            return new ModelAndView("redirect:" + target);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, form, cart, checkout.errors(e, locale), locale)
                    .addObject("soldOut", e.code().equals("sold_out"));
        }
    }

    /** The price so far. */
    @PostMapping("/quote")
    ModelAndView quote(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> values, Locale locale) {
        return ground.reading().page(() -> {
            var about = about(conference);
            var cart = about.cart(values);
            var sold = cartView.chosen(about.conference(), cart.posted().text("currency"));
            var wished = cart.cart(sold, cartView.parts(), locale.toLanguageTag());
            return new ModelAndView("registration/register :: quote")
                    .addObject("quote", checkout.preview(about.conference(), wished, locale));
        });
    }

    private ModelAndView refused(
            ConferenceView conference, Form form, CartForm cart, Map<String, String> errors, Locale locale) {
        var view = page(conference, form, cart, errors, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            ConferenceView main, Form kept, CartForm cart, Map<String, String> errors, Locale locale) {
        return ground.reading().page(() -> drawn(main, kept, cart, errors, locale));
    }

    private ModelAndView drawn(
            ConferenceView main, Form kept, CartForm cart, Map<String, String> errors, Locale locale) {
        var conference = cartView.chosen(main, cart.posted().text("currency"));
        var form = cartView.inCurrency(kept, conference);
        var view = new ModelAndView("registration/register");
        view.addObject(
                "conferenceNav", new ConferenceNav(main.slug(), main.name().in(locale)));
        view.addObject("currencies", cartView.currencies(main, locale));
        view.addObject(
                "notInCurrency", main.equals(conference) ? List.of() : cartView.notInCurrency(conference, locale));
        view.addObject("slug", conference.slug());
        view.addObject("name", conference.name().in(locale));
        view.addObject("open", cartView.isOpen(conference));
        view.addObject("takesMoney", checkout.takesMoney(conference));
        view.addObject("takesGroups", cartView.takesGroups(conference));
        view.addObject("canWait", cartView.canWait(conference));
        view.addObject("soldOut", false);
        view.addObject("occasion", checkout.occasions().text(main, cart.posted(), locale));
        view.addObject("form", cart.posted());
        view.addObject(
                "fees", checkout.invited().offered(conference, cartView.fees(conference, locale), cart.posted()));
        view.addObject("reverseCharge", cartView.asksVatId(conference));
        view.addObject("donations", cartView.acceptsDonations(conference));
        view.addObject("currency", conference.currency().getCode());
        view.addObject("waysToPay", checkout.waysToPay(main, locale));
        view.addObject("countries", cartView.countries(locale));
        view.addObject("delegates", cartView.delegates(conference, cart, form, locale));
        view.addObject("live", cartView.live(cart, form));
        view.addObject("parts", cartView.drawn(conference, cart.posted().values(), locale));
        view.addObject(
                "quote",
                checkout.preview(main, cart.cart(conference, cartView.parts(), locale.toLanguageTag()), locale));
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
