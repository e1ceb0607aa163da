package org.plenary.conference.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.plenary.conference.approval.RulePack.State;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Operators maintain the packs of compliance rules. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping(RulePackPages.LIST)
class RulePackPages {
    static final String LIST = "/operator/rule-packs";
    private static final String VERSION = "/{code}/{version:[0-9]+}";

    private final RulePackRows packs;
    private final MaintainingRules maintaining;
    private final RuleView view;
    private final Shown shown;

    RulePackPages(RulePackRows packs, MaintainingRules maintaining, RuleView view, Shown shown) {
        this.packs = packs;
        this.maintaining = maintaining;
        this.view = view;
        this.shown = shown;
    }

    @Component("rulePackShown")
    record Shown(MessageSource messages, PageErrors errors, Clock clock) {
        Flash success(String key, Locale locale) {
            return Flash.success(String.valueOf(messages.getMessage("conference.rules." + key, null, locale)));
        }

        LocalDate today() {
            return LocalDate.now(clock.withZone(ZoneOffset.UTC));
        }
    }

    @GetMapping
    ModelAndView list(Locale locale) {
        return new ModelAndView("conference/rule-packs")
                .addObject("packs", packs.all())
                .addObject("locale", locale);
    }

    @GetMapping("/new")
    ModelAndView ask() {
        return form(Posted.empty().set("effective_from", shown.today()));
    }

    private static ModelAndView form(Posted form) {
        return new ModelAndView("conference/rule-pack-form").addObject("form", form);
    }

    /** Of a new pack, or of the next version of one that there is. */
    @PostMapping
    ModelAndView begin(@RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            var draft = maintaining.begin(form);
            redirect.addFlashAttribute("flash", shown.success("drafted", locale));
            return to(draft);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(form(form), e, locale);
        }
    }

    @GetMapping(VERSION)
    ModelAndView one(@PathVariable String code, @PathVariable int version, Locale locale) {
        var pack = find(code, version);
        return page(pack, filled(pack), locale);
    }

    private Posted filled(RulePack pack) {
        return Posted.empty()
                .set("title", pack.title())
                .set("effective_from", pack.effectiveFrom())
                .set("rules", packs.rules(pack));
    }

    private ModelAndView page(RulePack pack, Posted form, Locale locale) {
        return new ModelAndView("conference/rule-pack")
                .addObject("pack", pack)
                .addObject("packTitle", pack.title().in(locale))
                .addObject("chosen", packs.countChosen(pack.code()))
                .addObject("isDraft", pack.state() == State.DRAFT)
                .addObject("groups", view.of(pack, locale))
                .addObject("form", form);
    }

    @PostMapping(VERSION)
    ModelAndView change(
            @PathVariable String code,
            @PathVariable int version,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var pack = find(code, version);
        var form = new Posted(values);
        try {
            maintaining.change(pack, form);
            redirect.addFlashAttribute("flash", shown.success("saved", locale));
            return to(pack);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return refused(page(pack, form, locale), e, locale);
        }
    }

    /** The next version of a pack begins as a copy of this one. */
    @GetMapping(VERSION + "/next")
    ModelAndView next(@PathVariable String code, @PathVariable int version) {
        var pack = find(code, version);
        return form(filled(pack).set("code", pack.code()).set("effective_from", shown.today()));
    }

    @PostMapping(VERSION + "/publication")
    ModelAndView publish(
            @PathVariable String code, @PathVariable int version, Locale locale, RedirectAttributes redirect) {
        var pack = find(code, version);
        return done(pack, () -> maintaining.publish(pack), "published", locale, redirect);
    }

    @PostMapping(VERSION + "/withdrawal")
    ModelAndView withdraw(
            @PathVariable String code, @PathVariable int version, Locale locale, RedirectAttributes redirect) {
        var pack = find(code, version);
        return done(pack, () -> maintaining.withdraw(pack), "withdrawn", locale, redirect);
    }

    @PostMapping(VERSION + "/removal")
    ModelAndView discard(
            @PathVariable String code, @PathVariable int version, Locale locale, RedirectAttributes redirect) {
        var pack = find(code, version);
        var done = done(pack, () -> maintaining.discard(pack), "discarded", locale, redirect);
        if (done.getStatus() == null) done.setViewName("redirect:" + LIST);
        return done;
    }

    private ModelAndView done(RulePack pack, Runnable act, String key, Locale locale, RedirectAttributes redirect) {
        try {
            act.run();
            redirect.addFlashAttribute("flash", shown.success(key, locale));
            return to(pack);
        } catch (Problem.Conflict e) {
            return refused(page(pack, filled(pack), locale), e, locale);
        }
    }

    private ModelAndView refused(ModelAndView page, Problem problem, Locale locale) {
        page.addObject("fieldErrors", shown.errors().of(problem, locale));
        page.setStatus(problem instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView to(RulePack pack) {
        return new ModelAndView("redirect:" + LIST + "/" + pack.code() + "/" + pack.version());
    }

    private RulePack find(String code, int version) {
        return packs.find(code, version).orElseThrow(() -> new Problem.NotFound("The rule pack"));
    }
}
