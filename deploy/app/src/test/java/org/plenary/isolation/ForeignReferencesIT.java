package org.plenary.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a body names must be of the same conference: neither something of another conference of the same organization nor something
 * of another organization may be referred to. Each body is a good one but for that, which is shown by sending it with our own first.
 */
class ForeignReferencesIT extends PlenaryIT {
    private static final String CONTACT =
            "\"contact\": {\"name\": \"Ada\", \"email\": \"ada@example.org\", \"country\": \"GB\"}";

    @Autowired
    private JdbcClient jdbc;

    private World here;
    private World elsewhere;
    private World theirs;

    /** One conference, with what orders, papers and settings refer to; no key of it is one of another. */
    private record World(
            Tenant tenant, Http owner, String slug, String hotel, String voucher, String ticket, String file) {
        String path(String rest) {
            return "/api/v1/conferences/" + slug + rest;
        }
    }

    /** @param body with {@code %s} where the reference stands */
    private record Body(String what, String path, String body, Function<World, String> reference) {
        Http.Answer send(World here, World of) {
            return here.owner().post(here.path(path), body.replace("%s", reference.apply(of)));
        }
    }

    @BeforeEach
    void threeConferences() {
        var tenant = aTenant();
        here = aWorld(tenant, "here");
        elsewhere = aWorld(tenant, "elsewhere");
        theirs = aWorld(aTenant(), "theirs");
    }

    private World aWorld(Tenant tenant, String slug) {
        var owner = owner(tenant);
        var path = "/api/v1/conferences/" + slug;
        owner.post("/api/v1/conferences", """
                        {"slug": "%s", "name": "%s", "starts_on": "2027-05-10", "ends_on": "2027-05-12",
                         "time_zone": "Europe/Berlin", "venue": {"name": "Hall", "city": "Berlin", "country": "DE"},
                         "currency": "EUR", "languages": ["en"]}""".formatted(slug, slug)).expect(201);
        owner.put(path + "/registration-form", "{\"sections\": []}").expect(200);
        owner.post(path + "/fees", """
                        {"key": "fee-%s", "name": "Fee", "capacity": 50,
                         "prices": [{"amount": {"amount": "0.00", "currency": "EUR"}}]}""".formatted(slug)).expect(201);
        var hotel = owner.post(path + "/hotels", """
                        {"name": "Hotel %s", "address": "Street 1", "room_types": [{"key": "room-%s", "name": "Single",
                          "occupancy": 1, "nightly_rate": {"amount": "100.00", "currency": "EUR"},
                          "nights": [{"date": "2027-05-10", "rooms": 40}]}],
                         "cut_off_on": "2027-05-01", "shoulder_nights": {"before": 0, "after": 0}}""".formatted(slug, slug))
                .expect(201)
                .text("/key");
        owner.post(path + "/tours", """
                        {"key": "tour-%s", "name": "Tour", "starts_at": "2027-05-11T18:00:00+02:00",
                         "price": {"amount": "0.00", "currency": "EUR"}, "capacity": 5}""".formatted(slug)).expect(201);
        owner.post(path + "/call-for-papers", """
                        {"tracks": [{"key": "track-%s", "name": "Track"}],
                         "deadline": {"at": "2027-04-01T12:00", "zone": "AoE"}}""".formatted(slug)).expect(201);
        var voucher = "CODE" + slug.toUpperCase(java.util.Locale.ROOT);
        owner.post(path + "/vouchers", "{\"code\": \"" + voucher + "\", \"effect\": \"free\"}")
                .expect(201);
        owner.patch(path, "{\"status\": \"published\"}").expect(200);
        owner.put(path + "/group-settings", "{\"allowed\": true, \"most\": 5}").expect(200);
        owner.put(path + "/waiting-list/settings", "{\"open\": true}").expect(200);
        var order = anonymous(tenant)
                .post(
                        path + "/orders",
                        "{%s, \"delegates\": [{\"fee\": \"fee-%s\", \"answers\": {}}]}".formatted(CONTACT, slug))
                .expect(201);
        var code = order.text("/code");
        eventually("there is a ticket", () -> !ticket(owner, path, code).isEmpty());
        return new World(tenant, owner, slug, hotel, voucher, ticket(owner, path, code), file(tenant));
    }

    private static String ticket(Http owner, String path, String order) {
        return owner.get(path + "/orders/" + order)
                .expect(200)
                .json()
                .at("/delegates/0/ticket")
                .asString("");
    }

    private String file(Tenant tenant) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\npaper\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%PDF-1.4\n%%EOF\n\r\n--b--\r\n";
        return anonymous(tenant)
                .send("POST", "/api/v1/files", "multipart/form-data; boundary=b", body.getBytes())
                .expect(201)
                .text("/file_token");
    }

    private List<Body> bodies() {
        var ourFee = "[{\"fee\": \"fee-here\", \"answers\": {}}]";
        var stay = ", \"check_in\": \"2027-05-10\", \"check_out\": \"2027-05-11\", \"guests\": [\"Ada\"]}]}";
        return List.of(
                order("fee of an order", "\"delegates\": [{\"fee\": \"fee-%s\", \"answers\": {}}]", World::slug),
                order("tour of an order", "\"tours\": [{\"tour\": \"tour-%s\", \"quantity\": 1}]", World::slug),
                order("voucher of an order", "\"code\": \"%s\", \"delegates\": " + ourFee, World::voucher),
                new Body(
                        "hotel of an order",
                        "/orders",
                        "{" + CONTACT
                                + ", \"delegates\": [], \"rooms\": [{\"hotel\": \"%s\", \"room_type\": \"room-here\""
                                + stay,
                        World::hotel),
                new Body(
                        "room type of an order",
                        "/orders",
                        "{" + CONTACT + ", \"delegates\": [], \"rooms\": [{\"hotel\": \"" + here.hotel()
                                + "\", \"room_type\": \"room-%s\"" + stay,
                        World::slug),
                new Body(
                        "fee of a group",
                        "/groups",
                        "{" + CONTACT
                                + ", \"organization\": \"Institute\", \"places\": [{\"fee\": \"fee-%s\", \"quantity\": 1}]}",
                        World::slug),
                new Body(
                        "fee of a wish",
                        "/waiting-list",
                        "{" + CONTACT + ", \"carts\": [{\"delegates\": [{\"fee\": \"fee-%s\", \"answers\": {}}],"
                                + " \"tours\": [{\"tour\": \"tour-here\", \"quantity\": 5}]}]}",
                        World::slug),
                new Body(
                        "fee of a voucher",
                        "/vouchers",
                        "{\"code\": \"NEW%s\", \"effect\": \"free\", \"fees\": [\"fee-%s\"]}",
                        World::slug),
                new Body(
                        "fee of a quota",
                        "/quotas",
                        "{\"key\": \"hall\", \"name\": \"Hall\", \"size\": 50, \"members\": {\"fees\": [\"fee-%s\"]}}",
                        World::slug),
                new Body("ticket at the door", "/check-ins", "{\"ticket\": \"%s\", \"gate\": \"Main\"}", World::ticket),
                paper("\"track\": \"track-%s\"", World::slug));
    }

    private static Body order(String what, String members, Function<World, String> reference) {
        return new Body(what, "/orders", "{" + CONTACT + ", " + members + "}", reference);
    }

    private static Body paper(String members, Function<World, String> reference) {
        return new Body("track and file of a paper", "/submissions", """
                {"title": "Looms", "abstract": "Of looms.", "keywords": ["looms"],
                 "authors": [{"name": "Ada", "email": "ada@example.org", "affiliation": "Mill", "country": "GB",
                              "corresponding": true}], %s}""".replace("%s", members), reference);
    }

    @Test
    void whatABodyNamesIsOfItsConference() {
        var before = rows(theirs.tenant().schema());
        var wrong = new ArrayList<String>();
        for (var body : bodies()) {
            var own = body.send(here, here);
            if (own.status() >= 300) wrong.add(body.what() + " of our own: " + own.status() + " " + own.body());
            for (var other : List.of(elsewhere, theirs)) {
                var answer = body.send(here, other);
                if (answer.status() < 400 || answer.status() >= 500)
                    wrong.add(body.what() + " of " + other.slug() + ": " + answer.status() + " " + answer.body());
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(rows(theirs.tenant().schema()))
                .as("nothing happened at theirs")
                .isEqualTo(before);
        assertThat(acrossConferences()).isEmpty();
    }

    /** Files are of an organization, so another conference of it is no stranger. */
    @Test
    void aFileIsOfItsOrganization() {
        var paper = paper("\"track\": \"track-here\", \"file_token\": \"%s\"", World::file);

        paper.send(here, theirs).expect(422);
        paper.send(here, here).expect(201);
    }

    /** How many there are in each table of a schema. */
    private List<String> rows(String schema) {
        var rows = new ArrayList<String>();
        for (var table : List.of("orders", "delegate", "paper", "quota", "voucher", "waiting_entry"))
            rows.add(table + " "
                    + jdbc.sql("select count(*) from " + schema + "." + table)
                            .query(Long.class)
                            .single());
        return rows;
    }

    /** Rows that refer to a row of another conference, found by all foreign keys whose two tables name their conference. */
    private List<String> acrossConferences() {
        return jdbc.sql("""
                        select format('select count(*) from %1$s a join %2$s b on a.%3$I = b.%4$I'
                                      || ' where a.conference_id <> b.conference_id', k.conrelid::regclass,
                                      k.confrelid::regclass, here.attname, there.attname)
                        from pg_constraint k
                        join pg_namespace n on n.oid = k.connamespace and n.nspname = :schema
                        join pg_attribute here on here.attrelid = k.conrelid and here.attnum = k.conkey[1]
                        join pg_attribute there on there.attrelid = k.confrelid and there.attnum = k.confkey[1]
                        where k.contype = 'f' and cardinality(k.conkey) = 1
                          and exists (select from pg_attribute c where c.attrelid = k.conrelid and c.attname = 'conference_id')
                          and exists (select from pg_attribute c where c.attrelid = k.confrelid and c.attname = 'conference_id')""").param("schema", here.tenant().schema()).query(String.class).list().stream()
                .filter(query -> jdbc.sql(query).query(Long.class).single() > 0)
                .toList();
    }
}
