package org.plenary.registration.order;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's choice to pay an order by bank transfer, in parts, or later. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}")
class ChosenWayPages {
    private final Ground ground;
    private final OrderQueries queries;
    private final PayingWays paying;
    private final OrderPages.OrderActions actions;

    ChosenWayPages(Ground ground, OrderQueries queries, PayingWays paying, OrderPages.OrderActions actions) {
        this.ground = ground;
        this.queries = queries;
        this.paying = paying;
        this.actions = actions;
    }

    /** The order's address, as the buyer has it. */
    record Place(String conference, String code, @Nullable String secret) {}

    private interface Choice {
        void of(ConferenceView conference, UUID order);
    }

    @PostMapping("/transfer")
    String byTransfer(Place place, Locale locale, RedirectAttributes redirect) {
        return choose(place, paying::byTransfer, "registration.payway.chosen", locale, redirect);
    }

    @PostMapping("/instalments")
    String inParts(Place place, Locale locale, RedirectAttributes redirect) {
        return choose(place, paying::inParts, null, locale, redirect);
    }

    @PostMapping("/invoice")
    String byInvoice(Place place, Locale locale, RedirectAttributes redirect) {
        return choose(place, paying::byInvoice, null, locale, redirect);
    }

    /** @param said about it, with the buyer's address; null when the order's page says enough */
    private String choose(
            Place place, Choice choice, @Nullable String said, Locale locale, RedirectAttributes redirect) {
        var conference = ground.conferences().bySlug(place.conference());
        var order = queries.open(conference.id(), place.code(), place.secret(), false);
        try {
            choice.of(conference, order.id());
            if (said != null)
                redirect.addFlashAttribute(
                        "flash", actions.success(said, locale, order.contact().email()));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", actions.failure(e, locale));
        }
        redirect.addAttribute("secret", place.secret());
        return "redirect:/c/" + place.conference() + "/orders/" + place.code();
    }
}
