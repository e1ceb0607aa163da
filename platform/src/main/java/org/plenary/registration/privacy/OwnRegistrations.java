package org.plenary.registration.privacy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.OwnRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody has registered for, by the address that they have shown to be theirs: of their own orders everything, of an order that
 * somebody else made for them only what is about them.
 */
@Component
class OwnRegistrations implements OwnRecords {
    private final JdbcClient jdbc;
    private final ConferenceApi conferences;
    private final Subjects subjects;
    private final OwnData data;
    private final Wishes wishes;

    OwnRegistrations(JdbcClient jdbc, ConferenceApi conferences, Subjects subjects, OwnData data, Wishes wishes) {
        this.jdbc = jdbc;
        this.conferences = conferences;
        this.subjects = subjects;
        this.data = data;
        this.wishes = wishes;
    }

    /** How one asks to be forgotten. */
    @Component
    record Wishes(Erasures erasures, AskingErasure.Hindrances hindrances, Clock clock) {}

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var held = new LinkedHashMap<String, Object>();
        if (who.email().isEmpty()) return held;
        var orders = new ArrayList<Map<String, Object>>();
        for (var order : orders(who)) {
            var subject = subjects.of(order);
            orders.add(data.all(conferences.byId(subject.conference()), subject, language));
        }
        if (!orders.isEmpty()) held.put("registrations", orders);
        var elsewhere = delegates(who);
        if (!elsewhere.isEmpty())
            held.put("registered_by_others", data.people(alone(who, elsewhere, language), language));
        return held;
    }

    /** As if there were nobody else in the order. */
    private static Subject alone(Who who, List<UUID> delegates, Locale language) {
        var nobody = new UUID(0, 0);
        return new Subject(
                nobody,
                nobody,
                "",
                "",
                who.email(),
                language,
                false,
                List.of(),
                delegates,
                List.of(),
                List.of(who.email()),
                List.of());
    }

    /**
     * For each registration that is over its organizer decides within a month. One that is still needed stays, and its organizer is
     * asked by its link.
     */
    @Override
    public void leave(Who who) {
        if (who.email().isEmpty()) return;
        for (var order : orders(who)) {
            var subject = subjects.of(order);
            if (wishes.hindrances()
                    .of(conferences.byId(subject.conference()), subject)
                    .isEmpty()) wishes.erasures().insert(subject, wishes.clock().instant());
        }
    }

    /** The first order of each registration. */
    private List<UUID> orders(Who who) {
        return jdbc.sql(
                        "SELECT id FROM orders WHERE lower(contact_email) = ? AND added_to IS NULL ORDER BY id LIMIT 500")
                .param(who.email())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private List<UUID> delegates(Who who) {
        return jdbc.sql("""
                        SELECT d.id FROM delegate d JOIN orders o ON o.id = d.order_id
                        WHERE lower(d.email) = :email AND lower(o.contact_email) <> :email ORDER BY d.id LIMIT 500""")
                .param("email", who.email())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
