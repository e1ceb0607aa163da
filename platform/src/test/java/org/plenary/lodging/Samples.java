package org.plenary.lodging;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceStatus;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.Venue;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.HotelInput.NightInput;
import org.plenary.lodging.hotel.HotelInput.RoomTypeInput;
import org.plenary.lodging.hotel.HotelInput.ShoulderInput;

/** A conference from 14 to 17 May 2027 in Shanghai, and what hotels hold for it. */
public final class Samples {
    public static final LocalDate FIRST = LocalDate.of(2027, 5, 14);

    private Samples() {}

    public static ConferenceView conference() {
        return new ConferenceView(
                Ids.next(),
                "robots-2027",
                LocalizedText.of("Robots 2027"),
                LocalizedText.of(""),
                FIRST,
                FIRST.plusDays(3),
                ZoneId.of("Asia/Shanghai"),
                new Venue(LocalizedText.of("Expo Center"), LocalizedText.of("Shanghai"), "CN"),
                CurrencyUnit.EUR,
                List.of(Locale.ENGLISH),
                ConferenceStatus.PUBLISHED,
                null,
                null,
                0);
    }

    public static HotelInput hotel(RoomTypeInput... types) {
        return new HotelInput(
                null,
                LocalizedText.of("Grand Hotel", "大酒店"),
                LocalizedText.of("1 Bund"),
                new ArrayList<@Nullable RoomTypeInput>(List.of(types)),
                null,
                new ShoulderInput(1, 0));
    }

    /** Three nights from the first day on. */
    public static RoomTypeInput roomType(String key, int rooms) {
        return roomType(key, rooms, FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
    }

    public static RoomTypeInput roomType(String key, int rooms, LocalDate... dates) {
        var nights = new ArrayList<@Nullable NightInput>();
        for (var date : dates) nights.add(new NightInput(date, rooms));
        return new RoomTypeInput(key, LocalizedText.of("double room", "双人房"), 2, Money.parse("EUR 120.00"), nights);
    }
}
