package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.Notices;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PriceList;
import org.plenary.registration.PriceLists;
import org.plenary.registration.PricedThings;
import org.plenary.registration.Sellable;
import org.plenary.registration.Stock;
import org.plenary.registration.WaitingList;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.quota.Quotas;
import org.plenary.tenancy.Reading;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be bought now. */
@Component
public class Availability {
    private final Fees fees;
    private final Counts counts;
    private final ObjectProvider<Sellable> sellers;
    private final WaitingList waitingList;
    private final Clock clock;

    Availability(Fees fees, Counts counts, ObjectProvider<Sellable> sellers, WaitingList waitingList, Clock clock) {
        this.fees = fees;
        this.counts = counts;
        this.sellers = sellers;
        this.waitingList = waitingList;
        this.clock = clock;
    }

    /** How many there are of each thing alone, and of those that share places. */
    @Component
    record Counts(
            Stock stock, Quotas quotas, PriceLists prices, ObjectProvider<PricedThings> things, Notices notices) {}

    /** The conference as it is sold in one of its currencies, or in its main one when it does not offer that. */
    ConferenceView inOrMain(ConferenceView conference, @Nullable String currency) {
        if (currency == null || currency.isBlank()) return conference;
        return currencies(conference).stream()
                .filter(each -> each.getCode().equals(currency))
                .findFirst()
                .map(conference::in)
                .orElse(conference);
    }

    /** The main one first. */
    List<CurrencyUnit> currencies(ConferenceView conference) {
        return counts.prices().currencies(conference);
    }

    PriceList prices(ConferenceView conference) {
        return counts.prices().of(conference);
    }

    /** What people call the things, besides fees, that are not offered in the currency of this view. */
    List<String> notInCurrency(ConferenceView conference, Locale locale) {
        var prices = prices(conference);
        return counts.things()
                .orderedStream()
                .flatMap(things -> things.of(conference, locale).stream())
                .filter(item ->
                        !item.key().startsWith("fee:") && prices.of(item).isEmpty())
                .map(PriceItem::name)
                .toList();
    }

    /**
     * A fee as it can be bought now.
     *
     * @param until the last day of the price; null when it has no end
     * @param left null for no limit; the least of its own and of the quotas that it counts in
     * @param price in the main currency where there is none in that which was asked for
     * @param inCurrency false when there is none
     * @param onSale false when the cut-off date has passed and it has no on-site price; nothing is left then
     */
    public record FeeOnSale(
            String key,
            LocalizedText name,
            @Nullable LocalizedText category,
            Money price,
            @Nullable LocalDate until,
            @Nullable Integer left,
            boolean requiresCode,
            boolean onSale,
            boolean reverseCharge,
            boolean inCurrency) {
        public boolean soldOut() {
            return left != null && left == 0;
        }
    }

    @Transactional(readOnly = true)
    public List<FeeOnSale> fees(ConferenceView conference) {
        return onSale(conference, false);
    }

    /** As staff can sell them, whom no cut-off stops. */
    @Transactional(readOnly = true)
    public List<FeeOnSale> feesForStaff(ConferenceView conference) {
        return onSale(conference, true);
    }

    private List<FeeOnSale> onSale(ConferenceView conference, boolean byStaff) {
        var today = today(conference);
        var levels = levels(conference);
        var memberships = counts.quotas().of(conference.id());
        var now = clock.instant();
        var prices = prices(conference);
        return fees.all(conference.id()).stream()
                .map(each -> {
                    var fee = byStaff ? each.atTheDesk(today) : each;
                    var offer = fee.offer(now, conference);
                    var sold = byStaff
                            ? each.soldAtTheDesk(prices, now, conference)
                            : each.soldIn(prices, now, conference);
                    var onSale = offer.isPresent() && sold.isPresent();
                    var price = sold.orElse(fee)
                            .offer(now, conference)
                            .orElseGet(() -> fee.prices().getLast());
                    var level = levels.getOrDefault(fee.stockKey(), new Stock.Level(fee.capacity(), 0));
                    return new FeeOnSale(
                            fee.key(),
                            fee.name(),
                            fee.category(),
                            fee.withTax(price.amount()),
                            lastDay(price, conference),
                            onSale ? memberships.left(fee.stockKey(), level.left(), levels) : Integer.valueOf(0),
                            fee.requiresCode(),
                            onSale,
                            fee.terms().reverseCharge(),
                            sold.isPresent());
                })
                .toList();
    }

    /** Of what everybody is offered, and of what they share. */
    private Map<String, Stock.Level> levels(ConferenceView conference) {
        return Reading.once(
                Availability.class,
                conference.id(),
                () -> counts.stock().levelsOf(conference.id(), List.of("fee", "option", "quota")));
    }

    /** Today in the conference's zone. */
    LocalDate today(ConferenceView conference) {
        return LocalDate.ofInstant(clock.instant(), conference.timeZone());
    }

    /** By what sections of the form can ask for the delegates of each fee. */
    @Transactional(readOnly = true)
    public Map<String, Set<String>> groups(ConferenceView conference) {
        return fees.all(conference.id()).stream().collect(Collectors.toMap(Fee::key, Fee::groups));
    }

    /** Whether people can register now: the conference takes registrations, and its fees are published. */
    public boolean isOpen(ConferenceView conference) {
        return conference.isOpen() && areFeesPublished(conference);
    }

    boolean areFeesPublished(ConferenceView conference) {
        return counts.notices().open(conference.id()).shows(NoticeSection.FEES);
    }

    /** Whether people can wait for what is sold out. */
    public boolean canWait(ConferenceView conference) {
        return conference.isOpen() && waitingList.isOpen(conference.id());
    }

    /** What is left of the options of the form, by their keys in the stock; those without a limit are not there. */
    @Transactional(readOnly = true)
    public Map<String, Integer> options(ConferenceView conference) {
        var levels = levels(conference);
        var memberships = counts.quotas().of(conference.id());
        var left = new LinkedHashMap<String, Integer>();
        var keys = Stream.concat(levels.keySet().stream(), memberships.byMember().keySet().stream())
                .filter(key -> key.startsWith("option:"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var key : keys) {
            var own = levels.get(key);
            var least = memberships.left(key, own == null ? null : own.left(), levels);
            if (least != null) left.put(key, least);
        }
        return left;
    }

    /** The cut-off ends a price too. */
    private @Nullable LocalDate lastDay(Fee.Price price, ConferenceView conference) {
        var cutOff = conference.cutOff();
        if (cutOff == null || conference.isPastCutOff(clock.instant())) return price.until();
        return price.until() == null || price.until().isAfter(cutOff.on()) ? cutOff.on() : price.until();
    }

    /**
     * All parts of the answer by name: {@code fees}, and one for each seller.
     *
     * @param currency null for the main one
     * @param mayHave whether a fee of some key is for whom it is told
     * @throws org.plenary.kernel.Problem.InvalidInput when the currency is not offered
     */
    @Transactional(readOnly = true)
    public Map<String, Object> all(
            ConferenceView main, @Nullable String currency, Predicate<String> mayHave, Locale locale) {
        var conference = counts.prices().in(main, currency);
        var all = new LinkedHashMap<String, Object>();
        all.put(
                "currencies",
                currencies(main).stream().map(CurrencyUnit::getCode).toList());
        all.put("open", isOpen(conference));
        all.put("waiting_list", canWait(conference));
        all.put("currency", conference.currency().getCode());
        all.put(
                "fees",
                fees(conference).stream().filter(fee -> mayHave.test(fee.key())).toList());
        sellers.orderedStream().forEach(seller -> all.put(seller.part(), seller.availability(conference, locale)));
        return all;
    }
}
