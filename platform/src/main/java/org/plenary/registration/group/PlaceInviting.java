package org.plenary.registration.group;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.RateLimits;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.registration.order.GroupOrders.Group;
import org.plenary.registration.order.OrderStatus;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to take the places of their group. */
@Component
class PlaceInviting {
    private static final Duration JUST_NOW = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int MAILS_A_DAY = 1000;
    private static final int REMINDERS_A_DAY = 5;

    private final PlaceRows places;
    private final RateLimits limits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlaceInviting(
            PlaceRows places, RateLimits limits, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.limits = limits;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param reminded how many were written to; @param unknown places whose person has no address yet */
    record Reminded(int reminded, int unknown) {}

    /**
     * Sends the link to a place that nobody has yet. The same once more within a minute sends nothing.
     *
     * @throws Problem.InvalidInput at {@code /email}
     * @throws Problem.Conflict {@code group_unpaid}, {@code place_taken} or {@code place_over}
     * @throws Problem.TooMany when this group has written too much today
     */
    @Transactional
    public void invite(ConferenceView conference, Group group, UUID id, @Nullable String email, boolean isStaff) {
        requirePaid(group);
        var place = requireFree(conference, group, id);
        var to = email == null ? "" : email.strip();
        new Violations().email("/email", to).throwIfAny();
        if (to.equalsIgnoreCase(place.sentTo()) && isWithin(place, JUST_NOW)) return;
        limits.take("group-mails:" + group.order().id(), MAILS_A_DAY, A_DAY);
        send(conference, place, to, false);
        if (isStaff) audit.record("group.invited", group.order().code(), Map.of("place", place.number()));
    }

    /** Writes once a day, at most, to everybody who was sent a link and has not used it; to each address once. */
    @Transactional
    public Reminded remindAll(ConferenceView conference, Group group, boolean isStaff) {
        requirePaid(group);
        limits.take("group-reminders:" + group.order().id(), REMINDERS_A_DAY, A_DAY);
        var written = new HashSet<String>();
        var unknown = 0;
        for (var place : places.of(group.order().id())) {
            if (!place.isLive() || place.isNamed()) continue;
            var to = place.sentTo();
            if (to == null) unknown++;
            else if (!isWithin(place, A_DAY) && written.add(to.toLowerCase(Locale.ROOT)))
                send(conference, place, to, true);
        }
        if (isStaff) audit.record("group.reminded", group.order().code(), Map.of("mails", written.size()));
        return new Reminded(written.size(), unknown);
    }

    /** Nobody is written to in the name of an order that may come to nothing, or was made only to write to people. */
    private static void requirePaid(Group group) {
        if (group.order().status() != OrderStatus.CONFIRMED)
            throw new Problem.Conflict("group_unpaid", "People are written to once the order is paid.");
    }

    Place requireFree(ConferenceView conference, Group group, UUID id) {
        var place = places.find(conference.id(), id)
                .filter(each -> each.order().equals(group.order().id()))
                .orElseThrow(() -> new Problem.NotFound("This place"));
        if (!place.isLive())
            throw new Problem.Conflict("place_over", "This place was cancelled, or its order has ended.");
        if (place.isNamed()) throw new Problem.Conflict("place_taken", "Somebody has this place already.");
        return place;
    }

    private boolean isWithin(Place place, Duration time) {
        return place.sentAt() != null && place.sentAt().plus(time).isAfter(clock.instant());
    }

    private void send(ConferenceView conference, Place place, String to, boolean isReminder) {
        var now = clock.instant();
        places.sent(place.id(), to, now);
        var key = "group-invitation:" + place.id() + ":" + now.toEpochMilli();
        events.publishEvent(new PlaceInvited(Tenancy.require().id(), conference.id(), place.id(), key, isReminder));
    }
}
