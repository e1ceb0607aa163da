package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerRules;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.Sellable;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.quota.Quotas;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Orders of delegates whom staff bring in: nothing is to be paid here, but capacities and quotas hold all the same. */
@Component
public class ImportedOrders {
    private final Orders orders;
    private final OrderSources sources;
    private final Places places;
    private final Confirmation confirmation;
    private final HoldTimes holds;

    ImportedOrders(Orders orders, OrderSources sources, Places places, Confirmation confirmation, HoldTimes holds) {
        this.orders = orders;
        this.sources = sources;
        this.places = places;
        this.confirmation = confirmation;
        this.holds = holds;
    }

    /** @param settled {@code invited} or {@code paid_elsewhere}; @param mails whether the confirmation goes out at once */
    public record Imported(
            Contact person,
            Fee fee,
            int formVersion,
            Map<String, JsonNode> answers,
            List<AnswerRules.Picked> picked,
            Locale locale,
            String settled,
            boolean mails) {}

    /**
     * Writes a confirmed order for each, in the caller's transaction if there is one. Places are taken together, as the last
     * thing.
     *
     * @throws Problem.Conflict {@code sold_out_here}; the transaction is then rolled back
     */
    @Transactional
    public void place(ConferenceView conference, List<Imported> all) {
        var quotas = places.guard(conference);
        var lines = new ArrayList<Quote.Line>();
        for (var imported : all) {
            var quote = quote(conference, imported, quotas);
            place(conference, imported, quote);
            lines.addAll(quote.lines());
        }
        var together = quote(conference, lines, List.of());
        if (!places.take(conference.id(), together).isEmpty())
            throw new Problem.Conflict("sold_out_here", "There is no place left.");
    }

    private void place(ConferenceView conference, Imported imported, Quote quote) {
        var id = Ids.next();
        orders.insert(
                id,
                conference.id(),
                imported.person(),
                imported.locale(),
                quote,
                Secrets.hash(Ids.secret()),
                holds.start());
        sources.imported(id, imported.settled(), !imported.mails());
        confirmation.confirm(orders.find(id).orElseThrow(), null);
    }

    private static Quote quote(ConferenceView conference, Imported imported, Quotas.Memberships quotas) {
        var fee = imported.fee();
        var person = imported.person();
        var delegate = Ids.next();
        var lines = new ArrayList<Quote.Line>();
        lines.add(line(
                conference, "fee", fee.name().in(imported.locale()), fee, takes(fee.stockKey(), quotas), delegate));
        for (var pick : imported.picked()) {
            var option = pick.option();
            var key = FormDefinition.optionKey(pick.field(), option);
            if (option.price() == null
                    && option.capacity() == null
                    && quotas.keysFor(key).isEmpty()) continue;
            var text = pick.field().label().in(imported.locale()) + ": "
                    + option.label().in(imported.locale());
            lines.add(line(conference, "option", text, fee, takes(key, quotas), delegate));
        }
        return quote(
                conference,
                lines,
                List.of(new Quote.NewDelegate(
                        delegate,
                        fee.key(),
                        imported.formVersion(),
                        person.name(),
                        person.email(),
                        person.country(),
                        imported.answers())));
    }

    private static Quote quote(ConferenceView conference, List<Quote.Line> lines, List<Quote.NewDelegate> delegates) {
        return new Quote(conference.currency(), List.copyOf(lines), delegates, List.of(), Map.of(), List.of());
    }

    private static List<Sellable.Take> takes(String key, Quotas.Memberships quotas) {
        var takes = new ArrayList<Sellable.Take>();
        takes.add(new Sellable.Take(key, 1, ""));
        quotas.keysFor(key).forEach(quota -> takes.add(new Sellable.Take(quota, 1, "")));
        return takes;
    }

    private static Quote.Line line(
            ConferenceView conference, String kind, String text, Fee fee, List<Sellable.Take> takes, UUID delegate) {
        var nothing = Money.zero(conference.currency());
        return new Quote.Line(Ids.next(), kind, text, 1, nothing, nothing, fee.taxRate(), takes, delegate);
    }
}
