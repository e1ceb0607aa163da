package org.plenary.registration.order;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's preview of a version of the form, as delegates with some fee see it; nothing can be sent. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/form/preview")
@Requires(Permission.CONFERENCE_READ)
class PreviewPages {
    private static final String FEE = "delegates.0.fee";

    private final ConferenceApi conferences;
    private final Forms forms;
    private final CartView cartView;

    PreviewPages(ConferenceApi conferences, Forms forms, CartView cartView) {
        this.conferences = conferences;
        this.forms = forms;
        this.cartView = cartView;
    }

    /** @param part draws the form alone, to stand beside the builder */
    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(defaultValue = "false") boolean part,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var form = version == null
                ? forms.newest(Purpose.REGISTRATION, found.id())
                : forms.version(Purpose.REGISTRATION, found.id(), version)
                        .orElseThrow(() -> new Problem.NotFound("This version of the form"));
        var groups = new HashMap<>(cartView.groups(found));
        groups.put("", all(groups));
        var isFirst = !values.containsKey("delegates.0.at");
        var cart =
                isFirst ? CartForm.blank(form, groups) : CartForm.of(new LinkedMultiValueMap<>(values), form, groups);
        if (isFirst && values.containsKey(FEE)) cart.posted().set(FEE, values.getFirst(FEE));
        return new ModelAndView(part ? "registration/preview :: form" : "registration/preview")
                .addObject("slug", conference)
                .addObject("version", form.version())
                .addObject("fees", cartView.fees(found, locale))
                .addObject("live", cartView.live(cart, form))
                .addObject("delegates", cartView.delegates(found, cart, form, locale));
    }

    /** Without a fee the preview shows what anybody could be asked. */
    private static Set<String> all(Map<String, Set<String>> groups) {
        return groups.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
