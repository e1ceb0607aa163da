package org.plenary.lodging.pool;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.registration.BuyersOrders;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From the page of an order to the room of somebody else that is shared with it. */
@Controller
@TenantHost
@Public
class SharedRoomPages {
    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final MovingIn movingIn;

    SharedRoomPages(ConferenceApi conferences, BuyersOrders orders, MovingIn movingIn) {
        this.conferences = conferences;
        this.orders = orders;
        this.movingIn = movingIn;
    }

    /** A post, for the link that it makes is a new one. */
    @PostMapping("/c/{conference}/orders/{code}/sharing/rooms/{mate}")
    String open(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        var shared = movingIn.of(found, order.id()).stream()
                .filter(each -> each.id().equals(mate))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This room"));
        return "redirect:" + movingIn.link(found, shared.id());
    }
}
