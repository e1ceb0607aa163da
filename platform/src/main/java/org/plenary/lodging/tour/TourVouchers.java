package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.OrderPaper;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** The vouchers of an order for its places on tours: on paper, on the phone, and with the mails that bring the tickets. */
@Component
class TourVouchers implements OrderPaper {
    private static final String PDF = "application/pdf";

    private final Tours tours;
    private final TourPlaces places;
    private final TourTexts texts;
    private final Pdfs pdfs;
    private final Urls urls;

    TourVouchers(Tours tours, TourPlaces places, TourTexts texts, Pdfs pdfs, Urls urls) {
        this.tours = tours;
        this.places = places;
        this.texts = texts;
        this.pdfs = pdfs;
        this.urls = urls;
    }

    /** @param qr a {@code data:} address; @param kind in the reader's words */
    record Voucher(String code, String name, String kind, String qr, boolean boarded) {}

    /**
     * The places of an order on one tour.
     *
     * @param guides with their languages; empty when nobody has said so
     */
    record OfTour(
            String key,
            String name,
            String startsAt,
            String meetsAt,
            String meetingPoint,
            @Nullable String meetingLink,
            String endsAt,
            List<String> guides,
            String notes,
            List<Voucher> vouchers) {}

    /** Those that are valid. */
    List<OfTour> of(ConferenceView conference, UUID order, Locale locale) {
        return of(conference, places.ofOrder(order, locale), locale);
    }

    private List<OfTour> of(ConferenceView conference, List<Place> all, Locale locale) {
        var byTour = all.stream().filter(Place::isConfirmed).collect(Collectors.groupingBy(Place::tour));
        if (byTour.isEmpty()) return List.of();
        var found = new ArrayList<OfTour>();
        for (var tour : tours.all(conference.id()))
            if (!tour.isCancelled() && byTour.containsKey(tour.id()))
                found.add(of(conference, tour, byTour.get(tour.id()), locale));
        return found;
    }

    private OfTour of(ConferenceView conference, Tour tour, List<Place> places, Locale locale) {
        var details = tour.details();
        return new OfTour(
                tour.key(),
                tour.name().in(locale),
                TourTexts.at(tour.startsAt(), locale),
                TourTexts.at(tour.meetsAt(), locale),
                tour.meetingPoint().in(locale),
                details.mapLink(),
                details.endsAt() == null ? "" : TourTexts.timeOr(details.endsAt(), tour.startsAt(), locale),
                details.guides().stream()
                        .map(guide -> texts.guide(guide, locale))
                        .toList(),
                details.note().in(locale),
                places.stream()
                        .map(place -> voucher(conference, tour, place, locale))
                        .toList());
    }

    private Voucher voucher(ConferenceView conference, Tour tour, Place place, Locale locale) {
        return new Voucher(
                place.code(),
                place.name(),
                texts.kind(place.kind(), locale),
                pdfs.qrCode(address(conference, tour, place)),
                place.isBoarded());
    }

    /** A phone's own camera opens the page at which staff tick the place off. */
    private String address(ConferenceView conference, Tour tour, Place place) {
        var path = "/manage/conferences/" + conference.slug() + "/tours/" + tour.key() + "/boarding?code=";
        return urls.tenant(Tenancy.require(), path + place.code()).toString();
    }

    byte[] pdf(ConferenceView conference, String order, String buyer, List<OfTour> tours, Locale locale) {
        return pdfs.draw(
                "pdf/lodging/tour-vouchers",
                locale,
                Map.of(
                        "conference", conference.name().in(locale),
                        "code", order,
                        "buyer", buyer,
                        "tours", tours));
    }

    @Override
    public List<Mails.Attachment> files(ConferenceView conference, UUID order, Locale locale) {
        var all = places.ofOrder(order, locale);
        var ofTours = of(conference, all, locale);
        if (ofTours.isEmpty()) return List.of();
        var first = all.getFirst();
        var pdf = pdf(conference, first.orderCode(), first.buyer(), ofTours, locale);
        return List.of(new Mails.Attachment("tours-" + first.orderCode() + ".pdf", PDF, pdf));
    }
}
