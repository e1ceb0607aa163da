package org.plenary.admin.signup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the sign-up page shows. */
@Component
class SignupFormView {
    private final SignupChoices choices;
    private final Slugs slugs;
    private final PageErrors errors;
    private final Urls urls;

    SignupFormView(SignupChoices choices, Slugs slugs, PageErrors errors, Urls urls) {
        this.choices = choices;
        this.slugs = slugs;
        this.errors = errors;
        this.urls = urls;
    }

    /** Whoever signs up on the page is asked for the terms; without a mark they are refused. */
    SignupRequest asked(SignupRequest form) {
        return form.acceptedTerms() == null && !choices.terms(Locale.ROOT).isEmpty() ? form.refusingTerms() : form;
    }

    /** The values as they were typed; the password is not among them. */
    record Values(String name, String country, String locale, String timeZone, String ownerName, String ownerEmail) {}

    /** @param free what the note below the address says: null where there is nothing to say */
    record Address(String slug, String suffix, @Nullable Boolean free) {}

    String show(SignupRequest form, Locale locale, Model model) {
        var organization = form.organizationOrEmpty();
        var owner = form.ownerOrEmpty();
        model.addAttribute(
                "values",
                new Values(
                        text(organization.name()),
                        text(organization.country()),
                        organization.locale() == null ? locale.toLanguageTag() : organization.locale(),
                        text(organization.timeZone()),
                        text(owner.name()),
                        text(owner.email())));
        model.addAttribute("address", new Address(slug(organization), suffix(), null));
        model.addAttribute("countries", choices.countries(locale));
        model.addAttribute("languages", choices.languages());
        model.addAttribute("zones", choices.zones());
        model.addAttribute("terms", choices.terms(locale));
        var accepted = form.acceptedTerms() == null ? "" : String.valueOf(form.acceptedTerms());
        model.addAttribute("acceptedTerms", List.of(accepted));
        return "admin/signup";
    }

    void showAddress(SignupRequest form, Locale locale, Model model) {
        var slug = slug(form.organizationOrEmpty());
        var violations = new Violations();
        if (!slug.isEmpty()) slugs.check(violations, "/organization/slug", slug);
        var problem = violations.isEmpty() ? null : new Problem.InvalidInput(violations.list());
        model.addAttribute("fieldErrors", problem == null ? Map.of() : errors.of(problem, locale));
        model.addAttribute("address", new Address(slug, suffix(), slug.isEmpty() || problem != null ? null : true));
    }

    private String slug(SignupRequest.Organization organization) {
        var typed = text(organization.slug());
        return typed.isBlank() ? slugs.suggest(organization.name()) : typed;
    }

    /** {@code .plenary.example}: what stands behind the slug in the tenant's address. */
    private String suffix() {
        return "." + urls.platform("/").getAuthority();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
