package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.registration.form.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The pages on which who holds an order's link changes a delegate: the answers, or who it is. What costs or gives back something
 * is shown first, and done when it is agreed to.
 */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/delegates/{delegate}/{act:answers|transfer}")
class ChangePages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final ChangeDesk desk;
    private final RegisterPages.Uploads uploads;
    private final ChangeActions actions;

    ChangePages(
            ConferenceApi conferences,
            OrderQueries queries,
            ChangeDesk desk,
            RegisterPages.Uploads uploads,
            ChangeActions actions) {
        this.conferences = conferences;
        this.queries = queries;
        this.desk = desk;
        this.uploads = uploads;
        this.actions = actions;
    }

    private record Page(
            ConferenceView conference, OrderRow order, OrderDelegates.Delegate delegate, boolean transfer) {}

    private Page open(String slug, String code, @Nullable String secret, UUID delegate, String act) {
        var conference = conferences.bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        return new Page(conference, order, desk.delegate(order, delegate), act.equals("transfer"));
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @PathVariable String act,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var page = open(conference, code, secret, delegate, act);
        return view(page, secret, desk.filled(page.order(), page.delegate(), page.transfer()), null, Map.of(), locale);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        var secret = values.getFirst("secret");
        var page = open(conference, code, secret, delegate, act);
        var sent = uploads.keep(values, request, locale);
        if (values.containsKey("update") || !sent.errors().isEmpty())
            return view(page, secret, sent.values(), null, sent.errors(), locale);
        var form = desk.form(page.conference(), page.delegate());
        var wanted = desk.wanted(page.delegate(), form, sent.values(), page.transfer());
        try {
            var preview = actions.preview(page.conference(), page.order(), wanted);
            var isAgreed = ChangeDesk.agreement(preview).equals(values.getFirst("agreed"));
            if (preview.proposal().movesPlaces() && !isAgreed)
                return view(page, secret, sent.values(), preview, Map.of(), locale);
            var target =
                    actions.change(page.conference(), page.order(), wanted, String.valueOf(secret), redirect, locale);
            return new ModelAndView("redirect:" + target);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return view(page, secret, sent.values(), null, desk.errors(e, locale), locale);
        }
    }

    /** The fields for the answers so far. */
    @PostMapping("/form")
    ModelAndView fields(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID delegate,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> values,
            NativeWebRequest request,
            Locale locale) {
        var secret = values.getFirst("secret");
        var page = open(conference, code, secret, delegate, act);
        var sent = uploads.keep(values, request, locale);
        var view = view(page, secret, sent.values(), null, sent.errors(), locale);
        view.setViewName("registration/order-change :: fields");
        return view;
    }

    private ModelAndView view(
            Page page,
            @Nullable String secret,
            MultiValueMap<String, String> values,
            Changing.@Nullable Preview preview,
            Map<String, String> errors,
            Locale locale) {
        var form = desk.form(page.conference(), page.delegate());
        var view = new ModelAndView("registration/order-change");
        view.addObject("slug", page.conference().slug());
        view.addObject("name", page.conference().name().in(locale));
        view.addObject("order", queries.view(page.order().id()));
        view.addObject("secret", secret);
        view.addObject("delegate", page.delegate());
        view.addObject("transfer", page.transfer());
        view.addObject("form", new Posted(values));
        view.addObject("sections", desk.sections(page.conference(), form, values, locale));
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
