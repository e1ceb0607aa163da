package org.plenary.lodging.room;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.plenary.lodging.hotel.PaymentWay;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.room.FreeRooms.HotelOnSale;
import org.plenary.lodging.room.FreeRooms.RoomTypeOnSale;

/**
 * What a stay would cost, before it is booked.
 *
 * @param due here, at once, with the local taxes that are paid here
 * @param atHotel what the hotel gets, from the guest or from the organizer
 */
public record StayOffer(List<BookedStay.Night> nights, List<BookedStay.Tax> taxes, Money due, Money atHotel) {
    /** @param guests at least one */
    public static StayOffer of(
            HotelOnSale hotel, RoomTypeOnSale sold, LocalDate checkIn, LocalDate checkOut, int guests, PaymentWay way) {
        var nights = sold.nights().stream()
                .map(night -> new RoomType.Night(night.date(), night.left(), night.rate()))
                .toList();
        var type = new RoomType(
                sold.id(),
                sold.key(),
                sold.name(),
                sold.occupancy(),
                sold.nightlyRate(),
                nights,
                sold.features(),
                sold.guestRates());
        var price =
                StayPrice.of(hotel.taxes(), type, checkIn.datesUntil(checkOut).toList(), guests);
        return new StayOffer(
                price.nights().stream()
                        .map(night -> new BookedStay.Night(night.date(), night.rate()))
                        .toList(),
                price.taxes().stream()
                        .map(tax -> new BookedStay.Tax(tax.name(), tax.amount(), tax.atHotel()))
                        .toList(),
                price.due(way).plus(price.taxesHere(way)),
                price.atHotel(way));
    }
}
