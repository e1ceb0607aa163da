package org.plenary.papers.cameraready;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Phrases;
import org.plenary.kernel.web.Posted;
import org.plenary.kernel.web.PostedRows;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the chairs set up the checklist and the copyright form. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/camera-ready")
class CameraReadyPlanPages {
    private static final PostedRows LINES = new PostedRows("lines", List.of("key", "text.en", "text.zh-CN"), 20);
    private static final int LINE = 300;
    private static final int TEXT = 20_000;

    private final ConferenceApi conferences;
    private final CameraReadyPlans plans;
    private final CopyrightForms forms;
    private final CameraReadyPlanning planning;
    private final Phrases words;

    CameraReadyPlanPages(
            ConferenceApi conferences,
            CameraReadyPlans plans,
            CopyrightForms forms,
            CameraReadyPlanning planning,
            Phrases words) {
        this.conferences = conferences;
        this.plans = plans;
        this.forms = forms;
        this.planning = planning;
        this.words = words;
    }

    @GetMapping("/checklist")
    @Requires(Permission.PAPERS_READ)
    ModelAndView checklist(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var current = plans.versioned(found.id());
        var form = Posted.empty().set("version", current.version());
        for (var i = 0; i < current.lines().size(); i++) {
            var line = current.lines().get(i);
            form.set(LINES.at(i) + "key", line.key()).set(LINES.at(i) + "text", line.text());
        }
        return checklist(found, form);
    }

    @PostMapping("/checklist")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView saveChecklist(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        if (posted.has("update")) {
            LINES.update(posted, posted.get("update"));
            return checklist(found, posted);
        }
        try {
            planning.save(found, lines(posted), version(posted));
        } catch (Problem.InvalidInput | Problem.Stale e) {
            return words.refused(checklist(found, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.camera.saved", locale));
        return back(found);
    }

    @GetMapping("/copyright")
    @Requires(Permission.PAPERS_READ)
    ModelAndView copyright(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var newest = forms.newest(found.id()).orElse(null);
        var form = Posted.empty().set("version", newest == null ? 0 : newest.version());
        return copyright(found, form.set("text", newest == null ? usual() : newest.text()));
    }

    @PostMapping("/copyright")
    @Requires(Permission.PAPERS_WRITE)
    ModelAndView saveCopyright(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(sent);
        try {
            var text = written(posted);
            new Violations().text("/text/en", text, TEXT).throwIfAny();
            planning.write(found, text, posted.isOn("asks_again"), (int) version(posted));
        } catch (Problem.InvalidInput | Problem.Stale e) {
            return words.refused(copyright(found, posted), e, locale);
        }
        redirect.addFlashAttribute("flash", words.done("papers.camera.saved", locale));
        return back(found);
    }

    /** What is offered before there is a form; it is to be checked by a lawyer, as its page says. */
    private LocalizedText usual() {
        return LocalizedText.of(
                words.text("papers.copyright.usual", Locale.ENGLISH),
                words.text("papers.copyright.usual", Locale.SIMPLIFIED_CHINESE));
    }

    private static List<ChecklistLine> lines(Posted posted) {
        var wrong = new Violations();
        var lines = new ArrayList<ChecklistLine>();
        var keys = new HashSet<String>();
        for (var i = 0; i < LINES.filled(posted); i++) {
            var at = LINES.at(i);
            var text = posted.texts(at + "text");
            if (text.isBlank()) continue;
            wrong.text("/lines/" + i + "/text/en", text, LINE);
            var key = posted.get(at + "key").strip();
            if (!key.matches("[0-9a-z-]{1,40}") || !keys.add(key))
                key = Ids.reference(8).toLowerCase(Locale.ROOT);
            lines.add(new ChecklistLine(key, text));
        }
        wrong.throwIfAny();
        return lines;
    }

    /** Browsers end lines in their own way; the fingerprint of the same text is to be the same. */
    private static LocalizedText written(Posted posted) {
        var texts = new LinkedHashMap<String, String>();
        posted.texts("text").values().forEach((tag, text) -> texts.put(tag, text.replace("\r\n", "\n")));
        return new LocalizedText(texts);
    }

    private static long version(Posted posted) {
        var text = posted.get("version");
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
    }

    private static ModelAndView checklist(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/camera-checklist")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("rowCount", LINES.drawn(form))
                .addObject("filledCount", LINES.filled(form));
    }

    private ModelAndView copyright(ConferenceView conference, Posted form) {
        return new ModelAndView("papers/camera-copyright")
                .addObject("slug", conference.slug())
                .addObject("zone", conference.timeZone())
                .addObject("newest", forms.newest(conference.id()).orElse(null))
                .addObject("form", form);
    }

    private static ModelAndView back(ConferenceView conference) {
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/papers/camera-ready");
    }
}
