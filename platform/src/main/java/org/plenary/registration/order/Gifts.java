package org.plenary.registration.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.SalesRules;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gifts beside what is ordered, where the organizer takes them. A gift buys nothing, so there is no tax on it. */
@Component
class Gifts {
    private static final long MAXIMUM = 100_000_000L;

    private final SalesRules rules;
    private final MessageSource messages;

    Gifts(SalesRules rules, MessageSource messages) {
        this.rules = rules;
        this.messages = messages;
    }

    /** @param conference in the currency of the order; @return empty when there is none, or something is wrong with it */
    Optional<Quote.Line> line(ConferenceView conference, @Nullable Money gift, Locale locale, Violations found) {
        if (gift == null || gift.isZero()) return Optional.empty();
        if (!rules.of(conference.id()).donations()) {
            found.add("/donation", "not_offered", "This is not sold here.");
        } else if (!gift.getCurrencyUnit().equals(conference.currency())) {
            found.add("/donation/currency", "currency", "This order is in " + conference.currency() + ".");
        } else if (gift.isNegative() || gift.getAmountMinorLong() > MAXIMUM) {
            found.add("/donation/amount", "range", "A gift is not negative, and not this large.");
        } else {
            var name = messages.getMessage("registration.line.donation", null, locale);
            return Optional.of(
                    new Quote.Line(Ids.next(), "donation", name, 1, gift, gift, BigDecimal.ZERO, List.of(), null));
        }
        return Optional.empty();
    }
}
