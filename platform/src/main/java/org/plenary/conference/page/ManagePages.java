package org.plenary.conference.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.setup.SettingUp;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's list of conferences, and the making of a new one. */
@Controller
@TenantHost
class ManagePages {
    private final ConferenceApi conferences;
    private final SettingUp settingUp;
    private final PageErrors errors;
    private final MessageSource messages;
    private final StartList startList;

    ManagePages(
            ConferenceApi conferences,
            SettingUp settingUp,
            PageErrors errors,
            MessageSource messages,
            StartList startList) {
        this.conferences = conferences;
        this.settingUp = settingUp;
        this.errors = errors;
        this.messages = messages;
        this.startList = startList;
    }

    @GetMapping("/manage")
    @Requires(value = Permission.CONFERENCE_READ, anywhere = true)
    String list(HttpServletRequest request, Locale locale, Model model) {
        var readable = conferences.readable();
        model.addAttribute("conferences", cards(readable, locale));
        startList.show(request, model);
        return "conference/manage";
    }

    @GetMapping("/manage/conferences/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView form(Locale locale) {
        return form(ConferenceForm.blank(Tenancy.require()), locale);
    }

    @PostMapping("/manage/conferences")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView create(
            @RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new ConferenceForm(values);
        try {
            var created = settingUp.create(form.asChange());
            redirect.addFlashAttribute(
                    "flash", Flash.success(messages.getMessage("conference.new.made", null, locale)));
            return new ModelAndView("redirect:/manage/conferences/" + created.slug() + "/settings");
        } catch (Problem.InvalidInput e) {
            var view = form(form, locale);
            view.addObject("fieldErrors", ConferenceForm.onFields(errors.of(e, locale)));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    private static ModelAndView form(ConferenceForm form, Locale locale) {
        var view = new ModelAndView("conference/new");
        view.addObject("form", form);
        view.addObject("choices", FormChoices.in(locale));
        return view;
    }

    private static List<ConferenceCard> cards(List<ConferenceView> conferences, Locale locale) {
        return conferences.stream()
                .map(conference -> ConferenceCard.of(conference, locale))
                .toList();
    }
}
