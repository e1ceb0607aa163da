package org.plenary.registration.order;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** The page on which staff order rooms and tours for somebody who is registered, after the cut-off too. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/{code}/additions")
@Requires(Permission.REGISTRATION_WRITE)
class AdditionDeskPages {
    private static final String ID = "id";

    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final CartView cartView;
    private final Additions additions;
    private final PageErrors errors;

    AdditionDeskPages(
            ConferenceApi conferences,
            OrderQueries queries,
            CartView cartView,
            Additions additions,
            PageErrors errors) {
        this.conferences = conferences;
        this.queries = queries;
        this.cartView = cartView;
        this.additions = additions;
        this.errors = errors;
    }

    @GetMapping
    ModelAndView blank(@PathVariable String conference, @PathVariable String code, Locale locale) {
        var values = new LinkedMultiValueMap<String, String>();
        values.set(ID, Ids.next().toString());
        var found = conferences.bySlug(conference);
        return page(found, queries.open(found.id(), code, null, true), values, Map.of(), locale);
    }

    /** Places the order, or draws the page again when one of its update buttons was pressed. */
    @PostMapping
    ModelAndView place(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var order = queries.open(found.id(), code, null, true);
        if (values.containsKey("update")) return page(found, order, values, Map.of(), locale);
        try {
            var added = additions.addByStaff(found, order, wishes(found, values), id(values));
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/orders/" + added);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var view = page(found, order, values, errors.of(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private static UUID id(MultiValueMap<String, String> values) {
        try {
            return UUID.fromString(String.valueOf(values.getFirst(ID)));
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/id", "unknown_form", "This form was not made by the page.");
        }
    }

    private Map<String, JsonNode> wishes(ConferenceView conference, MultiValueMap<String, String> values) {
        var wishes = new LinkedHashMap<String, JsonNode>();
        for (var part : cartView.parts()) wishes.put(part.part(), part.wishes(conference, values));
        return wishes;
    }

    private ModelAndView page(
            ConferenceView main,
            OrderRow order,
            MultiValueMap<String, String> values,
            Map<String, String> wrong,
            Locale locale) {
        var conference = main.in(order.total().getCurrencyUnit());
        var view = new ModelAndView("registration/order-addition-desk");
        view.addObject("slug", conference.slug());
        view.addObject("open", order.status() == OrderStatus.CONFIRMED);
        view.addObject("code", order.code());
        view.addObject(ID, values.getFirst(ID));
        view.addObject("form", new Posted(values));
        view.addObject("parts", cartView.drawn(conference, values, locale, additions.buyers(conference, order, true)));
        view.addObject("quote", additions.preview(main, order, wishes(conference, values), locale, true));
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }
}
