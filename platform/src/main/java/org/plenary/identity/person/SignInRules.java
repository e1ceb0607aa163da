package org.plenary.identity.person;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What the bound organization wants of how its people sign in. */
@Component
public record SignInRules(SecondFactorRules factors, ProviderRule providers) {
    /** Whether nothing opens for this member before they have signed in otherwise, or shown more. */
    public boolean holdBack(Person person, @Nullable Authentication authentication) {
        return factors.holdsBack(person, authentication) || providers.holdsBack(person, authentication);
    }
}
