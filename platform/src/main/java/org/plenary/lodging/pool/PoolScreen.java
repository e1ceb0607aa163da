package org.plenary.lodging.pool;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Choice;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.OrderPart.Row;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of somebody in the pool, or on the way into it. */
@Component
class PoolScreen {
    private final Pool pool;
    private final Grounds grounds;
    private final Suiting suiting;
    private final PairCards pairs;
    private final PoolWords words;

    PoolScreen(Pool pool, Grounds grounds, Suiting suiting, PairCards pairs, PoolWords words) {
        this.pool = pool;
        this.grounds = grounds;
        this.suiting = suiting;
        this.pairs = pairs;
        this.words = words;
    }

    /** @param id of the request, or of the other one while nobody has asked */
    record Card(UUID id, String title, List<Row> rows) {}

    /** @param form as it was posted; null for what is known */
    ModelAndView page(
            ConferenceView conference, Opened order, @Nullable String secret, @Nullable PoolForm form, Locale locale) {
        var ground = grounds.of(conference, order);
        var seeker = pool.of(order).orElse(null);
        var looking = seeker == null || seeker.resting() ? null : seeker;
        return new ModelAndView("lodging/pool")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("code", order.code())
                .addObject("secret", secret)
                .addObject("state", seeker == null ? "out" : seeker.resting() ? "resting" : "in")
                .addObject("isOpen", !ground.isNone())
                .addObject("pair", pairs.of(conference, order.id(), locale).orElse(null))
                .addObject("mine", seeker == null ? List.of() : words.rows(seeker.wishes(), locale))
                .addObject("asking", looking == null ? List.of() : cards(suiting.asking(conference, looking), locale))
                .addObject("asked", looking == null ? List.of() : cards(suiting.asked(conference, looking), locale))
                .addObject(
                        "proposals",
                        looking == null ? List.of() : cards(suiting.proposals(conference, looking), locale))
                .addObject("form", form != null ? form : filled(conference, order, seeker))
                .addObject("isPosted", form != null)
                .addObject("rooms", ground.beds().size() < 2 ? List.of() : rooms(ground, locale))
                .addObject("asksNights", ground.beds().isEmpty())
                .addObject("languages", words.languages(locale))
                .addObject("smoking", words.smoking(locale))
                .addObject("rhythms", words.rhythms(locale))
                .addObject("genders", words.genders(locale))
                .addObject("wants", words.wants(locale));
    }

    private PoolForm filled(ConferenceView conference, Opened order, @Nullable Seeker seeker) {
        if (seeker != null) return PoolForm.of(seeker);
        var nights = conference.endsOn().isAfter(conference.startsOn())
                ? conference.endsOn()
                : conference.startsOn().plusDays(1);
        return PoolForm.fresh(order.buyer(), conference.startsOn(), nights);
    }

    private List<Card> cards(List<Found> found, Locale locale) {
        return found.stream()
                .map(each -> new Card(
                        each.request() == null ? each.seeker() : each.request(),
                        words.title(each, locale),
                        words.rows(each, locale)))
                .toList();
    }

    private List<Choice> rooms(Grounds.Ground ground, Locale locale) {
        return ground.beds().stream()
                .map(bed -> new Choice(bed.id().toString(), words.room(bed, locale)))
                .toList();
    }
}
