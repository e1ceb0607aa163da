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
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.LocalizedText;
import org.plenary.registration.Sellable;
import org.plenary.registration.Stock;
import org.plenary.registration.WaitingList;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.quota.Quotas;
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
    record Counts(Stock stock, Quotas quotas) {}

    /**
     * A fee as it can be bought now.
     *
     * @param until the last day of the price; null when it has no end
     * @param left null for no limit; the least of its own and of the quotas that it counts in
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
            boolean reverseCharge) {
        public boolean soldOut() {
            return left != null && left == 0;
        }
    }

    @Transactional(readOnly = true)
    public List<FeeOnSale> fees(ConferenceView conference) {
        return onSale(conference, fees.all(conference.id()));
    }

    /** As staff can sell them, whom no cut-off stops. */
    @Transactional(readOnly = true)
    public List<FeeOnSale> feesForStaff(ConferenceView conference) {
        var today = today(conference);
        return onSale(
                conference,
                fees.all(conference.id()).stream()
                        .map(fee -> fee.atTheDesk(today))
                        .toList());
    }

    private List<FeeOnSale> onSale(ConferenceView conference, List<Fee> all) {
        var levels = counts.stock().levels(conference.id(), "fee:");
        var memberships = counts.quotas().of(conference.id());
        var shared = counts.stock().levels(conference.id(), "quota:");
        var now = clock.instant();
        return all.stream()
                .map(fee -> {
                    var offer = fee.offer(now, conference);
                    var price = offer.orElseGet(() -> fee.prices().getLast());
                    var level = levels.getOrDefault(fee.stockKey(), new Stock.Level(fee.capacity(), 0));
                    return new FeeOnSale(
                            fee.key(),
                            fee.name(),
                            fee.category(),
                            fee.withTax(price.amount()),
                            lastDay(price, conference),
                            offer.isEmpty()
                                    ? Integer.valueOf(0)
                                    : memberships.left(fee.stockKey(), level.left(), shared),
                            fee.requiresCode(),
                            offer.isPresent(),
                            fee.terms().reverseCharge());
                })
                .toList();
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

    /** Whether people can wait for what is sold out. */
    public boolean canWait(ConferenceView conference) {
        return conference.isOpen() && waitingList.isOpen(conference.id());
    }

    /** What is left of the options of the form, by their keys in the stock; those without a limit are not there. */
    @Transactional(readOnly = true)
    public Map<String, Integer> options(ConferenceView conference) {
        var levels = counts.stock().levels(conference.id(), "option:");
        var memberships = counts.quotas().of(conference.id());
        var shared = memberships.byMember().isEmpty()
                ? Map.<String, Stock.Level>of()
                : counts.stock().levels(conference.id(), "quota:");
        var left = new LinkedHashMap<String, Integer>();
        var keys = new LinkedHashSet<>(levels.keySet());
        memberships.byMember().keySet().stream()
                .filter(key -> key.startsWith("option:"))
                .forEach(keys::add);
        for (var key : keys) {
            var own = levels.get(key);
            var least = memberships.left(key, own == null ? null : own.left(), shared);
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
     * @param mayHave whether a fee of some key is for whom it is told
     */
    @Transactional(readOnly = true)
    public Map<String, Object> all(ConferenceView conference, Predicate<String> mayHave, Locale locale) {
        var all = new LinkedHashMap<String, Object>();
        all.put("open", conference.isOpen());
        all.put("waiting_list", canWait(conference));
        all.put("currency", conference.currency().getCode());
        all.put(
                "fees",
                fees(conference).stream().filter(fee -> mayHave.test(fee.key())).toList());
        sellers.orderedStream().forEach(seller -> all.put(seller.part(), seller.availability(conference, locale)));
        return all;
    }
}
