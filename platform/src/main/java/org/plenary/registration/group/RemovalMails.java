package org.plenary.registration.group;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.registration.OrderEnded;
import org.plenary.registration.group.PlaceMails.PlacePost;
import org.plenary.registration.order.GroupOrders;
import org.plenary.registration.order.LinesCancelled;
import org.plenary.tenancy.OutboundListener;
import org.springframework.stereotype.Component;

/** Writes to people of groups whose ticket is worth nothing any more: taken out of their place, or the place was cancelled. */
@Component
class RemovalMails {
    private final Mails mails;
    private final ConferenceApi conferences;
    private final PlaceRows places;
    private final PlacePost post;
    private final GroupOrders orders;

    RemovalMails(Mails mails, ConferenceApi conferences, PlaceRows places, PlacePost post, GroupOrders orders) {
        this.mails = mails;
        this.conferences = conferences;
        this.places = places;
        this.post = post;
        this.orders = orders;
    }

    private record Told(String name, String email, Locale locale) {}

    @OutboundListener(id = "registration.mail-place-vacated")
    public void on(PlaceVacated vacated) {
        var removed = places.removed(vacated.place(), vacated.revision()).orElse(null);
        if (removed == null) return;
        var group = post.group(post.place(vacated.conference(), vacated.place()));
        var told = new Told(removed.name(), removed.email(), Locale.forLanguageTag(removed.locale()));
        write(group, told, "group-removal:" + vacated.place() + ":" + vacated.revision());
        places.forgetRemoved(vacated.place(), vacated.revision());
    }

    @OutboundListener(id = "registration.mail-group-ended")
    public void on(OrderEnded ended) {
        if (ended.cancelled()) cancelled(ended.order());
    }

    @OutboundListener(id = "registration.mail-group-lines-cancelled")
    public void on(LinesCancelled cancelled) {
        cancelled(cancelled.order());
    }

    /** Each is told once, by the key of the mail. Nobody was written to before the order was certain. */
    private void cancelled(UUID order) {
        var group = orders.find(order).orElse(null);
        if (group == null || group.order().confirmedAt() == null) return;
        for (var place : places.of(order)) {
            if (place.isLive() || !place.isNamed() || place.email().isBlank()) continue;
            var locale = place.locale() == null ? group.order().locale() : place.locale();
            write(group, new Told(place.name(), place.email(), locale), "group-cancelled:" + place.id());
        }
    }

    private void write(GroupOrders.Group group, Told told, String key) {
        var conference = conferences.byId(group.order().conference()).name().in(told.locale());
        mails.send(new Mails.Mail(
                key,
                told.email(),
                "mail/registration/group-removal",
                told.locale(),
                List.of(conference),
                Map.of(
                        "name",
                        told.name(),
                        "conference",
                        conference,
                        "organization",
                        group.organization(),
                        "coordinator",
                        group.order().contact().name()),
                List.of()));
    }
}
