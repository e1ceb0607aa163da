package org.plenary.registration.letter;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.order.OrderAccess;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letters that the delegates of an order can have, by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/letters")
class LetterPages {
    private final ConferenceApi conferences;
    private final OrderAccess orders;
    private final Letters kept;
    private final LetterChecking checking;
    private final LetterPaper paper;

    LetterPages(
            ConferenceApi conferences, OrderAccess orders, Letters kept, LetterChecking checking, LetterPaper paper) {
        this.conferences = conferences;
        this.orders = orders;
        this.kept = kept;
        this.checking = checking;
        this.paper = paper;
    }

    @Component("keptLetters")
    record Letters(LetterIssuing issuing, LetterRows rows) {}

    /**
     * @param offered keys of the kinds that the delegate can have now
     * @param invitation where it stands, where staff look at requests first
     */
    record Offer(UUID delegate, String name, List<String> offered, LetterChecking.Standing invitation) {}

    @GetMapping
    ModelAndView list(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        return new ModelAndView("registration/letters")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("code", order.code())
                .addObject("secret", secret)
                .addObject(
                        "delegates",
                        order.delegates().stream()
                                .map(member -> offer(conference, member))
                                .toList());
    }

    private Offer offer(ConferenceView conference, OrderAccess.Member member) {
        var standing = checking.standing(conference, member.id());
        var kinds = kept.issuing().offered(conference, member.id()).stream()
                .filter(kind -> kind != Kind.INVITATION || standing.isFree())
                .map(Kind::wire)
                .toList();
        return new Offer(member.id(), member.name(), kinds, standing);
    }

    @PostMapping
    String issue(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam UUID delegate,
            @RequestParam String kind,
            RedirectAttributes redirect) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        var letter = checking.issue(conference, order.member(delegate).id(), Kind.of(kind));
        redirect.addAttribute("secret", secret);
        return "redirect:/c/" + conference.slug() + "/orders/" + order.code() + "/letters/" + letter.id();
    }

    /** Asks for an invitation, which staff look at first. */
    @PostMapping("/request")
    String ask(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam String secret,
            @RequestParam UUID delegate,
            RedirectAttributes redirect,
            Locale locale) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        checking.ask(conference, order.member(delegate).id());
        redirect.addFlashAttribute("flash", Flash.success(paper.text("registration.letter.asked-now", locale)));
        redirect.addAttribute("secret", secret);
        return "redirect:/c/" + conference.slug() + "/orders/" + order.code() + "/letters";
    }

    @GetMapping("/{letter}")
    ResponseEntity<byte[]> show(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID letter,
            @RequestParam(required = false) @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        var order = orders.open(conference, code, secret);
        var found = kept.rows().find(conference.id(), letter).orElseThrow(() -> new Problem.NotFound("This letter"));
        order.member(found.delegate());
        return paper.answer(conference, found, order.locale());
    }
}
