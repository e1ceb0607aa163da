package org.plenary.registration.fee;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each price of each fee. */
@Component
@Order(10)
class PricedFees implements PricedThings {
    private final Fees fees;
    private final MessageSource messages;

    PricedFees(Fees fees, MessageSource messages) {
        this.fees = fees;
        this.messages = messages;
    }

    @Override
    public List<PriceItem> of(ConferenceView conference, Locale locale) {
        var items = new ArrayList<PriceItem>();
        for (var fee : fees.all(conference.id())) {
            var name = fee.name().in(locale);
            for (var price : fee.prices())
                items.add(new PriceItem(fee.itemKey(price, false), name(name, price, locale), price.amount()));
            if (fee.onSite() != null)
                items.add(new PriceItem(
                        fee.itemKey(fee.prices().getLast(), true),
                        messages.getMessage("registration.currency.on-site", new Object[] {name}, locale),
                        fee.onSite()));
        }
        return items;
    }

    private String name(String fee, Fee.Price price, Locale locale) {
        if (price.until() == null) return fee;
        var isChinese = locale.getLanguage().equals("zh");
        var day = DateTimeFormatter.ofPattern(isChinese ? "y年M月d日" : "d MMM y", locale)
                .format(price.until());
        return messages.getMessage("registration.currency.until", new Object[] {fee, day}, locale);
    }
}
