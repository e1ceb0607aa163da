package org.plenary.lodging.mate;

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

/** The personal links of invitations. Only hashes are kept, so each mail has a secret of its own. */
@Component
class MateLinks {
    private final MateRows rows;
    private final Urls urls;

    MateLinks(MateRows rows, Urls urls) {
        this.rows = rows;
        this.urls = urls;
    }

    /** @param hasPart whether they are asked to pay a part of the room, or were */
    record Invitation(Mate mate, Room room, boolean hasPart) {}

    /** @throws Problem.NotFound also when the secret is wrong */
    @Transactional(readOnly = true)
    public Invitation open(ConferenceView conference, UUID mate, @Nullable String secret) {
        return rows.mate(mate)
                .filter(each -> each.opensWith(secret))
                .flatMap(each -> rows.room(conference.id(), each.room())
                        .map(room -> new Invitation(each, room, rows.hasPart(mate))))
                .orElseThrow(() -> new Problem.NotFound("This invitation"));
    }

    @Transactional
    public String make(ConferenceView conference, UUID mate) {
        var secret = Ids.secret();
        rows.addSecret(mate, Secrets.hash(secret));
        var path = "/c/" + conference.slug() + "/room-mates/" + mate + "?secret=" + secret;
        return urls.tenant(Tenancy.require(), path).toString();
    }
}
