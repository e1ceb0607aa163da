package org.plenary.registration.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Opens orders by their secret links, for what delegates say besides what they ordered. */
@Component
public class OrderAccess {
    private final OrderQueries queries;
    private final Orders orders;
    private final Urls urls;
    private final PersonHistory history;

    OrderAccess(OrderQueries queries, Orders orders, Urls urls, PersonHistory history) {
        this.queries = queries;
        this.orders = orders;
        this.urls = urls;
        this.history = history;
    }

    /** @param isConfirmed whether nothing is to be paid or decided any more */
    public record Opened(UUID id, String code, boolean isConfirmed, Locale locale, List<Member> delegates) {
        /** @throws Problem.NotFound when the order has no such delegate who takes part */
        public Member member(UUID delegate) {
            return delegates.stream()
                    .filter(each -> each.id().equals(delegate))
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("This delegate"));
        }
    }

    /** A delegate of the order who is not cancelled. */
    public record Member(UUID id, String name) {}

    /** The address of a page of the order as it looks without a secret, to show what a link will be like. */
    public String page(ConferenceView conference, String code, String page) {
        return urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/orders/" + code + "/" + page)
                .toString();
    }

    /** A link to a page of the order that works without signing in; each that is given out has a secret of its own. */
    public String link(ConferenceView conference, UUID order, String code, String page) {
        var secret = Ids.secret();
        orders.addSecret(order, Secrets.hash(secret));
        return page(conference, code, page) + "?secret=" + secret;
    }

    /** Something that happened around a person. @param what as in the texts of the history */
    public record Happened(
            Instant at,
            String what,
            @Nullable String order,
            String text,
            @Nullable Money amount) {}

    /** An order as the API shows it, to be written as JSON. */
    public Object shown(UUID order) {
        return queries.view(order);
    }

    /** What happened with these orders and around the buyer's address, without the names of staff. */
    public List<Happened> history(ConferenceView conference, String email, Collection<UUID> of) {
        var mine = history.orders(conference.id(), email).stream()
                .filter(each -> of.contains(each.id()))
                .toList();
        return history.moments(conference.id(), email, mine).stream()
                .map(each -> new Happened(each.at(), each.what(), each.order(), each.text(), each.amount()))
                .toList();
    }

    /** @throws Problem.NotFound also when the secret is wrong: that there is such an order is told to nobody */
    public Opened open(ConferenceView conference, String code, @Nullable String secret) {
        var order = queries.open(conference.id(), code, secret, false);
        var delegates = queries.delegates(order.id()).stream()
                .filter(each -> OrderStatus.of(each.status()).isLive())
                .map(each -> new Member(each.id(), each.name()))
                .toList();
        return new Opened(order.id(), order.code(), order.status() == OrderStatus.CONFIRMED, order.locale(), delegates);
    }
}
