package org.plenary.registration.currency;

import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Preconditions;
import org.plenary.payments.CardAmounts;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in which further currencies a conference is sold, and for how much. */
@Component
class SettingPrices {
    static final int MOST_CURRENCIES = 10;
    private static final int MOST_PRICES = 5_000;
    private static final long MAXIMUM_MINOR = 100_000_000_000L;

    private final Currencies currencies;
    private final ObjectProvider<PricedThings> things;
    private final AuditTrail audit;

    SettingPrices(Currencies currencies, ObjectProvider<PricedThings> things, AuditTrail audit) {
        this.currencies = currencies;
        this.things = things;
        this.audit = audit;
    }

    /** @param item key of a thing that is sold */
    record Price(@Nullable String item, @Nullable Money amount) {}

    /** All that has a price, in the order in which it is sold; what is free needs none. */
    List<PriceItem> items(ConferenceView conference, Locale locale) {
        return things.orderedStream()
                .flatMap(each -> each.of(conference, locale).stream())
                .filter(item -> !item.price().isZero())
                .toList();
    }

    /**
     * @param prices all of them; what is left out is not offered in this currency
     * @param ifMatch the tag of the version that the writer saw, or null to write in any case
     */
    @Transactional
    public Currencies.Listed set(ConferenceView conference, String code, List<Price> prices, @Nullable String ifMatch) {
        var currency = currency(conference, code);
        var before = currencies.find(conference.id(), currency);
        Preconditions.check(ifMatch, before.map(Currencies.Listed::version).orElse(0L));
        if (before.isEmpty() && currencies.further(conference.id()).size() >= MOST_CURRENCIES)
            throw new Problem.Conflict("too_many_currencies", "At most ten further currencies.");
        var amounts = amounts(conference, currency, prices);
        var version = before.map(Currencies.Listed::version).orElse(0L);
        currencies.save(conference.id(), new Currencies.Listed(currency, amounts, version));
        audit.record(
                "price-list.changed",
                currency.getCode(),
                Map.of("conference", conference.slug(), "prices", amounts.size()));
        return currencies.find(conference.id(), currency).orElseThrow();
    }

    /** Orders in it stay as they are. */
    @Transactional
    public void withdraw(ConferenceView conference, String code) {
        if (!currencies.delete(conference.id(), currency(conference, code)))
            throw new Problem.NotFound("This currency");
        audit.record("price-list.withdrawn", code, Map.of("conference", conference.slug()));
    }

    static CurrencyUnit currency(ConferenceView conference, String code) {
        var known = CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> unit.getCode().equals(code) && !unit.isPseudoCurrency())
                .findFirst()
                .orElseThrow(() ->
                        new Problem.InvalidInput("/currency", "currency", "This is not a currency code such as EUR."));
        if (known.equals(conference.currency()))
            throw new Problem.InvalidInput("/currency", "main_currency", "This is the conference's main currency.");
        return known;
    }

    private Map<String, Money> amounts(ConferenceView conference, CurrencyUnit currency, List<Price> prices) {
        var known = new HashSet<String>();
        items(conference, Locale.ENGLISH).forEach(item -> known.add(item.key()));
        var found = new Violations();
        found.check(prices.size() <= MOST_PRICES, "/prices", "too_many", "At most 5000 prices.");
        found.throwIfAny();
        var amounts = new TreeMap<String, Money>();
        for (var i = 0; i < prices.size(); i++) {
            var pointer = "/prices/" + i;
            var price = prices.get(i);
            found.check(
                    price.item() != null && known.contains(price.item()),
                    pointer + "/item",
                    "unknown_item",
                    "Nothing of this key is sold.");
            if (price.amount() == null) found.add(pointer + "/amount", "required", "This is required.");
            else check(pointer + "/amount", price.amount(), currency, found);
            if (price.item() != null && price.amount() != null)
                found.check(
                        amounts.put(price.item(), price.amount()) == null,
                        pointer + "/item",
                        "duplicate",
                        "This is there already.");
        }
        found.throwIfAny();
        return amounts;
    }

    private static void check(String pointer, Money amount, CurrencyUnit currency, Violations found) {
        if (!amount.getCurrencyUnit().equals(currency)) {
            found.add(pointer + "/currency", "currency", "This price list is in " + currency + ".");
            return;
        }
        found.check(
                amount.isPositive() && amount.getAmountMinorLong() <= MAXIMUM_MINOR,
                pointer,
                "range",
                "A price is more than nothing, and not this large.");
        found.check(
                amount.equals(CardAmounts.rounded(amount, RoundingMode.DOWN)),
                pointer,
                "thousandths",
                "Cards are charged in hundredths: the last of three decimals is 0.");
    }
}
