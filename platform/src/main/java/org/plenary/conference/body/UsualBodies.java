package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets a conference begin with the usual bodies, their duties and who has what to do with them. */
@Component
class UsualBodies {
    private final BodyRows rows;
    private final AuditTrail audit;
    private final MessageSource messages;

    UsualBodies(BodyRows rows, AuditTrail audit, MessageSource messages) {
        this.rows = rows;
        this.audit = audit;
        this.messages = messages;
    }

    /** Those that a conference with these bodies has not. */
    static List<UsualBody> missing(List<Body> some) {
        return List.of(UsualBody.values()).stream()
                .filter(usual -> some.stream().noneMatch(body -> body.details().type() == usual.type()))
                .toList();
    }

    /**
     * Makes those of which there is none of that type; repeats safely. Whoever sets them up may not have the rights that they give:
     * they give none before somebody sits in them.
     */
    @Transactional
    public List<Body> begin(ConferenceView conference) {
        rows.lock(conference.id());
        var there = rows.all(conference.id());
        var ids = new EnumMap<BodyType, UUID>(BodyType.class);
        there.forEach(body -> ids.putIfAbsent(body.details().type(), body.id()));
        var missing = missing(there);
        missing.forEach(usual -> ids.put(usual.type(), Ids.next()));
        var made = new ArrayList<Body>();
        for (var usual : missing) {
            var body = body(usual, ids);
            rows.put(conference.id(), body);
            audit.record(
                    "body.created",
                    body.id().toString(),
                    Map.of("conference", conference.slug(), "type", usual.type().wire(), "role", usual.role()));
            made.add(body);
        }
        return made;
    }

    private Body body(UsualBody usual, Map<BodyType, UUID> ids) {
        var key = usual.type().messageKey();
        var details = new Body.Details(
                text("conference.body.usual-" + key),
                usual.type(),
                text("conference.body.mandate-" + key),
                usual.role(),
                false);
        var keys = usual.duties();
        var duties = new ArrayList<Duty>();
        for (var n = 0; n < keys.size(); n++) {
            var raci = new LinkedHashMap<UUID, Raci>();
            usual.raci(n).forEach((type, letter) -> {
                var id = ids.get(type);
                if (id != null) raci.put(id, letter);
            });
            duties.add(new Duty(Ids.next(), text("conference.body.duty-" + keys.get(n)), raci));
        }
        var id = ids.get(usual.type());
        if (id == null) throw new IllegalStateException("each that is missing has an id");
        return new Body(id, details, duties, List.of(), 0);
    }

    private LocalizedText text(String key) {
        return LocalizedText.of(
                messages.getMessage(key, null, Locale.ENGLISH),
                messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
