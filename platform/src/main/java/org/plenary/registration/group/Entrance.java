package org.plenary.registration.group;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.order.GroupOrders;
import org.springframework.stereotype.Component;

/**
 * How somebody came to a group's pages: its coordinator by the order's secret link, or staff.
 *
 * @param secret null for staff
 * @param takesNames whether names can be given and changed now
 */
record Entrance(
        ConferenceView conference,
        GroupOrders.Group group,
        @Nullable String secret,
        boolean isStaff,
        boolean takesNames,
        GroupRules rules) {

    /** The address of one of the pages; templates call it. @param more behind the group's own page */
    public String path(String more) {
        var slug = conference.slug();
        var base = isStaff ? "/manage/conferences/" + slug : "/c/" + slug;
        var path = base + "/groups/" + group.order().code() + more;
        return secret == null ? path : path + "?secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    /** The page of the order. */
    public String orderPath() {
        return orderPath("");
    }

    /** What was invoiced and paid for the group; templates call it. */
    public String statementPath() {
        return orderPath("/statement");
    }

    private String orderPath(String more) {
        var slug = conference.slug();
        var path = "/orders/" + group.order().code() + more;
        if (secret == null) return "/manage/conferences/" + slug + path;
        return "/c/" + slug + path + "?secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    /** Lets people in. */
    @Component
    static class Door {
        private final ConferenceApi conferences;
        private final GroupOrders orders;
        private final GroupSettings settings;
        private final NamingRules rules;

        Door(ConferenceApi conferences, GroupOrders orders, GroupSettings settings, NamingRules rules) {
            this.conferences = conferences;
            this.orders = orders;
            this.settings = settings;
            this.rules = rules;
        }

        /** @throws org.plenary.kernel.Problem.NotFound also when the secret is wrong */
        Entrance open(String slug, String code, @Nullable String secret, boolean isStaff) {
            var conference = conferences.bySlug(slug);
            var group = orders.open(conference.id(), code, secret, isStaff);
            return new Entrance(
                    conference,
                    group,
                    isStaff ? null : secret,
                    isStaff,
                    group.order().status().isLive() && rules.isOpen(conference, isStaff),
                    settings.of(conference.id()));
        }
    }
}
