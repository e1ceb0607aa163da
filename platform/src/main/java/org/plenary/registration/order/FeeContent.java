package org.plenary.registration.order;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.NoticeContent;
import org.plenary.conference.NoticeSection;
import org.plenary.conference.NoticeWords;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.springframework.stereotype.Component;

/** The fees in the registration notice: what each costs until when. Those for invited people are told to nobody else. */
@Component
class FeeContent implements NoticeContent {
    private final Fees fees;
    private final Invited invited;
    private final NoticeWords words;

    FeeContent(Fees fees, Invited invited, NoticeWords words) {
        this.fees = fees;
        this.invited = invited;
        this.words = words;
    }

    @Override
    public NoticeSection section() {
        return NoticeSection.FEES;
    }

    @Override
    public List<Item> items(ConferenceView conference) {
        var mayHave = invited.mayHave(conference, null);
        return fees.all(conference.id()).stream()
                .filter(fee -> mayHave.test(fee.key()))
                .map(fee -> new Item(fee.name(), NoticeWords.each(locale -> detail(fee, locale)), null))
                .toList();
    }

    private String detail(Fee fee, Locale locale) {
        return fee.prices().stream()
                .map(price -> price(fee, price, locale))
                .collect(Collectors.joining(words.in(locale, "registration.notice.then")));
    }

    private String price(Fee fee, Fee.Price price, Locale locale) {
        var amount = NoticeWords.money(fee.withTax(price.amount()), locale);
        return price.until() == null
                ? amount
                : words.in(locale, "registration.notice.until", amount, NoticeWords.date(price.until(), locale));
    }
}
