package org.plenary.conference.body;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.BodyPeople;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Posted;
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

/** One body with those who sit in it. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/bodies/{id}")
class BodyMemberPages {
    private final ConferenceApi conferences;
    private final Constituting bodies;
    private final JoiningBodies joining;
    private final BodyPeople people;
    private final BodyWords words;

    BodyMemberPages(
            ConferenceApi conferences, Constituting bodies, JoiningBodies joining, BodyPeople people, BodyWords words) {
        this.conferences = conferences;
        this.bodies = bodies;
        this.joining = joining;
        this.people = people;
        this.words = words;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable("id") UUID body, Locale locale) {
        var blank = new BodyMemberForm(Posted.empty().set("language", locale.toLanguageTag()));
        return page(conferences.bySlug(conference), body, blank, locale);
    }

    private ModelAndView page(ConferenceView conference, UUID id, BodyMemberForm form, Locale locale) {
        var body = bodies.find(conference, id);
        var seated = joining.of(body);
        return new ModelAndView("conference/body")
                .addObject("slug", conference.slug())
                .addObject("seen", words.card(body, seated, locale))
                .addObject("seated", seated)
                .addObject("today", joining.today())
                .addObject("colleagues", colleagues(conference, seated))
                .addObject("languages", Choice.languages())
                .addObject("form", form.posted());
    }

    /** Those of the staff who are not in it yet. */
    private List<Choice> colleagues(ConferenceView conference, List<JoiningBodies.Seated> seated) {
        return people.staff(conference.id()).stream()
                .filter(each -> seated.stream()
                        .noneMatch(other -> each.account().equals(other.member().account())
                                || each.email().equalsIgnoreCase(other.member().email())))
                .map(each -> new Choice(each.account().toString(), each.name() + " · " + each.email()))
                .toList();
    }

    @PostMapping("/members")
    ModelAndView add(
            @PathVariable String conference,
            @PathVariable("id") UUID body,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new BodyMemberForm(new Posted(values));
        try {
            joining.add(found, body, form.input(people.staff(found.id())));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(page(found, body, form, locale), e, locale);
        }
        return done(found, body, "member-added", locale, redirect);
    }

    @GetMapping("/members/{member}/edit")
    ModelAndView edit(
            @PathVariable String conference, @PathVariable("id") UUID body, @PathVariable UUID member, Locale locale) {
        var found = conferences.bySlug(conference);
        var before = joining.require(bodies.find(found, body), member);
        return member("conference/body-member", found, body, before, locale)
                .addObject("form", BodyMemberForm.of(before).posted());
    }

    @PostMapping("/members/{member}")
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable("id") UUID body,
            @PathVariable UUID member,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var before = joining.require(bodies.find(found, body), member);
        var form = new BodyMemberForm(new Posted(values));
        try {
            joining.change(found, body, member, form.input(List.of()));
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = member("conference/body-member", found, body, before, locale)
                    .addObject("form", form.posted());
            return refused(page, e, locale);
        }
        return done(found, body, "member-saved", locale, redirect);
    }

    @PostMapping("/members/{member}/invitation")
    ModelAndView invite(
            @PathVariable String conference,
            @PathVariable("id") UUID body,
            @PathVariable UUID member,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        try {
            joining.invite(found, body, member, locale);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var said = String.join(" ", words.errors().of(e, locale).values());
            redirect.addFlashAttribute("flash", Flash.failure(said));
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/bodies/" + body);
        }
        return done(found, body, "member-invited", locale, redirect);
    }

    @GetMapping("/members/{member}/removal")
    ModelAndView question(
            @PathVariable String conference, @PathVariable("id") UUID body, @PathVariable UUID member, Locale locale) {
        var found = conferences.bySlug(conference);
        return member(
                "conference/body-member-removal",
                found,
                body,
                joining.require(bodies.find(found, body), member),
                locale);
    }

    @PostMapping("/members/{member}/removal")
    ModelAndView remove(
            @PathVariable String conference,
            @PathVariable("id") UUID body,
            @PathVariable UUID member,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        joining.remove(found, body, member);
        return done(found, body, "member-removed", locale, redirect);
    }

    private ModelAndView member(
            String template, ConferenceView conference, UUID body, BodyMember member, Locale locale) {
        return new ModelAndView(template)
                .addObject("slug", conference.slug())
                .addObject("seen", words.card(bodies.find(conference, body), List.of(), locale))
                .addObject("member", member);
    }

    private ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        return words.errors()
                .refused(page, problem, locale)
                .addObject("fieldErrors", BodyMemberForm.onFields(words.errors().of(problem, locale)));
    }

    private ModelAndView done(
            ConferenceView conference, UUID body, String what, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", words.done(what, locale));
        return new ModelAndView("redirect:/manage/conferences/" + conference.slug() + "/bodies/" + body);
    }
}
