package org.plenary.registration.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.registration.form.Forms;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organizer's preview of a version of the form, as delegates see it; nothing can be sent. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/form/preview")
@Requires(Permission.CONFERENCE_READ)
class PreviewPages {
    private final ConferenceApi conferences;
    private final Forms forms;
    private final CartView cartView;

    PreviewPages(ConferenceApi conferences, Forms forms, CartView cartView) {
        this.conferences = conferences;
        this.forms = forms;
        this.cartView = cartView;
    }

    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    ModelAndView show(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var form = version == null
                ? forms.newest(found.id())
                : forms.version(found.id(), version)
                        .orElseThrow(() -> new Problem.NotFound("This version of the form"));
        return new ModelAndView("registration/preview")
                .addObject("slug", conference)
                .addObject("version", form.version())
                .addObject("delegates", cartView.delegates(found, CartForm.of(values, form), form, locale));
    }
}
