package org.plenary.papers.query;

import java.util.Locale;
import java.util.Map;
import org.plenary.communication.MessageText;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
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

/** Where chairs write to the authors or reviewers of papers that a query asks for: typed, looked at as it will be read, sent. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/selection/message")
class PaperMessagePages {
    private final ConferenceApi conferences;
    private final PaperMessaging messaging;
    private final MessageSource messages;
    private final PageErrors errors;

    PaperMessagePages(ConferenceApi conferences, PaperMessaging messaging, MessageSource messages, PageErrors errors) {
        this.conferences = conferences;
        this.messaging = messaging;
        this.messages = messages;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView form(
            @PathVariable String conference,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = PaperMessage.AUTHORS) String audience) {
        var form = Posted.empty().set("q", q).set("audience", audience);
        return page(conferences.bySlug(conference), form);
    }

    /** Shows what would be sent, or sends it. */
    @PostMapping
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView send(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "look") String step,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        var subject = posted.get("subject");
        var text = posted.get("text");
        try {
            if (!step.equals("send")) return look(page(found, posted), posted.get("audience"), subject, text, locale);
            var seen = posted.integer("seen");
            var done = messaging.send(
                    found, posted.get("q"), posted.get("audience"), subject, text, seen == null ? -1 : seen);
            var told = messages.getMessage("papers.message.sent", new Object[] {done}, locale);
            redirect.addFlashAttribute("flash", Flash.success(String.valueOf(told)));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = errors.refused(page(found, posted), e, locale);
            if (e instanceof Problem.Conflict) page.setStatus(HttpStatus.CONFLICT);
            return page;
        }
        redirect.addAttribute("q", posted.get("q"));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/papers/selection");
    }

    private ModelAndView look(ModelAndView page, String audience, String subject, String text, Locale locale) {
        var wrong = new Violations();
        PaperMessage.check(wrong, audience, subject, text);
        wrong.throwIfAny();
        var name = messages.getMessage("papers.message.sample-name", null, locale);
        var link = messages.getMessage("papers.message.sample-link", null, locale);
        Map<String, String> values = PaperMessage.sample(audience, String.valueOf(name), String.valueOf(link));
        return page.addObject("sampleSubject", new MessageText(subject).of(values))
                .addObject("sampleText", new MessageText(text).of(values));
    }

    private ModelAndView page(ConferenceView conference, Posted form) {
        var audience = form.get("audience");
        return new ModelAndView("papers/message", Map.of("form", form))
                .addObject("slug", conference.slug())
                .addObject("count", messaging.count(conference, form.get("q"), audience))
                .addObject("toReviewers", audience.equals(PaperMessage.REVIEWERS));
    }
}
