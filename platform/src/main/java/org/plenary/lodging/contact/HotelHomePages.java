package org.plenary.lodging.contact;

import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody of a hotel begins: at the one hotel that is theirs, or at a list of them. */
@Controller
@TenantHost
@Requires(Permission.LODGING_HOTEL)
class HotelHomePages {
    private final HotelDesks desks;

    HotelHomePages(HotelDesks desks) {
        this.desks = desks;
    }

    record Own(String href, String hotel, String conference, HotelDesk desk) {}

    @GetMapping("/hotel")
    ModelAndView own(Locale locale) {
        var own = desks.own();
        if (own.size() == 1)
            return new ModelAndView("redirect:" + own.getFirst().base() + "/rooming");
        return new ModelAndView("lodging/hotel-home")
                .addObject(
                        "own",
                        own.stream()
                                .map(desk -> new Own(
                                        desk.base() + "/rooming",
                                        desk.hotel().name().in(locale),
                                        desk.conference().name().in(locale),
                                        desk))
                                .toList());
    }
}
