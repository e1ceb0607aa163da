package org.plenary.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What several organizations' visitors, staff and programs do on any day, in the same order again and again. */
final class MixedWork implements Load.Client {
    private static final Crowd CROWD = new Crowd("crew", 2_000);
    private static final Sale HELD = new Sale("held", 1, 0, false);
    private static final Sale FREE = new Sale("gift", 1, 0, true);

    /** Of forty pieces. */
    private static final Map<Kind, Integer> SHARES = Map.of(
            Kind.PAGE,
            14,
            Kind.AVAILABILITY,
            6,
            Kind.VISIT,
            2,
            Kind.ORDER,
            2,
            Kind.SEARCH,
            5,
            Kind.LIST,
            5,
            Kind.CHECK_IN,
            5,
            Kind.EXPORT,
            1);

    private enum Kind {
        PAGE,
        AVAILABILITY,
        VISIT,
        ORDER,
        SEARCH,
        LIST,
        CHECK_IN,
        EXPORT
    }

    private static final List<Kind> DAY = day();

    private final List<Organization> organizations;
    private final AtomicInteger next;
    private final Wire wire;
    private final List<Visitor> visitors;

    /** @param next counts the pieces of all clients */
    MixedWork(List<Organization> organizations, AtomicInteger next) {
        this.organizations = organizations;
        this.next = next;
        this.wire = organizations.getFirst().organizer().wire();
        this.visitors = organizations.stream()
                .map(each -> new Visitor(each.organizer(), FREE))
                .toList();
    }

    /** One that has a conference of each kind. */
    record Organization(Organizer organizer, DemoConference demo, byte[] order) {
        static Organization in(Platform platform, String slug) throws Exception {
            var organizer = Organizer.signUp(platform, slug);
            CROWD.open(organizer);
            FREE.open(organizer);
            HELD.open(organizer);
            return new Organization(organizer, DemoConference.in(platform, organizer), HELD.order(organizer, 0));
        }
    }

    /** Spread evenly, so that the few that cost much do not come together. */
    private static List<Kind> day() {
        var length = SHARES.values().stream().mapToInt(Integer::intValue).sum();
        var day = new ArrayList<Kind>();
        for (var place = 0; place < length; place++) {
            var late = Kind.PAGE;
            var most = Double.NEGATIVE_INFINITY;
            for (var kind : Kind.values()) {
                var due = SHARES.getOrDefault(kind, 0) * (place + 1.0) / length
                        - day.stream().filter(kind::equals).count();
                if (due > most) {
                    most = due;
                    late = kind;
                }
            }
            day.add(late);
        }
        return day;
    }

    @Override
    public boolean work() throws IOException {
        var turn = next.getAndIncrement();
        var which = Math.floorMod(turn, organizations.size());
        var organization = organizations.get(which);
        var kind = DAY.get(Math.floorMod(turn / organizations.size(), DAY.size()));
        if (kind == Kind.VISIT) return visit(visitors.get(which));
        return wire.send(request(organization, kind, turn)).status() / 100 == 2;
    }

    /** One page that fails must not end a load of hours. */
    private static boolean visit(Visitor visitor) throws IOException {
        try {
            return visitor.work();
        } catch (IllegalStateException e) {
            System.err.println("a visit failed: " + e.getMessage());
            return false;
        }
    }

    private static byte[] request(Organization organization, Kind kind, int turn) {
        var organizer = organization.organizer();
        var demo = organization.demo();
        return switch (kind) {
            case PAGE -> organizer.browse("/c/" + demo.slug(), "");
            case AVAILABILITY -> organizer.open("GET", demo.path() + "/availability", "");
            case SEARCH -> organizer.open("GET", demo.path() + "/search/papers?q=robot", "");
            case LIST -> organizer.signed("GET", CROWD.path() + "/delegates?limit=50&q=curie", "");
            case CHECK_IN ->
                organizer.signed("POST", CROWD.path() + "/check-ins", "{\"ticket\": \"" + ticket(turn) + "\"}");
            case EXPORT -> organizer.taking("text/csv", CROWD.path() + "/delegates");
            case ORDER, VISIT -> organization.order();
        };
    }

    private static String ticket(int turn) {
        return CROWD.ticket(Crowd.confirmed(Math.floorMod(turn, CROWD.delegates() * 9 / 10)));
    }

    @Override
    public void close() throws IOException {
        wire.close();
        for (var visitor : visitors) visitor.close();
    }
}
