package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.TypedBefore;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** The page on which who holds an order's link orders rooms and tours later. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/additions")
class AdditionPages {
    private static final String SECRET = "secret";

    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final CartView cartView;
    private final Additions additions;
    private final CartCheckout checkout;

    AdditionPages(
            ConferenceApi conferences,
            OrderQueries queries,
            CartView cartView,
            Additions additions,
            CartCheckout checkout) {
        this.conferences = conferences;
        this.queries = queries;
        this.cartView = cartView;
        this.additions = additions;
        this.checkout = checkout;
    }

    @GetMapping
    ModelAndView blank(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestAttribute(name = TypedBefore.ATTRIBUTE, required = false) @Nullable TypedBefore typed,
            Locale locale) {
        var conference = conferences.visible(slug);
        var order = queries.open(conference.id(), code, secret, false);
        var values = new LinkedMultiValueMap<String, String>();
        if (typed != null) values.addAll(typed.values());
        values.set(SECRET, secret);
        return page(conference, order, values, Map.of(), locale);
    }

    /** Places the order, or draws the page again when one of its update buttons was pressed. */
    @PostMapping
    ModelAndView place(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var conference = conferences.visible(slug);
        var order = queries.open(conference.id(), code, values.getFirst(SECRET), false);
        if (values.containsKey("update")) return page(conference, order, values, Map.of(), locale);
        try {
            var wishes = wishes(conference, values);
            if (values.containsKey("wait")) {
                var awaited = Additions.awaited(order, wishes);
                return new ModelAndView("redirect:" + checkout.waitLater(conference, awaited, order));
            }
            var placed = additions.add(conference, order, wishes);
            return new ModelAndView("redirect:" + checkout.pay(conference, placed));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(conference, order, values, checkout.errors(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view.addObject("soldOut", e.code().equals("sold_out"));
        }
    }

    /** The price so far. */
    @PostMapping("/quote")
    ModelAndView quote(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var conference = conferences.visible(slug);
        var order = queries.open(conference.id(), code, values.getFirst(SECRET), false);
        return new ModelAndView("registration/register :: quote")
                .addObject("quote", preview(conference, order, values, locale));
    }

    /** Goes on to another order that belongs to this one. */
    @PostMapping("/{other}")
    String open(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable String other,
            @RequestParam String secret) {
        var order = queries.open(conferences.bySlug(slug).id(), code, secret, false);
        return "redirect:/c/" + slug + "/orders/" + other + "?secret=" + additions.open(order, other);
    }

    private Map<String, JsonNode> wishes(ConferenceView conference, MultiValueMap<String, String> values) {
        var wishes = new LinkedHashMap<String, JsonNode>();
        for (var part : cartView.parts()) wishes.put(part.part(), part.wishes(conference, values));
        return wishes;
    }

    private Quote preview(
            ConferenceView conference, OrderRow order, MultiValueMap<String, String> values, Locale locale) {
        return additions.preview(conference, order, wishes(conference, values), locale, false);
    }

    private ModelAndView page(
            ConferenceView conference,
            OrderRow order,
            MultiValueMap<String, String> values,
            Map<String, String> errors,
            Locale locale) {
        var view = new ModelAndView("registration/order-addition");
        view.addObject("slug", conference.slug());
        view.addObject("name", conference.name().in(locale));
        view.addObject("open", conference.isOpen() && order.status() == OrderStatus.CONFIRMED);
        view.addObject("canWait", cartView.canWait(conference));
        view.addObject("soldOut", false);
        view.addObject("code", order.code());
        view.addObject(SECRET, values.getFirst(SECRET));
        view.addObject("form", new Posted(values));
        view.addObject("parts", cartView.drawn(conference, values, locale, additions.buyers(conference, order, false)));
        view.addObject("quote", preview(conference, order, values, locale));
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }
}
