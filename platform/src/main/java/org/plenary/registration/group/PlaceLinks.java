package org.plenary.registration.group;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secret links of places. Only hashes are kept, so each link that is given out has a secret of its own. */
@Component
class PlaceLinks {
    private final PlaceRows places;
    private final Urls urls;

    PlaceLinks(PlaceRows places, Urls urls) {
        this.places = places;
        this.urls = urls;
    }

    /** The place, when the caller holds a link to it. @throws Problem.NotFound also when the secret is wrong */
    @Transactional(readOnly = true)
    public Place open(ConferenceView conference, UUID id, @Nullable String secret) {
        return places.find(conference.id(), id)
                .filter(place -> place.opensWith(secret))
                .orElseThrow(() -> new Problem.NotFound("This place"));
    }

    @Transactional
    public URI make(ConferenceView conference, UUID place) {
        var secret = Ids.secret();
        places.addSecret(place, Secrets.hash(secret));
        return urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/places/" + place + "?secret=" + secret);
    }
}
