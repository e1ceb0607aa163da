package org.plenary.registration.fee;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceApi;
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

/** The organizer's page of what holds of all sales. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/sales-rules")
class SalesRulesPages {
    private final ConferenceApi conferences;
    private final SalesRules rules;
    private final PageErrors errors;
    private final MessageSource messages;

    SalesRulesPages(ConferenceApi conferences, SalesRules rules, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.rules = rules;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var kept = rules.of(conferences.bySlug(conference).id());
        var form = Posted.empty()
                .set("donations", kept.donations())
                .set(
                        "price_rule",
                        kept.priceRule() == null ? null : kept.priceRule().wire())
                .set("price_notice_days", kept.priceNoticeDays());
        return page(conference, form, Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var form = new Posted(values);
        try {
            var days = form.integer("price_notice_days");
            form.throwIfWrong();
            rules.set(found, new SalesRules.Rules(form.isOn("donations"), rule(form.get("price_rule")), days));
        } catch (Problem.InvalidInput e) {
            var view = page(conference, form, errors.of(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(text("registration.rules.saved", locale)));
        return new ModelAndView("redirect:/manage/conferences/" + conference + "/sales-rules");
    }

    private static PriceRule rule(String wire) {
        return wire.equals(PriceRule.LOCKED_WHEN_PAID.wire())
                ? PriceRule.LOCKED_WHEN_PAID
                : PriceRule.LOCKED_WHEN_ORDERED;
    }

    private ModelAndView page(String conference, Posted form, Map<String, String> wrong, Locale locale) {
        var view = new ModelAndView("registration/sales-rules")
                .addObject("slug", conference)
                .addObject("form", form)
                .addObject("mostDays", SalesRules.Rules.MOST_NOTICE_DAYS)
                .addObject("priceRules", priceRules(locale));
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }

    private List<Choice> priceRules(Locale locale) {
        return Arrays.stream(PriceRule.values())
                .map(rule -> {
                    var key = "registration.price-rule." + rule.wire().replace('_', '-');
                    return new Choice(rule.wire(), text(key, locale), text(key + "-help", locale));
                })
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
