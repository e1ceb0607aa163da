package org.plenary.conference.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who decides for the offices of the chain: with the right to give people roles. */
@Controller
@TenantHost
@Requires(Permission.STAFF_WRITE)
@RequestMapping("/manage/conferences/{conference}/approval/offices")
class OfficePages {
    private static final String OFFICE = "office.";
    private static final int MOST = 20;

    private final ConferenceApi conferences;
    private final SeekingApproval seeking;
    private final OfficePeople people;
    private final ApplicationWords words;
    private final PageErrors errors;

    OfficePages(
            ConferenceApi conferences,
            SeekingApproval seeking,
            OfficePeople people,
            ApplicationWords words,
            PageErrors errors) {
        this.conferences = conferences;
        this.seeking = seeking;
        this.people = people;
        this.words = words;
        this.errors = errors;
    }

    public record Line(String name, String label) {}

    @GetMapping
    ModelAndView form(@PathVariable String conference, Locale locale) {
        var found = conferences.bySlug(conference);
        var form = Posted.empty();
        people.of(found).forEach((office, people) -> form.set(OFFICE + office, String.join(", ", people)));
        return page(found, form, locale);
    }

    @PostMapping
    ModelAndView assign(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var posted = new Posted(values);
        try {
            people.assign(found, read(posted, offices(found)));
        } catch (Problem.InvalidInput e) {
            return errors.refused(page(found, posted, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("offices-saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + found.slug() + "/approval/application");
    }

    private static Map<String, List<String>> read(Posted posted, Set<String> offices) {
        var wrong = new Violations();
        var all = new LinkedHashMap<String, List<String>>();
        for (var office : offices) {
            var people = new ArrayList<String>();
            for (var each : posted.get(OFFICE + office).split("[\\s,;，；]+")) {
                if (each.isBlank()) continue;
                wrong.email("/office/" + office, each);
                people.add(each.toLowerCase(Locale.ROOT));
            }
            wrong.check(people.size() <= MOST, "/office/" + office, "range", "This is too small or too large.");
            all.put(office, people.stream().distinct().toList());
        }
        wrong.throwIfAny();
        return all;
    }

    private Set<String> offices(ConferenceView conference) {
        var offices = new LinkedHashSet<String>();
        seeking.of(conference).ifPresent(stand -> stand.chain().main().forEach(step -> offices.addAll(step.offices())));
        offices.remove(Chain.APPLICANT);
        return offices;
    }

    private ModelAndView page(ConferenceView conference, Posted form, Locale locale) {
        return new ModelAndView("conference/offices")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("form", form)
                .addObject(
                        "offices",
                        offices(conference).stream()
                                .map(office -> new Line(OFFICE + office, words.office(office, locale)))
                                .toList());
    }
}
