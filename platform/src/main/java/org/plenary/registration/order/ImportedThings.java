package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.BroughtIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** As {@link ImportedOrders}, for things that other modules sell. */
@Component
class ImportedThings implements BroughtIn {
    private static final String SETTLED = "paid_elsewhere";

    private final Orders orders;
    private final OrderSources sources;
    private final Places places;
    private final Confirmation confirmation;
    private final HoldTimes holds;

    ImportedThings(Orders orders, OrderSources sources, Places places, Confirmation confirmation, HoldTimes holds) {
        this.orders = orders;
        this.sources = sources;
        this.places = places;
        this.confirmation = confirmation;
        this.holds = holds;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void place(ConferenceView conference, List<Thing> things) {
        places.guard(conference);
        var lines = new ArrayList<Quote.Line>();
        for (var thing : things) {
            var quote = quote(conference, thing);
            place(conference, thing, quote);
            lines.addAll(quote.lines());
        }
        var together = new Quote(conference.currency(), lines, List.of(), List.of(), Map.of(), List.of());
        if (!places.take(conference.id(), together).isEmpty())
            throw new Problem.Conflict("sold_out_here", "There is no place left.");
    }

    private void place(ConferenceView conference, Thing thing, Quote quote) {
        var id = Ids.next();
        orders.insert(
                id,
                conference.id(),
                new Contact(thing.name(), thing.email(), thing.country(), null),
                thing.locale(),
                quote,
                Secrets.hash(Ids.secret()),
                holds.start());
        places.reserve(id, quote);
        sources.imported(id, SETTLED, !thing.mails());
        confirmation.confirm(orders.find(id).orElseThrow(), null);
    }

    private static Quote quote(ConferenceView conference, Thing thing) {
        return new Quote(
                conference.currency(),
                List.of(Quote.Line.of(LineKind.ROOM, thing.quoted())),
                List.of(),
                List.of(new Quote.Reservation(thing.seller(), List.of(thing.quoted()))),
                Map.of(),
                List.of());
    }
}
