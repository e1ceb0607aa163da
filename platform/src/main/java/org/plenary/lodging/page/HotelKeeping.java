package org.plenary.lodging.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.AgreementKind;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.SupplierAgreements;
import org.plenary.kernel.web.Choice;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.Hotels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a hotel as its form says, and begins an agreement with it when the organizer wants one. */
@Component
class HotelKeeping {
    private final Hotels hotels;
    private final SupplierAgreements agreements;
    private final MessageSource messages;

    HotelKeeping(Hotels hotels, SupplierAgreements agreements, MessageSource messages) {
        this.hotels = hotels;
        this.agreements = agreements;
        this.messages = messages;
    }

    @Transactional
    public void create(ConferenceView conference, HotelForm form) {
        hotels.create(conference, withAgreement(conference, form));
    }

    @Transactional
    public void change(ConferenceView conference, String hotel, HotelForm form) {
        hotels.change(conference, hotel, withAgreement(conference, form), form.ifMatch());
    }

    /** The draft is gone again when the hotel is refused: both are one transaction. */
    private HotelInput withAgreement(ConferenceView conference, HotelForm form) {
        var input = form.asInput();
        var name = input.name();
        if (!form.beginsAgreement() || name == null || name.isBlank()) return input;
        var draft = agreements.draft(
                conference, AgreementKind.HOTEL, name.in(conference.languages().getFirst()));
        return input.withAgreement(draft);
    }

    /** None, those that are there, and a new one. */
    List<Choice> agreements(ConferenceView conference, Locale locale) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(HotelForm.NEW_AGREEMENT, text("lodging.hotel.agreement-new", locale)));
        for (var each : agreements.ofKind(conference.id(), AgreementKind.HOTEL)) {
            var status = text("conference.agreement.status-" + each.status(), locale);
            choices.add(new Choice(
                    each.id().toString(), text("lodging.hotel.agreement-choice", locale, each.supplier(), status)));
        }
        return choices;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
