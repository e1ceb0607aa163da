package org.plenary.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A conference that takes orders of one kind.
 *
 * @param fees how many there are to choose from
 * @param nights in the conference's hotel with each order; 0 for none
 * @param isFree whether an order costs nothing and is confirmed at once; else it is held
 */
record Sale(String slug, int fees, int nights, boolean isFree) {
    private static final LocalDate FIRST = LocalDate.of(2027, 5, 10);

    static String feeKey(int number) {
        return "fee%03d".formatted(number);
    }

    private String path() {
        return "/api/v1/conferences/" + slug;
    }

    /** Makes the conference, with more places than can ever be sold. */
    Sale open(Organizer organizer) throws IOException, SQLException {
        organizer.send(201, organizer.signed("POST", "/api/v1/conferences", """
                {"slug": "%s", "name": "Conference %s", "starts_on": "%s", "ends_on": "%s", "time_zone": "Europe/Berlin",
                 "venue": {"name": "Hall", "city": "Berlin", "country": "DE"}, "currency": "EUR", "languages": ["en"]}""".formatted(
                        slug, slug, FIRST, FIRST.plusDays(2))));
        organizer.send(200, organizer.signed("PUT", path() + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true}]}]}"""));
        for (var fee = 0; fee < fees; fee++) fee(organizer, fee);
        if (nights > 0) hotel(organizer);
        if (!isFree) ways(organizer);
        organizer
                .database()
                .execute(
                        "update " + organizer.schema() + ".stock set capacity = 2000000000 where capacity is not null");
        organizer.send(200, organizer.signed("PATCH", path(), "{\"status\": \"published\"}"));
        return this;
    }

    private void fee(Organizer organizer, int number) throws IOException {
        organizer.send(201, organizer.signed("POST", path() + "/fees", """
                {"key": "%s", "name": "Fee %d", "capacity": 1000,
                 "prices": [{"amount": {"amount": "%s", "currency": "EUR"}, "until": null}], "tax_rate": 19}""".formatted(
                        feeKey(number), number, isFree ? "0.00" : "100.00")));
    }

    /** Nothing is sold that cannot be paid: by card where there is a provider, else by transfer. */
    private void ways(Organizer organizer) throws IOException {
        organizer.send(200, organizer.signed("PUT", path() + "/payment-ways", """
                {"card": true, "bank_transfer": true, "account": {"holder": "Society Bench", "iban": "DE89370400440532013000",
                 "bic": "COBADEFFXXX", "bank": "Commerzbank"}}"""));
    }

    private void hotel(Organizer organizer) throws IOException {
        var rooms = FIRST.datesUntil(FIRST.plusDays(nights))
                .map("{\"date\": \"%s\", \"rooms\": 1000}"::formatted)
                .toList();
        organizer.send(201, organizer.signed("POST", path() + "/hotels", """
                {"name": "Grand", "address": "Street 1", "cut_off_on": "2027-05-01",
                 "shoulder_nights": {"before": 0, "after": 0},
                 "room_types": [{"key": "single", "name": "Single", "occupancy": 1,
                   "nightly_rate": {"amount": "100.00", "currency": "EUR"}, "nights": %s}]}""".formatted(rooms)));
    }

    /** What a visitor's browser asks for first. */
    byte[] page(Organizer organizer) {
        return organizer.browse("/c/" + slug, "");
    }

    /** An order for one fee by its number. */
    byte[] order(Organizer organizer, int fee) throws IOException {
        return organizer.open(
                "POST", path() + "/orders", """
                {"contact": {"name": "Ada Lovelace", "email": "ada@example.org", "country": "GB"}, "locale": "en",
                 "delegates": [{"fee": "%s", "answers": {"name": "Ada Lovelace"}, "form_version": 1}]%s}""".formatted(feeKey(fee), nights == 0 ? "" : rooms(organizer)));
    }

    private String rooms(Organizer organizer) throws IOException {
        var hotel = organizer
                .send(200, organizer.signed("GET", path() + "/hotels", ""))
                .at("/items/0/key")
                .asString();
        return """
                , "rooms": [{"hotel": "%s", "room_type": "single", "check_in": "%s", "check_out": "%s",
                  "guests": ["Ada Lovelace"]}]""".formatted(hotel, FIRST, FIRST.plusDays(nights));
    }

    /** Clients that order one fee or another by chance. */
    java.util.function.IntFunction<Load.Client> buyers(Organizer organizer) throws IOException {
        var orders = new byte[fees][];
        for (var fee = 0; fee < fees; fee++) orders[fee] = order(organizer, fee);
        return number -> new Requests(
                organizer.wire(), 201, () -> orders[ThreadLocalRandom.current().nextInt(fees)]);
    }
}
