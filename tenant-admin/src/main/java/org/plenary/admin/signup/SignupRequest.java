package org.plenary.admin.signup;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What is sent to sign up, from the page and from programs alike; nothing of it is checked yet.
 *
 * @param acceptedTerms the version of the terms of use; the page asks for it, and whom a program signed up is asked later
 */
record SignupRequest(
        @Nullable Organization organization,
        @Nullable Owner owner,
        @Nullable String plan,
        @BindParam("accepted_terms") @Nullable Integer acceptedTerms) {
    static final SignupRequest EMPTY = new SignupRequest(null, null, null, null);

    /** There is no version zero. */
    static final int NO_TERMS = 0;

    SignupRequest refusingTerms() {
        return new SignupRequest(organization, owner, plan, NO_TERMS);
    }

    record Organization(
            @Nullable String name,
            @Nullable String slug,
            @Nullable String country,
            @Nullable String locale,
            @BindParam("time_zone") @Nullable String timeZone) {
        static final Organization EMPTY = new Organization(null, null, null, null, null);
    }

    /** Its text hides the password, for requests end up in logs. */
    record Owner(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password) {
        static final Owner EMPTY = new Owner(null, null, null);

        @Override
        public String toString() {
            return "Owner[" + name + "]";
        }
    }

    Organization organizationOrEmpty() {
        return organization == null ? Organization.EMPTY : organization;
    }

    Owner ownerOrEmpty() {
        return owner == null ? Owner.EMPTY : owner;
    }
}
