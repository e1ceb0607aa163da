package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Something done to many delegates: who and what first, then the word to do it. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/delegates/bulk")
@Requires(Permission.REGISTRATION_WRITE)
class BulkPages {
    private static final int SHOWN = 20;

    private final ConferenceApi conferences;
    private final ChosenDelegates people;
    private final BulkStarting starting;
    private final PageErrors errors;
    private final MessageSource messages;

    BulkPages(
            ConferenceApi conferences,
            ChosenDelegates people,
            BulkStarting starting,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.people = people;
        this.starting = starting;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView question(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var action = starting.action(parameters.getFirst("action"));
        var chosen = chosen(found, parameters, locale);
        if (chosen.isEmpty()) {
            redirect.addFlashAttribute("flash", Flash.warning(text("registration.bulk.nobody", locale)));
            return new ModelAndView("redirect:" + back(found, parameters));
        }
        if (action.asksSomething()) return page(found, action, parameters, chosen, null, Map.of());
        return planned(found, action, parameters, chosen, locale);
    }

    /** Shows what would happen; with the word to do it, does it, unless the list has changed meanwhile. */
    @PostMapping
    ModelAndView confirm(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var action = starting.action(parameters.getFirst("action"));
        var chosen = chosen(found, parameters, locale);
        if (!"do".equals(parameters.getFirst("step"))) return planned(found, action, parameters, chosen, locale);
        BulkAction.Plan plan = null;
        try {
            plan = action.plan(found, chosen, new Posted(parameters), locale);
            if (!plan.shown().equals(parameters.getFirst("expected")))
                return page(found, action, parameters, chosen, plan, Map.of()).addObject("changed", true);
            plan.requireAnswer(new Posted(parameters));
            var job = starting.start(found, action, plan);
            return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/delegates/jobs/" + job);
        } catch (Problem.InvalidInput e) {
            return page(found, action, parameters, chosen, plan, errors.of(e, locale));
        }
    }

    private ModelAndView planned(
            ConferenceView conference,
            BulkAction action,
            MultiValueMap<String, String> parameters,
            List<Person> chosen,
            Locale locale) {
        try {
            var plan = action.plan(conference, chosen, new Posted(parameters), locale);
            return page(conference, action, parameters, chosen, plan, Map.of());
        } catch (Problem.InvalidInput e) {
            return page(conference, action, parameters, chosen, null, errors.of(e, locale));
        }
    }

    private List<Person> chosen(ConferenceView conference, MultiValueMap<String, String> parameters, Locale locale) {
        var ids = new ArrayList<UUID>();
        for (var id : parameters.getOrDefault("id", List.of())) {
            try {
                ids.add(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                throw new Problem.NotFound("This delegate");
            }
        }
        return people.of(
                conference,
                new ChosenDelegates.Selection(Listing.of(parameters), ids, "true".equals(parameters.getFirst("all"))),
                locale);
    }

    /** @param plan null while the form is not filled in */
    private static ModelAndView page(
            ConferenceView conference,
            BulkAction action,
            MultiValueMap<String, String> parameters,
            List<Person> chosen,
            BulkAction.@Nullable Plan plan,
            Map<String, String> wrong) {
        var view = new ModelAndView("registration/delegate-bulk");
        view.addObject("slug", conference.slug());
        view.addObject("back", back(conference, parameters));
        view.addObject("action", action.kind());
        view.addObject("asks", action.asksSomething());
        view.addObject("form", new Posted(parameters));
        view.addObject("kept", kept(parameters));
        view.addObject("plan", plan);
        var concerned = plan == null ? chosen : plan.concerned();
        view.addObject("count", concerned.size());
        view.addObject("expected", plan == null ? "" : plan.shown());
        view.addObject("shown", concerned.stream().limit(SHOWN).toList());
        view.addObject(
                "left",
                plan == null ? List.of() : plan.left().stream().limit(SHOWN).toList());
        view.addObject("leftCount", plan == null ? 0 : plan.left().size());
        if (!wrong.isEmpty()) {
            view.addObject("fieldErrors", wrong);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    /** What was chosen on the list, to be sent again with the form. */
    private static List<Map.Entry<String, String>> kept(MultiValueMap<String, String> parameters) {
        var kept = new ArrayList<Map.Entry<String, String>>();
        var listing =
                new LinkedHashMap<String, List<String>>(Listing.of(parameters).parameters());
        for (var name : List.of("action", "id", "all", "view"))
            listing.put(name, parameters.getOrDefault(name, List.of()));
        listing.forEach((name, values) -> values.forEach(value -> kept.add(Map.entry(name, value))));
        return kept;
    }

    private static String back(ConferenceView conference, MultiValueMap<String, String> parameters) {
        var view = parameters.getFirst("view");
        return Listing.of(parameters)
                .address(
                        "/manage/conferences/" + conference.slug() + "/delegates",
                        view == null ? Map.of() : Map.of("view", view));
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
