package org.plenary.lodging.rooming;

import java.util.List;
import java.util.Locale;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelNav;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which the numbers of a hotel are typed in, stay by stay. */
@Component
class NumbersPage {
    private static final int ROWS = 50;

    private final HotelStays stays;
    private final NumbersTyping typing;
    private final HotelWords words;
    private final PageErrors errors;
    private final StayAccess access;

    NumbersPage(HotelStays stays, NumbersTyping typing, HotelWords words, PageErrors errors, StayAccess access) {
        this.stays = stays;
        this.typing = typing;
        this.words = words;
        this.errors = errors;
        this.access = access;
    }

    /** @param number as typed, else as it is */
    record Line(HotelStay stay, String roomType, String number, String room) {}

    ModelAndView draw(HotelDesk desk, int page, Locale locale) {
        return draw(desk, page, new LinkedMultiValueMap<>(), locale);
    }

    ModelAndView save(
            HotelDesk desk, int page, MultiValueMap<String, String> typed, Locale locale, RedirectAttributes redirect) {
        try {
            var count = typing.take(desk, typed);
            redirect.addFlashAttribute("flash", Flash.success(words.text("numbers-saved", locale, count)));
            return new ModelAndView("redirect:" + href(desk, page));
        } catch (Problem.InvalidInput e) {
            return errors.refused(draw(desk, page, typed, locale), e, locale);
        }
    }

    private ModelAndView draw(HotelDesk desk, int page, MultiValueMap<String, String> typed, Locale locale) {
        var rows = stays.page(desk.hotel(), ROWS, page);
        access.shown(desk, rows);
        List<Line> lines = rows.stream()
                .limit(ROWS)
                .map(stay -> new Line(
                        stay,
                        words.roomType(desk.hotel(), stay, locale),
                        typed(typed, "number." + stay.id(), stay.acknowledgement()),
                        typed(typed, "room." + stay.id(), stay.roomNumber())))
                .toList();
        return HotelNav.page("lodging/hotel-numbers", desk, "numbers", locale)
                .addObject("lines", lines)
                .addObject("page", page)
                .addObject("first", page == 0 ? null : href(desk, 0))
                .addObject("next", rows.size() > ROWS ? href(desk, page + 1) : null);
    }

    private static String typed(MultiValueMap<String, String> typed, String name, String now) {
        var value = typed.getFirst(name);
        return value == null ? now : value;
    }

    private static String href(HotelDesk desk, int page) {
        return desk.base() + "/numbers?page=" + page;
    }
}
