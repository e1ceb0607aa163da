package org.plenary.lodging.block;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.Hotels;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a block share. */
@Component
class BlockDesk {
    private final ConferenceApi conferences;
    private final Hotels hotels;
    private final PageErrors errors;
    private final MessageSource messages;

    BlockDesk(ConferenceApi conferences, Hotels hotels, PageErrors errors, MessageSource messages) {
        this.conferences = conferences;
        this.hotels = hotels;
        this.errors = errors;
        this.messages = messages;
    }

    ConferenceView conference(String slug) {
        return conferences.bySlug(slug);
    }

    Hotel hotel(ConferenceView conference, String name) {
        return hotels.find(conference.id(), name).orElseThrow(() -> new Problem.NotFound("This hotel"));
    }

    void change(ConferenceView conference, Hotel hotel, HotelInput input, @Nullable String ifMatch) {
        hotels.change(conference, hotel.key(), input, ifMatch);
    }

    ModelAndView page(String template, ConferenceView conference, Hotel hotel, Posted form, Locale locale) {
        var view = new ModelAndView(template);
        view.addObject("slug", conference.slug());
        view.addObject("hotel", hotel.key());
        view.addObject("hotelName", hotel.name().in(locale));
        view.addObject("form", form);
        return view;
    }

    ModelAndView refused(
            ModelAndView view, Problem problem, Locale locale, UnaryOperator<Map<String, String>> onFields) {
        view.addObject("fieldErrors", onFields.apply(errors.of(problem, locale)));
        view.setStatus(
                problem instanceof Problem.InvalidInput ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        return view;
    }

    /** @param page the last part of its address */
    ModelAndView saved(
            ConferenceView conference, Hotel hotel, String page, Locale locale, RedirectAttributes redirect) {
        return told(conference, hotel, page, text("lodging.block.saved", locale), redirect);
    }

    ModelAndView told(
            ConferenceView conference, Hotel hotel, String page, String message, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", Flash.success(message));
        return new ModelAndView(
                "redirect:/manage/conferences/" + conference.slug() + "/hotels/" + hotel.key() + "/" + page);
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
