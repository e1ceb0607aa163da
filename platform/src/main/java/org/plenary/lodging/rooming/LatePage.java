package org.plenary.lodging.rooming;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelNav;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The ticks of a reception and the form over a late check-out, for staff and for people of the hotel alike. */
@Component
class LatePage {
    private final StayTicks ticks;
    private final HotelWords words;
    private final PageErrors errors;

    LatePage(StayTicks ticks, HotelWords words, PageErrors errors) {
        this.ticks = ticks;
        this.words = words;
        this.errors = errors;
    }

    /** The fields as they were typed. */
    record Form(
            @Nullable String until,
            @Nullable String note,
            @Nullable String state) {
        static Form of(@Nullable LateCheckOut late) {
            if (late == null) return new Form("14:00", "", LateCheckOut.State.ACCEPTED.wire());
            return new Form(late.until().toString(), late.note(), late.state().wire());
        }
    }

    /** Where a tick leads back to: the list it was made in. */
    ModelAndView mark(
            HotelDesk desk,
            UUID stay,
            @Nullable String state,
            DayPage.Asked from,
            Locale locale,
            RedirectAttributes to) {
        try {
            var marked = ticks.mark(desk, stay, state == null ? "" : state);
            to.addFlashAttribute("flash", Flash.success(words.text("marked." + state, locale, marked.guest())));
        } catch (Problem.Conflict e) {
            to.addFlashAttribute("flash", Flash.failure(message(e, locale)));
        }
        return back(desk, from);
    }

    ModelAndView draw(HotelDesk desk, UUID id, DayPage.Asked from, Locale locale) {
        var stay = ticks.require(desk, id);
        return draw(desk, stay, Form.of(stay.late()), from, locale);
    }

    ModelAndView save(
            HotelDesk desk, UUID id, Form form, DayPage.Asked from, Locale locale, RedirectAttributes redirect) {
        try {
            var note = form.note() == null ? "" : form.note();
            var stay = ticks.lateCheckOut(desk, id, time(form.until()), note, form.state() == null ? "" : form.state());
            redirect.addFlashAttribute("flash", Flash.success(words.text("late-saved", locale, stay.guest())));
            return back(desk, from);
        } catch (Problem.InvalidInput e) {
            return errors.refused(draw(desk, ticks.require(desk, id), form, from, locale), e, locale);
        }
    }

    /** What is no time is none. */
    static @Nullable LocalTime time(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new Problem.InvalidInput("/until", "time_of_day", "This is not a time of day, such as 14:00.");
        }
    }

    private ModelAndView draw(HotelDesk desk, HotelStay stay, Form form, DayPage.Asked from, Locale locale) {
        return HotelNav.page("lodging/hotel-late", desk, "days", locale)
                .addObject("stay", stay)
                .addObject("form", form)
                .addObject("back", href(desk, from))
                .addObject("from", from)
                .addObject("states", states(locale));
    }

    private List<Choice> states(Locale locale) {
        return Arrays.stream(LateCheckOut.State.values())
                .map(state -> new Choice(state.wire(), words.text("late-state." + state.wire(), locale)))
                .toList();
    }

    private static ModelAndView back(HotelDesk desk, DayPage.Asked from) {
        return new ModelAndView("redirect:" + href(desk, from));
    }

    private static String href(HotelDesk desk, DayPage.Asked from) {
        return from.day() == null ? desk.base() + "/days" : DayPage.href(desk, from.day(), from.list(), from.page());
    }

    private String message(Problem problem, Locale locale) {
        return errors.of(problem, locale).values().iterator().next();
    }
}
