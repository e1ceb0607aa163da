package org.plenary.lodging.mate;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.BuyersOrders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opens the pages of a room for who holds its order's secret link. */
@Component
public class BuyersRooms {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;

    BuyersRooms(ConferenceApi conferences, BuyersOrders orders) {
        this.conferences = conferences;
        this.orders = orders;
    }

    /** @throws org.plenary.kernel.Problem.NotFound as {@link BuyersOrders#open} does; whether the order has the room is not looked at */
    public Opened open(String slug, String code, UUID room, @Nullable String secret) {
        var conference = conferences.bySlug(slug);
        return new Opened(conference, orders.open(conference, code, secret), room, secret);
    }

    public record Opened(
            ConferenceView conference,
            BuyersOrders.Opened order,
            UUID room,
            @Nullable String secret) {
        /** A page of the room, with what all of them name. */
        public ModelAndView page(String template, Locale locale) {
            return new ModelAndView(template)
                    .addObject("slug", conference.slug())
                    .addObject("name", conference.name().in(locale))
                    .addObject("code", order.code())
                    .addObject("secret", secret);
        }

        /** Goes on at a page of the room. @param rest of its path; empty for the first one */
        public ModelAndView back(String rest, RedirectAttributes redirect) {
            redirect.addAttribute("secret", secret);
            return new ModelAndView(
                    "redirect:/c/" + conference.slug() + "/orders/" + order.code() + "/rooms/" + room + rest);
        }
    }
}
