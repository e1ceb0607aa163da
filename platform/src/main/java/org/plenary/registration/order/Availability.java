package org.plenary.registration.order;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be bought now. */
@Component
public class Availability {
    private final Fees fees;
    private final Stock stock;
    private final ObjectProvider<Sellable> sellers;
    private final WaitingList waitingList;
    private final Clock clock;

    Availability(Fees fees, Stock stock, ObjectProvider<Sellable> sellers, WaitingList waitingList, Clock clock) {
        this.fees = fees;
        this.stock = stock;
        this.sellers = sellers;
        this.waitingList = waitingList;
        this.clock = clock;
    }

    /**
     * A fee as it can be bought now.
     *
     * @param until the last day of the price; null when it has no end
     * @param left null for no limit
     */
    public record FeeOnSale(
            String key,
            LocalizedText name,
            @Nullable LocalizedText category,
            Money price,
            @Nullable LocalDate until,
            @Nullable Integer left,
            boolean requiresCode) {
        public boolean soldOut() {
            return left != null && left == 0;
        }
    }

    @Transactional(readOnly = true)
    public List<FeeOnSale> fees(ConferenceView conference) {
        var levels = stock.levels(conference.id(), "fee:");
        var today = LocalDate.ofInstant(clock.instant(), conference.timeZone());
        return fees.all(conference.id()).stream()
                .map(fee -> {
                    var price = fee.priceOn(today);
                    var level = levels.getOrDefault(fee.stockKey(), new Stock.Level(fee.capacity(), 0));
                    return new FeeOnSale(
                            fee.key(),
                            fee.name(),
                            fee.category(),
                            price.amount(),
                            price.until(),
                            level.left(),
                            fee.requiresCode());
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

    /** All parts of the answer by name: {@code fees}, and one for each seller. */
    @Transactional(readOnly = true)
    public Map<String, Object> all(ConferenceView conference, Locale locale) {
        var all = new LinkedHashMap<String, Object>();
        all.put("open", conference.isOpen());
        all.put("waiting_list", canWait(conference));
        all.put("currency", conference.currency().getCode());
        all.put("fees", fees(conference));
        sellers.orderedStream().forEach(seller -> all.put(seller.part(), seller.availability(conference, locale)));
        return all;
    }
}
