package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** The page on which staff register somebody: the delegates' own form, with what is asked of staff only. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/desk/registration")
@Requires(Permission.REGISTRATION_WRITE)
class DeskRegisterPages {
    private final ConferenceApi conferences;
    private final Forms forms;
    private final CartView cartView;
    private final Entering entering;
    private final CartUploads uploads;

    DeskRegisterPages(
            ConferenceApi conferences, Forms forms, CartView cartView, Entering entering, CartUploads uploads) {
        this.conferences = conferences;
        this.forms = forms;
        this.cartView = cartView;
        this.entering = entering;
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView blank(@PathVariable String conference, @RequestParam(defaultValue = "") String source, Locale locale) {
        var found = conferences.bySlug(conference);
        var form = forms.newest(Purpose.REGISTRATION, found.id());
        var cart = CartForm.blank(form, cartView.groups(found)).byStaff();
        entering.fill(found, cart.posted(), source);
        return page(found, form, cart, Map.of(), locale);
    }

    /** Places the order, or draws the page again when one of its update buttons was pressed. */
    @PostMapping
    ModelAndView place(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var form = forms.newest(Purpose.REGISTRATION, found.id());
        var sent = uploads.keep(values, request, locale);
        var cart = CartForm.of(sent.values(), form, cartView.groups(found)).byStaff();
        if (cart.isUpdate()) return page(found, form, cart, sent.errors(), locale);
        if (!sent.errors().isEmpty()) return refused(found, form, cart, sent.errors(), locale);
        try {
            var entry = entering.entry(cart.posted());
            var language = cart.posted().has("locale") ? cart.posted().get("locale") : locale.toLanguageTag();
            var wished = cart.cart(sold(found, cart), cartView.parts(), language);
            cart.posted().throwIfWrong();
            var code = entering.place(found, wished, entry);
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/desk/orders/" + code);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(found, form, cart, entering.errors(e, locale), locale);
        }
    }

    /** The price so far. */
    @PostMapping("/quote")
    ModelAndView quote(
            @PathVariable String conference, @RequestParam MultiValueMap<String, String> values, Locale locale) {
        var found = conferences.bySlug(conference);
        var cart = CartForm.of(values, forms.newest(Purpose.REGISTRATION, found.id()), cartView.groups(found))
                .byStaff();
        return new ModelAndView("registration/register :: quote").addObject("quote", price(found, cart, locale));
    }

    private Quote price(ConferenceView main, CartForm cart, Locale locale) {
        var wished = cart.cart(sold(main, cart), cartView.parts(), locale.toLanguageTag());
        return entering.preview(main, wished, locale);
    }

    /** The conference in the currency that staff chose for the buyer. */
    private ConferenceView sold(ConferenceView main, CartForm cart) {
        return cartView.chosen(main, cart.posted().text("currency"));
    }

    private ModelAndView refused(
            ConferenceView conference, Form form, CartForm cart, Map<String, String> errors, Locale locale) {
        var view = page(conference, form, cart, errors, locale);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(
            ConferenceView main, Form kept, CartForm cart, Map<String, String> errors, Locale locale) {
        var conference = sold(main, cart);
        var form = cartView.inCurrency(kept, conference);
        var view = new ModelAndView("registration/desk-register");
        view.addObject("currencies", cartView.currencies(main, locale));
        view.addObject(
                "notInCurrency", main.equals(conference) ? List.of() : cartView.notInCurrency(conference, locale));
        view.addObject("slug", conference.slug());
        view.addObject("form", cart.posted());
        view.addObject("isDraft", !main.isPublic());
        view.addObject("sources", entering.sources(locale));
        view.addObject("fees", cartView.feesForStaff(conference, locale));
        view.addObject("reverseCharge", cartView.asksVatId(conference));
        view.addObject("donations", cartView.acceptsDonations(conference));
        view.addObject("currency", conference.currency().getCode());
        view.addObject("countries", cartView.countries(locale));
        view.addObject("delegates", cartView.delegates(conference, cart, form, locale));
        view.addObject("live", cartView.live(cart, form));
        view.addObject(
                "parts",
                cartView.drawn(
                        conference,
                        cart.posted().values(),
                        locale,
                        cartView.buyers(conference, cart.posted().values(), true)));
        view.addObject("quote", price(main, cart, locale));
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    /** What staff add to the delegates' form, and what becomes of it. */
    @Component
    static class Entering {
        private final DeskOrdering desk;
        private final PageErrors pageErrors;
        private final MessageSource messages;

        Entering(DeskOrdering desk, PageErrors pageErrors, MessageSource messages) {
            this.desk = desk;
            this.pageErrors = pageErrors;
            this.messages = messages;
        }

        void fill(ConferenceView conference, Posted form, String source) {
            form.set("order", Ids.next())
                    .set("source", Source.ofStaff(source).orElse(Source.ON_SITE).wire())
                    .set("held_until", desk.usualLastDay(conference))
                    .set("locale", conference.languages().getFirst().toLanguageTag());
        }

        DeskOrdering.Entry entry(Posted form) {
            var heldUntil = form.date("held_until");
            form.throwIfWrong();
            return new DeskOrdering.Entry(
                    id(form), Source.ofStaff(form.get("source")).orElse(null), heldUntil, form.isOn("write"));
        }

        private static UUID id(Posted form) {
            try {
                return UUID.fromString(form.get("order"));
            } catch (IllegalArgumentException e) {
                throw new Problem.InvalidInput("/order", "unknown_form", "This form was not made by the page.");
            }
        }

        /** Two that are sent at once meet at the order's id: the second leads to what the first has made. */
        String place(ConferenceView conference, PlaceOrder cart, DeskOrdering.Entry entry) {
            try {
                return desk.place(conference, cart, entry);
            } catch (DuplicateKeyException e) {
                return desk.former(conference, entry.id()).orElseThrow(() -> e);
            }
        }

        Quote preview(ConferenceView conference, PlaceOrder cart, Locale locale) {
            return desk.preview(conference, cart, locale);
        }

        Map<String, String> errors(Problem problem, Locale locale) {
            return pageErrors.of(problem, locale);
        }

        List<Choice> sources(Locale locale) {
            return Source.OF_STAFF.stream()
                    .map(each -> new Choice(each.wire(), text("registration.source." + key(each), locale)))
                    .toList();
        }

        private static String key(Source source) {
            return source.wire().replace('_', '-');
        }

        private String text(String key, Locale locale) {
            return messages.getMessage(key, null, locale);
        }
    }
}
