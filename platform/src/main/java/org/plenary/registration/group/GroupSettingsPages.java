package org.plenary.registration.group;

import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
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

/** Whether groups are taken, how large they are, and until when they give names. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/group-settings")
@Requires(Permission.CONFERENCE_WRITE)
class GroupSettingsPages {
    private final ConferenceApi conferences;
    private final GroupSettings settings;
    private final PageErrors errors;
    private final MessageSource messages;

    GroupSettingsPages(ConferenceApi conferences, GroupSettings settings, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.settings = settings;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference) {
        var found = conferences.bySlug(conference);
        var kept = settings.kept(found.id());
        var form = Posted.empty()
                .set("allowed", kept.rules().allowed())
                .set("most", kept.rules().most())
                .set("names_until", kept.rules().namesUntil())
                .set("version", kept.version());
        return page(found, form, Map.of());
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        try {
            var most = form.integer("most");
            var until = form.date("names_until");
            var version = form.integer("version");
            form.throwIfWrong();
            var rules = new GroupRules(form.isOn("allowed"), most == null ? GroupRules.USUAL_SIZE : most, until);
            settings.change(found, rules, version == null ? 0 : version);
        } catch (Problem.InvalidInput | Problem.Stale e) {
            var view = page(found, form, errors.of(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("registration.group.settings.saved", null, locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference + "/group-settings");
    }

    private static ModelAndView page(ConferenceView conference, Posted form, Map<String, String> wrong) {
        var view = new ModelAndView("registration/group-settings")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("largest", GroupRules.LARGEST)
                .addObject("startsOn", conference.startsOn())
                .addObject("endsOn", conference.endsOn());
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }
}
