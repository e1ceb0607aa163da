package org.plenary.registration.order;

import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
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

/**
 * Cancelling an order or lines of it by staff: what is to go, then what goes back for it and whether that is meant. An order
 * that is not paid goes as a whole and is only asked for once.
 */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/{code}/cancellation")
@Requires(Permission.REGISTRATION_WRITE)
class CancellationPages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Cancellations cancellations;
    private final CancellationDesk desk;

    CancellationPages(
            ConferenceApi conferences, OrderQueries queries, Cancellations cancellations, CancellationDesk desk) {
        this.conferences = conferences;
        this.queries = queries;
        this.cancellations = cancellations;
        this.desk = desk;
    }

    @GetMapping
    ModelAndView question(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var order = queries.open(found.id(), code, null, true);
        var posted = new Posted(values);
        if (!order.status().isLive()) return new ModelAndView("redirect:" + address(found, order));
        if (order.status().isOpen()) return preview(found, order, posted);
        if (posted.all("lines").isEmpty())
            return choice(found, order, posted.has("chosen") ? desk.nothingChosen(locale) : Map.of(), locale);
        try {
            return preview(found, order, posted);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(choice(found, order, Map.of(), locale), desk.errors(e, locale));
        }
    }

    @PostMapping
    ModelAndView cancel(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = queries.open(found.id(), code, null, true);
        var posted = new Posted(values);
        try {
            redirect.addFlashAttribute("flash", desk.cancel(order, posted, locale, true));
            return new ModelAndView("redirect:" + address(found, order));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Unavailable e) {
            return refused(again(found, order, posted, locale), desk.errors(e, locale));
        }
    }

    /** The question again; the first one when its lines are gone meanwhile. */
    private ModelAndView again(ConferenceView conference, OrderRow before, Posted posted, Locale locale) {
        var order = queries.open(conference.id(), before.code(), null, true);
        try {
            return preview(conference, order, posted);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return choice(conference, order, Map.of(), locale);
        }
    }

    private ModelAndView choice(ConferenceView conference, OrderRow order, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("registration/order-cancellation-lines");
        view.addObject("slug", conference.slug());
        var shown = queries.view(order.id());
        view.addObject("order", shown);
        view.addObject("lines", desk.choices(order.id(), shown, locale));
        return errors.isEmpty() ? view : refused(view, errors);
    }

    private ModelAndView preview(ConferenceView conference, OrderRow order, Posted posted) {
        var view = new ModelAndView("registration/order-cancellation");
        view.addObject("slug", conference.slug());
        view.addObject("order", queries.view(order.id()));
        view.addObject("chosen", posted.all("lines"));
        if (order.status() == OrderStatus.CONFIRMED) {
            var cancellation = cancellations.of(order, CancellationDesk.wanted(posted));
            view.addObject("whole", cancellation.whole());
            var stays = cancellations.staying(order, cancellation);
            view.addObject("stays", stays);
            if (!stays.isEmpty())
                view.addObject("allByPolicy", cancellations.of(order, null).byPolicy());
            view.addObject("lines", cancellation.lines());
            view.addObject("most", cancellation.most());
            view.addObject("byPolicy", cancellation.byPolicy());
            view.addObject(
                    "refund",
                    posted.has("refund")
                            ? posted.get("refund")
                            : cancellation.byPolicy().getAmount().toPlainString());
        } else {
            view.addObject("whole", true);
        }
        return view;
    }

    private static ModelAndView refused(ModelAndView view, Map<String, String> errors) {
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static String address(ConferenceView conference, OrderRow order) {
        return "/manage/conferences/" + conference.slug() + "/orders/" + order.code();
    }
}
