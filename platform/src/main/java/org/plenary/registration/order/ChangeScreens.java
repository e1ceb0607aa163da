package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.kernel.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Draws the pages on which a delegate is changed, and does what they ask for. What costs or gives back something is shown first, and
 * done when it is agreed to.
 */
@Component
class ChangeScreens {
    private final OrderQueries queries;
    private final ChangeDesk desk;

    ChangeScreens(OrderQueries queries, ChangeDesk desk) {
        this.queries = queries;
        this.desk = desk;
    }

    /**
     * @param transfer whether the place is passed on, else the answers are changed
     * @param secret that opened the order; null for staff
     */
    record Page(
            ConferenceView conference,
            OrderRow order,
            OrderDelegates.Delegate delegate,
            Form form,
            boolean transfer,
            @Nullable String secret) {
        boolean staff() {
            return secret == null;
        }
    }

    /** @param secret that opened the order; null for staff */
    Page open(ConferenceView conference, OrderRow order, UUID delegate, String act, @Nullable String secret) {
        var found = desk.delegate(order, delegate);
        return new Page(conference, order, found, desk.form(conference, found), act.equals("transfer"), secret);
    }

    ModelAndView filled(Page page, Locale locale) {
        var values = desk.filled(page);
        return view(page, desk.cart(page, values), null, Map.of(), locale);
    }

    /** @param change gives the address to go on at */
    ModelAndView sent(
            Page page,
            CartUploads.Sent sent,
            Function<Proposing.Wanted, Changing.Preview> preview,
            Function<Proposing.Wanted, String> change,
            Locale locale) {
        var cart = desk.cart(page, sent.values());
        if (cart.isUpdate() || !sent.errors().isEmpty()) return view(page, cart, null, sent.errors(), locale);
        var wanted = desk.wanted(page, cart);
        try {
            var effect = preview.apply(wanted);
            var isAgreed = ChangeDesk.agreement(effect).equals(cart.posted().get("agreed"));
            if (effect.proposal().movesPlaces() && !isAgreed) return view(page, cart, effect, Map.of(), locale);
            return new ModelAndView("redirect:" + change.apply(wanted));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return view(page, cart, null, desk.errors(page, e, locale), locale);
        }
    }

    private ModelAndView view(
            Page page, CartForm cart, Changing.@Nullable Preview preview, Map<String, String> errors, Locale locale) {
        var form = page.form();
        var view = new ModelAndView(page.staff() ? "registration/order-change-desk" : "registration/order-change");
        view.addObject("slug", page.conference().slug());
        view.addObject("name", page.conference().name().in(locale));
        view.addObject("order", queries.view(page.order().id()));
        view.addObject("delegate", page.delegate());
        view.addObject("transfer", page.transfer());
        view.addObject("staff", page.staff());
        view.addObject("secret", page.secret());
        view.addObject("form", cart.posted());
        view.addObject("fees", page.transfer() ? List.of() : desk.fees(page, locale));
        view.addObject("sections", desk.sections(page, cart, locale));
        view.addObject("live", desk.live(cart, form));
        view.addObject("asksName", !PersonOfAnswers.asksName(form.definition()));
        view.addObject("asksEmail", !PersonOfAnswers.asksEmail(form.definition()));
        view.addObject("preview", preview);
        view.addObject("agreed", ChangeDesk.agreement(preview));
        view.addObject(
                "removed", preview == null ? List.of() : preview.proposal().remove());
        if (errors.isEmpty()) return view;
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
