package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's page of what is open of an order: who pays by invoice, who gets more time, and whose order is released. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/orders/{code}/balance")
@Requires(Permission.REGISTRATION_WRITE)
class DueDeskPages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Acts acts;
    private final Words words;

    DueDeskPages(ConferenceApi conferences, OrderQueries queries, Acts acts, Words words) {
        this.conferences = conferences;
        this.queries = queries;
        this.acts = acts;
        this.words = words;
    }

    /** What staff do here. */
    @Component
    record Acts(DecidingCredit deciding, MovingDues moving, DueReleasing releasing, PayingLater later) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, @PathVariable String code, Locale locale) {
        return page(conference, code, Posted.empty(), Map.of(), locale);
    }

    @PostMapping("/decision")
    ModelAndView decide(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        var command = new DecidingCredit.Decide(posted.text("decision"), posted.text("reason"));
        return act(
                new Act(conference, code, posted, command.isGrant() ? "granted" : "denied"),
                order -> acts.deciding().decide(found, order.id(), command),
                locale,
                redirect);
    }

    @PostMapping("/day")
    ModelAndView move(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        return act(
                new Act(conference, code, posted, "moved"),
                order -> {
                    var position = posted.integer("position");
                    var dueOn = posted.date("due_on");
                    posted.throwIfWrong();
                    acts.moving().move(order.id(), position == null ? -1 : position, dueOn);
                },
                locale,
                redirect);
    }

    @PostMapping("/release")
    ModelAndView release(
            @PathVariable String conference, @PathVariable String code, Locale locale, RedirectAttributes redirect) {
        return act(
                new Act(conference, code, Posted.empty(), "released"),
                order -> acts.releasing().byHand(order.id()),
                locale,
                redirect);
    }

    private record Act(String conference, String code, Posted form, String done) {}

    private interface Deed {
        void on(OrderRow order);
    }

    private ModelAndView act(Act act, Deed deed, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(act.conference());
        try {
            deed.on(queries.open(found.id(), act.code(), null, true));
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Unavailable e) {
            var view = page(
                    act.conference(), act.code(), act.form(), words.errors().of(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(words.messages().getMessage("registration.due." + act.done(), null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/orders/" + act.code());
    }

    private ModelAndView page(String slug, String code, Posted form, Map<String, String> wrong, Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = queries.open(conference.id(), code, null, true);
        var shown = queries.view(order);
        var isPending = order.status() == OrderStatus.PENDING;
        var view = new ModelAndView("registration/order-balance")
                .addObject("slug", conference.slug())
                .addObject("order", shown)
                .addObject("form", form)
                .addObject("parts", parts(shown.balance(), locale))
                .addObject(
                        "invoiceUntil",
                        isPending ? acts.later().dueOn(conference, order).orElse(null) : null);
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }

    /** What can be given more time. */
    private List<Choice> parts(@Nullable Balance balance, Locale locale) {
        if (balance == null) return List.of();
        return balance.parts().stream()
                .filter(Balance.Part::owes)
                .map(part -> new Choice(String.valueOf(part.position()), words.part(part, locale)))
                .toList();
    }

    @Component
    record Words(PageErrors errors, MessageSource messages, Formats formats) {
        String part(Balance.Part part, Locale locale) {
            return messages.getMessage(
                    "registration.due.part-of",
                    new Object[] {formats.money(part.left()), formats.date(part.dueOn())},
                    locale);
        }
    }
}
