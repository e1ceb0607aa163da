package org.plenary.admin.signup;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.admin.terms.StoredTerms;
import org.plenary.identity.Accounts;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;

/** What a sign-up must say, and what is kept of it. */
@Component
class SignupRules {
    private static final String FREE = "free";
    private static final int NAME = 120;

    private final Slugs slugs;
    private final Accounts accounts;
    private final StoredTerms terms;

    SignupRules(Slugs slugs, Accounts accounts, StoredTerms terms) {
        this.slugs = slugs;
        this.accounts = accounts;
        this.terms = terms;
    }

    record Accepted(Signup.Wanted wanted, Signup.Owner owner) {}

    /** @throws Problem.InvalidInput naming every wrong member */
    Accepted accept(SignupRequest request) {
        var organization = request.organizationOrEmpty();
        var owner = request.ownerOrEmpty();
        check(request, organization, owner);
        return new Accepted(
                new Signup.Wanted(
                        given(organization.slug()),
                        given(organization.name()).strip(),
                        given(organization.country()),
                        Locale.forLanguageTag(given(organization.locale())),
                        ZoneId.of(given(organization.timeZone())),
                        FREE,
                        request.acceptedTerms()),
                new Signup.Owner(
                        given(owner.name()).strip(),
                        given(owner.email()).strip(),
                        accounts.hashPassword(given(owner.password()))));
    }

    private void check(SignupRequest request, SignupRequest.Organization organization, SignupRequest.Owner owner) {
        var violations = new Violations();
        violations.text("/organization/name", organization.name(), NAME);
        slugs.check(violations, "/organization/slug", organization.slug());
        violations.country("/organization/country", organization.country());
        checkLocale(violations, organization.locale());
        checkZone(violations, organization.timeZone());
        violations.text("/owner/name", owner.name(), NAME);
        violations.email(
                "/owner/email", owner.email() == null ? null : owner.email().strip());
        if (owner.password() == null || owner.password().isEmpty()) require(violations, "/owner/password");
        else accounts.checkPassword(violations, "/owner/password", owner.password());
        var plan = request.plan();
        violations.check(plan == null || plan.equals(FREE), "/plan", "choice", "There is no such plan to sign up for.");
        checkTerms(violations, request.acceptedTerms());
        violations.throwIfAny();
    }

    private void checkTerms(Violations violations, @Nullable Integer accepted) {
        if (accepted == null) return;
        if (accepted == SignupRequest.NO_TERMS)
            violations.add("/accepted_terms", "terms_not_accepted", "Please read and accept the terms of use.");
        else
            violations.check(
                    terms.current()
                            .filter(current -> current.version() == accepted)
                            .isPresent(),
                    "/accepted_terms",
                    "terms_changed",
                    "This is not the version that counts now.");
    }

    private static void checkLocale(Violations violations, @Nullable String locale) {
        if (locale == null || locale.isBlank()) require(violations, "/organization/locale");
        else
            violations.check(
                    Languages.ALL.stream().anyMatch(l -> l.toLanguageTag().equals(locale)),
                    "/organization/locale",
                    "choice",
                    "One of: en, zh-CN.");
    }

    private static void checkZone(Violations violations, @Nullable String zone) {
        if (zone == null || zone.isBlank()) require(violations, "/organization/time_zone");
        else
            violations.check(
                    ZoneId.getAvailableZoneIds().contains(zone),
                    "/organization/time_zone",
                    "time_zone",
                    "This is not a time zone.");
    }

    private static void require(Violations violations, String pointer) {
        violations.required(pointer, null);
    }

    /** After the check everything that is needed is there. */
    private static String given(@Nullable String value) {
        if (value == null) throw new IllegalStateException("not checked");
        return value;
    }
}
