package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.ConferenceNav;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.payments.PaymentStatus;
import org.plenary.tenancy.TenantHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's page of an order, opened by its secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}")
class OrderPages {
    private static final Logger LOG = LoggerFactory.getLogger(OrderPages.class);
    private static final int REFRESH_SECONDS = 3;

    private final Ground ground;
    private final OrderQueries queries;
    private final PayingWays paying;
    private final OrderActions actions;
    private final OrderScreen screen;

    OrderPages(Ground ground, OrderQueries queries, PayingWays paying, OrderActions actions, OrderScreen screen) {
        this.ground = ground;
        this.queries = queries;
        this.paying = paying;
        this.actions = actions;
        this.screen = screen;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable String paid,
            Locale locale) {
        var isAwaited = paid != null && refresh(open(slug, code, secret));
        return ground.reading().page(() -> {
            var conference = ground.conferences().bySlug(slug);
            return page(conference, queries.open(conference.id(), code, secret, false), secret, isAwaited, locale);
        });
    }

    private OrderRow open(String slug, String code, @Nullable String secret) {
        return queries.open(ground.conferences().bySlug(slug).id(), code, secret, false);
    }

    private ModelAndView page(
            ConferenceView conference, OrderRow order, @Nullable String secret, boolean isAwaited, Locale locale) {
        var view = new ModelAndView("registration/order");
        var name = conference.name().in(locale);
        view.addObject("conferenceNav", new ConferenceNav(conference.slug(), name));
        view.addObject("slug", conference.slug());
        view.addObject("name", name);
        view.addObject("zone", conference.timeZone());
        view.addObject("secret", secret);
        var shown = queries.view(order);
        view.addObject("order", shown);
        view.addObject("answers", actions.answers(order, locale));
        view.addObject("organization", order.organization());
        view.addObject(
                "heldUntil", order.expiresAt().atZone(conference.timeZone()).toLocalDate());
        view.addObject("waiting", screen.waiting(order));
        view.addObject("paying", screen.paying(conference, order));
        view.addObject("screen", screen.of(conference, order, shown, locale));
        view.addObject("parts", screen.parts(conference, order, secret, locale));
        var isAtTheBank = shown.payments().stream().anyMatch(each -> each.status() == PaymentStatus.PROCESSING);
        view.addObject("atTheBank", isAtTheBank);
        view.addObject("awaited", isAwaited && !isAtTheBank);
        if (isAwaited && !isAtTheBank) view.addObject("refreshSeconds", REFRESH_SECONDS);
        return view;
    }

    /** The provider's message may be on its way still; the page asks again by itself. False when nothing is awaited. */
    private boolean refresh(OrderRow order) {
        var waiting = screen.waiting(order);
        if (order.status() != OrderStatus.PENDING && waiting == null && !screen.owes(order)) return false;
        var subject = waiting == null ? order.id() : waiting.id();
        try {
            paying.refresh(subject);
        } catch (Problem.Unavailable e) {
            LOG.warn("how the payment of {} stands cannot be known now: {}", subject, e.detail());
        }
        // the rest of what is paid in parts is open for months
        return order.status() == OrderStatus.PENDING || waiting != null || paying.isOpen(subject);
    }

    @PostMapping("/payment")
    String pay(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale,
            RedirectAttributes redirect) {
        var conference = ground.conferences().bySlug(slug);
        var order = queries.open(conference.id(), code, secret, false);
        try {
            return "redirect:" + paying.byCard(conference, order.id(), secret, all);
        } catch (Problem.Conflict | Problem.Unavailable e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
            return back(slug, code, secret, redirect);
        }
    }

    @PostMapping("/cancellation")
    String cancel(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var order = open(slug, code, secret);
        redirect.addFlashAttribute("flash", actions.cancelUnpaid(order, locale));
        return back(slug, code, secret, redirect);
    }

    private static String back(String slug, String code, String secret, RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return "redirect:/c/" + slug + "/orders/" + code;
    }

    /** What buyers do with their orders, with the words for it. */
    @Component
    static class OrderActions {
        private final Cancelling cancelling;
        private final PageErrors errors;
        private final org.springframework.context.MessageSource messages;
        private final DelegateAnswers answers;

        OrderActions(
                Cancelling cancelling,
                PageErrors errors,
                org.springframework.context.MessageSource messages,
                DelegateAnswers answers) {
            this.cancelling = cancelling;
            this.errors = errors;
            this.messages = messages;
            this.answers = answers;
        }

        Map<UUID, List<AnswerWords.Row>> answers(OrderRow order, Locale locale) {
            return answers.of(order.id(), false, locale);
        }

        Flash cancelUnpaid(OrderRow order, Locale locale) {
            try {
                cancelling.cancel(order.id(), Cancelling.CancelOrder.ALL_BY_POLICY, false);
                return Flash.success(messages.getMessage("registration.order.cancelled", null, locale));
            } catch (Problem.Conflict | Problem.Unavailable e) {
                return failure(e, locale);
            }
        }

        Flash success(String key, Locale locale, Object... arguments) {
            return Flash.success(messages.getMessage(key, arguments, locale));
        }

        Flash failure(Problem problem, Locale locale) {
            return Flash.failure(errors.of(problem, locale).values().iterator().next());
        }
    }
}
