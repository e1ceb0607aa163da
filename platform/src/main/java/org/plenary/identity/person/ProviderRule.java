package org.plenary.identity.person;

import org.jspecify.annotations.Nullable;
import org.plenary.identity.provider.Registrations;
import org.plenary.identity.session.SignedIn;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.tenancy.Tenancy;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Whether the bound organization wants its people to come by one of the providers that it offers, and not by password or passkey.
 * Its owners may always come by what is theirs: a provider that is down or set up wrongly must not lock everybody out. While it
 * offers none, there is no such rule.
 */
@Component
public class ProviderRule {
    private final Registrations registrations;
    private final StoredSignIns signIns;
    private final People people;

    ProviderRule(Registrations registrations, StoredSignIns signIns, People people) {
        this.registrations = registrations;
        this.signIns = signIns;
        this.people = people;
    }

    /** Whether nothing opens for this member before they have come by a provider. */
    public boolean holdsBack(Person person, @Nullable Authentication authentication) {
        var tenant = Tenancy.require();
        if (!registrations.isProvidersOnly(tenant)) return false;
        var today = people.today();
        if (person.grants().stream().anyMatch(grant -> grant.role() == Role.OWNER && grant.holdsOn(today)))
            return false;
        return SignedIn.idOf(authentication)
                .flatMap(signIns::provider)
                .filter(provider -> registrations.isOffered(tenant, provider))
                .isEmpty();
    }
}
