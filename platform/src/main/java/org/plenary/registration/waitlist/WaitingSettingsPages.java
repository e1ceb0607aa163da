package org.plenary.registration.waitlist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
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

/** Whether there is a waiting list, and how it works; and its end. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/waiting-list")
@Requires(Permission.REGISTRATION_WRITE)
class WaitingSettingsPages {
    private final ConferenceApi conferences;
    private final WaitingLists lists;
    private final WaitingDesk desk;
    private final PageErrors pageErrors;
    private final MessageSource messages;

    WaitingSettingsPages(
            ConferenceApi conferences,
            WaitingLists lists,
            WaitingDesk desk,
            PageErrors pageErrors,
            MessageSource messages) {
        this.conferences = conferences;
        this.lists = lists;
        this.desk = desk;
        this.pageErrors = pageErrors;
        this.messages = messages;
    }

    @GetMapping("/settings")
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var settings = lists.settings(found.id());
        var form = Posted.empty()
                .set("open", settings.isOpen())
                .set("offer_hours", settings.offerHours())
                .set("price_rule", settings.priceRule().wire())
                .set("ends_on", settings.endsOn())
                .set("version", settings.version());
        return page(found, form, settings, locale);
    }

    @PostMapping("/settings")
    ModelAndView save(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        var before = lists.settings(found.id());
        try {
            var hours = form.integer("offer_hours");
            var endsOn = form.date("ends_on");
            var version = form.integer("version");
            form.throwIfWrong();
            // Closing is a step of its own, for it writes to everybody who waits.
            var settings = new ListSettings(
                    before.isOpen() || form.isOn("open"),
                    hours == null ? 0 : hours,
                    PriceRule.of(form.get("price_rule")),
                    endsOn,
                    version == null ? 0 : version);
            desk.change(found, settings);
        } catch (Problem.InvalidInput e) {
            return refused(page(found, form, before, locale), pageErrors.of(e, locale));
        } catch (Problem.Stale e) {
            return refused(page(found, form, before, locale), pageErrors.of(e, locale));
        }
        redirect.addFlashAttribute("flash", Flash.success(text("registration.waiting.settings.saved", locale)));
        return new ModelAndView("redirect:" + WaitingDeskPages.base(found));
    }

    @GetMapping("/closing")
    ModelAndView askWhetherToClose(@PathVariable String conference) {
        return new ModelAndView("registration/waiting-closing").addObject("slug", conference);
    }

    @PostMapping("/closing")
    String close(@PathVariable String conference, Locale locale, RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        desk.close(found);
        redirect.addFlashAttribute("flash", Flash.success(text("registration.waiting.settings.closed", locale)));
        return "redirect:" + WaitingDeskPages.base(found);
    }

    private ModelAndView page(ConferenceView conference, Posted form, ListSettings settings, Locale locale) {
        return new ModelAndView("registration/waiting-settings")
                .addObject("slug", conference.slug())
                .addObject("form", form)
                .addObject("settings", settings)
                .addObject("lastDay", conference.startsOn().minusDays(1))
                .addObject("until", conference.endsOn())
                .addObject("cutOff", conference.commonCutOff())
                .addObject(
                        "priceRules",
                        List.of(
                                new Choice(
                                        "today",
                                        text("registration.waiting.settings.today", locale),
                                        text("registration.waiting.settings.today-help", locale)),
                                new Choice(
                                        "joined",
                                        text("registration.waiting.settings.joined", locale),
                                        text("registration.waiting.settings.joined-help", locale))));
    }

    private static ModelAndView refused(ModelAndView view, Map<String, String> errors) {
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
