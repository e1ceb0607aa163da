package org.plenary.registration.delegate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.LineCancellations;
import org.plenary.registration.order.LineCancellations.Booked;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what cancelling many delegates does, and asks what becomes of the rooms and tours of those who are the last of their orders. */
@Component
class CancellationWords {
    private static final String FIELD = "booked";
    private static final String GO = "go";
    private static final String STAY = "stay";

    private final LineCancellations cancellations;
    private final Formats formats;
    private final MessageSource messages;

    CancellationWords(LineCancellations cancellations, Formats formats, MessageSource messages) {
        this.cancellations = cancellations;
        this.formats = formats;
        this.messages = messages;
    }

    /**
     * An order, and who of it goes.
     *
     * @param fees of those people
     * @param isLast whether nobody of the order is registered then
     * @param booked its rooms and tours; null for none
     */
    record Planned(
            List<Person> people,
            List<UUID> fees,
            boolean isLast,
            @Nullable Booked booked) {
        UUID order() {
            return people.getFirst().order();
        }

        String code() {
            return people.getFirst().code();
        }

        /** Whether rooms and tours can stay without a registration: those that are not paid go with their order. */
        boolean mayKeep() {
            return isLast && booked != null && people.getFirst().isConfirmed();
        }

        /** What goes; null for all of the order. */
        @Nullable
        List<UUID> lines(boolean isKeeping) {
            return !isLast || isKeeping && mayKeep() ? fees : null;
        }
    }

    static boolean isKeeping(Posted form) {
        return form.get(FIELD).equals(STAY);
    }

    BulkAction.Question question(ConferenceView conference, List<Planned> planned, Locale locale) {
        var asked = booked(planned, Planned::mayKeep, locale);
        var choices = List.of(
                new Choice(
                        GO,
                        text("registration.bulk.booked-go", locale),
                        text("registration.bulk.booked-go-help", locale, refund(conference, planned, false))),
                new Choice(
                        STAY,
                        text("registration.bulk.booked-stay", locale),
                        text("registration.bulk.booked-stay-help", locale, refund(conference, planned, true))));
        return new BulkAction.Question(FIELD, text("registration.bulk.booked-question", locale, asked), choices);
    }

    /** @param isAsked whether the {@link #question} is: it says what goes back */
    List<String> facts(ConferenceView conference, List<Planned> planned, boolean isAsked, Locale locale) {
        var facts = new ArrayList<String>();
        if (!isAsked)
            facts.add(text("registration.bulk.cancellation-refund", locale, refund(conference, planned, false)));
        var last = planned.stream().filter(Planned::isLast).count();
        facts.add(text(
                isAsked ? "registration.bulk.cancellation-last" : "registration.bulk.cancellation-orders",
                locale,
                planned.size(),
                last));
        Predicate<Planned> goes = each -> each.isLast() && !(isAsked && each.mayKeep());
        if (planned.stream().anyMatch(goes.and(each -> each.booked() != null)))
            facts.add(text("registration.bulk.booked-free", locale, booked(planned, goes, locale)));
        Predicate<Planned> stays = each -> !each.isLast();
        if (planned.stream().anyMatch(stays.and(each -> each.booked() != null)))
            facts.add(text("registration.bulk.booked-others", locale, booked(planned, stays, locale)));
        var untold = cancellations.untold(planned.stream().map(Planned::order).toList());
        facts.add(text("registration.bulk.cancellation-mails", locale, planned.size() - untold, untold));
        facts.add(text("registration.bulk.cancellation-for-good", locale));
        return facts;
    }

    /** Two rooms (five nights) and a place on a tour. */
    private String booked(List<Planned> planned, Predicate<Planned> which, Locale locale) {
        var all = planned.stream()
                .filter(which)
                .flatMap(each -> Stream.ofNullable(each.booked()))
                .toList();
        var rooms = all.stream().mapToInt(Booked::rooms).sum();
        var nights = all.stream().mapToInt(Booked::nights).sum();
        var places = all.stream().mapToInt(Booked::places).sum();
        if (rooms == 0) return text("registration.bulk.places", locale, places);
        var inRooms = text("registration.bulk.rooms", locale, rooms, nights);
        if (places == 0) return inRooms;
        return text(
                "registration.bulk.rooms-and-places",
                locale,
                inRooms,
                text("registration.bulk.places", locale, places));
    }

    private String refund(ConferenceView conference, List<Planned> planned, boolean isKeeping) {
        var refunds = new TreeMap<CurrencyUnit, Money>();
        refunds.put(conference.currency(), Money.zero(conference.currency()));
        for (var each : planned) {
            var refund = cancellations.refund(each.order(), each.lines(isKeeping));
            refunds.merge(refund.getCurrencyUnit(), refund, Money::plus);
        }
        return refunds.values().stream().map(formats::money).collect(Collectors.joining(" · "));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
