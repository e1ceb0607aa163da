package org.plenary.lodging.contact;

import java.util.Locale;
import org.springframework.web.servlet.ModelAndView;

/** What all pages of a hotel share: whose they are, and where the others are. */
public final class HotelNav {
    private HotelNav() {}

    /** @param here the last part of the page's address */
    public static ModelAndView page(String template, HotelDesk desk, String here, Locale locale) {
        return new ModelAndView(template)
                .addObject("desk", desk)
                .addObject("here", here)
                .addObject("hotelName", desk.hotel().name().in(locale))
                .addObject("conferenceName", desk.conference().name().in(locale))
                .addObject("zone", desk.conference().timeZone());
    }
}
