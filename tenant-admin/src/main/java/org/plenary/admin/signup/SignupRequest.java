package org.plenary.admin.signup;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** What is sent to sign up, from the page and from programs alike; nothing of it is checked yet. */
record SignupRequest(
        @Nullable Organization organization,
        @Nullable Owner owner,
        @Nullable String plan) {
    static final SignupRequest EMPTY = new SignupRequest(null, null, null);

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
