package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
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

/** Withdrawing by who holds the order's link, where the organizer lets them: what goes, what comes back for it, and the act. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/withdrawal")
class WithdrawalPages {
    private final ConferenceApi conferences;
    private final OrderQueries queries;
    private final Cancellations cancellations;
    private final CancellationDesk desk;
    private final Additions additions;

    WithdrawalPages(
            ConferenceApi conferences,
            OrderQueries queries,
            Cancellations cancellations,
            CancellationDesk desk,
            Additions additions) {
        this.conferences = conferences;
        this.queries = queries;
        this.cancellations = cancellations;
        this.desk = desk;
        this.additions = additions;
    }

    private record Page(
            ConferenceView conference,
            OrderRow order,
            @Nullable String secret) {
        String address() {
            return "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + secret;
        }
    }

    private Page open(String slug, String code, @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return new Page(conference, queries.open(conference.id(), code, secret, false), secret);
    }

    @GetMapping
    ModelAndView question(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var posted = new Posted(values);
        var page = open(conference, code, posted.text("secret"));
        if (!cancellations.mayWithdraw(page.order())) return new ModelAndView("redirect:" + page.address());
        if (posted.all("lines").isEmpty())
            return choice(page, posted.has("chosen") ? desk.nothingChosen(locale) : Map.of(), locale);
        try {
            return preview(page, posted, locale);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return choice(page, desk.errors(e, locale), locale);
        }
    }

    @PostMapping
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var posted = new Posted(values);
        var page = open(conference, code, posted.text("secret"));
        try {
            redirect.addFlashAttribute("flash", desk.cancel(page.order(), posted, locale, false));
            return new ModelAndView("redirect:" + page.address());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Unavailable e) {
            return choice(page, desk.errors(e, locale), locale);
        }
    }

    private ModelAndView choice(Page page, Map<String, String> errors, Locale locale) {
        var view = view("registration/order-withdrawal-lines", page, locale);
        view.addObject(
                "lines",
                desk.choices(page.order().id(), queries.view(page.order().id()), locale));
        if (errors.isEmpty()) return view;
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView preview(Page page, Posted posted, Locale locale) {
        var asked = cancellations.of(page.order(), CancellationDesk.wanted(posted));
        var stays = cancellations.staying(page.order(), asked);
        var goesToo = !stays.isEmpty() && !cancellations.mayStayUnregistered(page.order());
        var cancellation = goesToo ? cancellations.of(page.order(), null) : asked;
        var view = view("registration/order-withdrawal", page, locale);
        view.addObject("chosen", goesToo ? List.of("all") : posted.all("lines"));
        view.addObject("stays", stays);
        view.addObject("goesToo", goesToo);
        if (!stays.isEmpty())
            view.addObject("allByPolicy", cancellations.of(page.order(), null).byPolicy());
        view.addObject("others", cancellation.delegates().isEmpty() ? List.of() : additions.standing(page.order()));
        view.addObject("whole", cancellation.whole());
        view.addObject("lines", cancellation.lines());
        view.addObject("byPolicy", cancellation.byPolicy());
        var percent = cancellations.percent(page.order());
        if (isShareOfAll(cancellation, percent)) view.addObject("percent", percent);
        return view;
    }

    /** Not where things are among it that have a policy of their own, such as a room with the hotel's. */
    private static boolean isShareOfAll(Cancellation cancellation, int percent) {
        var worth = cancellation.lines().stream()
                .mapToLong(line -> line.total().getAmountMinorLong())
                .sum();
        var differs = worth * percent - cancellation.byPolicy().getAmountMinorLong() * 100;
        // Each line is rounded by itself.
        return Math.abs(differs) <= 100L * cancellation.lines().size();
    }

    private ModelAndView view(String template, Page page, Locale locale) {
        return new ModelAndView(template)
                .addObject("slug", page.conference().slug())
                .addObject("name", page.conference().name().in(locale))
                .addObject("secret", page.secret())
                .addObject("refunds", cancellations.steps(page.conference()))
                .addObject("order", queries.view(page.order().id()));
    }
}
