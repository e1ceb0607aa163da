package org.plenary.registration.order;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
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

/** An order before the cashier: what is to pay, the money, the receipts, the tickets. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/desk/orders/{code}")
@Requires(Permission.REGISTRATION_WRITE)
class DeskOrderPages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final CashDesk desk;
    private final DeskFiles files;
    private final AccessLog log;

    DeskOrderPages(ConferenceApi conferences, OrderQueries queries, CashDesk desk, DeskFiles files, AccessLog log) {
        this.conferences = conferences;
        this.queries = queries;
        this.desk = desk;
        this.files = files;
        this.log = log;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable UUID receipt,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var order = order(found, code);
        var people = Math.max(1, queries.view(order).delegates().size());
        log.record(Seen.one(found.id(), Way.PAGE, "desk-order", order.id(), people));
        return page(found, order, desk.blank(order), Map.of(), locale).addObject("given", receipt);
    }

    @PostMapping("/payments")
    ModelAndView take(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = order(found, code);
        var form = new Posted(values);
        try {
            var receipt = desk.take(found, order, form);
            redirect.addFlashAttribute("flash", desk.taken(receipt, locale));
            redirect.addAttribute("receipt", receipt.id());
            return back(found, order);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(page(found, order(found, code), form, desk.errors(e, locale), locale));
        }
    }

    @GetMapping("/receipts/{receipt}")
    ResponseEntity<byte[]> receipt(
            @PathVariable String conference, @PathVariable String code, @PathVariable UUID receipt) {
        return files.receipt(order(conferences.bySlug(conference), code), receipt);
    }

    @GetMapping("/ticket")
    ResponseEntity<byte[]> ticket(@PathVariable String conference, @PathVariable String code) {
        var found = conferences.bySlug(conference);
        return files.ticket(found, order(found, code));
    }

    /** Asks for the reason. */
    @GetMapping("/receipts/{receipt}/cancellation")
    ModelAndView question(@PathVariable String conference, @PathVariable String code, @PathVariable UUID receipt) {
        var found = conferences.bySlug(conference);
        return question(found, order(found, code), receipt);
    }

    private ModelAndView question(ConferenceView conference, OrderRow order, UUID receipt) {
        return new ModelAndView("registration/desk-void")
                .addObject("slug", conference.slug())
                .addObject("code", order.code())
                .addObject("receipt", files.find(order, receipt));
    }

    @PostMapping("/receipts/{receipt}/cancellation")
    ModelAndView cancel(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID receipt,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = order(found, code);
        try {
            redirect.addFlashAttribute("flash", desk.cancel(order, receipt, reason, locale));
            return back(found, order);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(question(found, order, receipt)
                    .addObject("reason", reason)
                    .addObject("fieldErrors", desk.errors(e, locale)));
        }
    }

    /** Money that was to go back is handed out. */
    @PostMapping("/returns/{returning}")
    ModelAndView handOut(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID returning,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = order(found, code);
        Flash done = desk.handOut(order, returning, locale);
        redirect.addFlashAttribute("flash", done);
        return back(found, order);
    }

    private OrderRow order(ConferenceView conference, String code) {
        return queries.open(conference.id(), code, null, true);
    }

    private ModelAndView page(
            ConferenceView conference, OrderRow order, Posted form, Map<String, String> errors, Locale locale) {
        var view = new ModelAndView("registration/desk-order")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("order", queries.view(order.id()))
                .addObject("due", desk.due(order))
                .addObject("receipts", desk.receipts(order))
                .addObject("returns", desk.returns(order))
                .addObject("origin", desk.origin(order))
                .addObject("methods", desk.methods(locale))
                .addObject("form", form);
        if (!errors.isEmpty()) view.addObject("fieldErrors", errors);
        return view;
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static ModelAndView back(ConferenceView conference, OrderRow order) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/desk/orders/" + order.code());
    }
}
