package org.plenary.lodging.stay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Formats;
import org.plenary.kernel.web.PageErrors;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.room.BookedStay;
import org.plenary.lodging.room.BookedStays;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.registration.LineChanges;
import org.plenary.registration.PriceLists;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Draws the pages on which a booking is changed, and does what they ask for: what costs or gives back something is shown first. */
@Component
class StayDesk {
    private final BookedStays stays;
    private final LineChanges changes;
    private final PriceLists prices;
    private final StayWords words;
    private final Said said;

    StayDesk(BookedStays stays, LineChanges changes, PriceLists prices, StayWords words, Said said) {
        this.stays = stays;
        this.changes = changes;
        this.prices = prices;
        this.words = words;
        this.said = said;
    }

    @Component
    record Said(PageErrors errors, Formats formats) {}

    /** @param secret that opened the order; null for staff */
    record Page(
            ConferenceView conference,
            Opened order,
            BookedStay stay,
            @Nullable String secret) {
        boolean byStaff() {
            return secret == null;
        }

        String orderPath() {
            return byStaff()
                    ? "/manage/conferences/" + conference.slug() + "/orders/" + order.code()
                    : "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + secret;
        }
    }

    /** @throws Problem.NotFound also when it was given back, or is not certain yet */
    Page open(ConferenceView conference, Opened order, UUID stay, @Nullable String secret) {
        var found = stays.find(order.id(), stay)
                .filter(BookedStay::confirmed)
                .orElseThrow(() -> new Problem.NotFound("This room"));
        return new Page(conference, order, found, secret);
    }

    ModelAndView filled(Page page, Locale locale) {
        return view(page, StayForm.of(page.stay()), null, Map.of(), locale);
    }

    ModelAndView sent(Page page, MultiValueMap<String, String> values, RedirectAttributes redirect, Locale locale) {
        var form = new StayForm(values);
        var wanted = new LineChanges.Wanted(
                "rooms", page.stay().line(), form.wish(page.stay().hotel().key()));
        try {
            var effect = changes.preview(page.conference(), page.order().id(), wanted, page.byStaff());
            if (!effect.isFree() && !effect.agreement().equals(form.get("agreed")))
                return view(page, form, effect, Map.of(), locale);
            var outcome = changes.change(page.conference(), page.order().id(), wanted, page.secret());
            if (outcome.payment() != null) return new ModelAndView("redirect:" + outcome.payment());
            redirect.addFlashAttribute("flash", Flash.success(told(page, outcome, locale)));
            return new ModelAndView("redirect:" + page.orderPath());
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return view(page, form, null, placed(said.errors().of(e, locale)), locale);
        }
    }

    private String told(Page page, LineChanges.Outcome outcome, Locale locale) {
        if (outcome.due().isPositive())
            return page.byStaff()
                    ? words.text("lodging.stay.asked", locale, said.formats().money(outcome.due()))
                    : words.text("lodging.stay.held", locale);
        if (!outcome.done()) return words.text("lodging.stay.same", locale);
        var key = page.byStaff() ? "lodging.stay.desk-done" : "lodging.stay.done";
        return outcome.back().isPositive()
                ? words.text(key + "-back", locale, said.formats().money(outcome.back()))
                : words.text(key, locale);
    }

    /** Messages beside the inputs that are there. */
    private static Map<String, String> placed(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(place(field), message));
        return placed;
    }

    private static String place(String field) {
        if (field.startsWith("guests")) return "guests";
        return field.endsWith("hotel") ? "room_type" : field;
    }

    private ModelAndView view(
            Page page, StayForm form, LineChanges.@Nullable Effect effect, Map<String, String> errors, Locale locale) {
        var stay = page.stay();
        var conference = page.conference().in(stay.total().getCurrencyUnit());
        var hotel = stay.hotel().in(prices.of(conference));
        var view = new ModelAndView(page.byStaff() ? "lodging/stay-change-desk" : "lodging/stay-change");
        view.addObject("slug", page.conference().slug());
        view.addObject("name", page.conference().name().in(locale));
        view.addObject("code", page.order().code());
        view.addObject("secret", page.secret());
        view.addObject("staff", page.byStaff());
        view.addObject("stay", stay);
        view.addObject("heading", words.title(stay, locale));
        view.addObject("form", form);
        view.addObject("rooms", rooms(hotel, locale));
        view.addObject("parts", parts(page, hotel, locale));
        view.addObject("ways", ways(stay, hotel, locale));
        view.addObject("effect", effect);
        view.addObject("agreed", effect == null ? "" : effect.agreement());
        if (errors.isEmpty()) return view;
        view.addObject("fieldErrors", errors);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private List<Choice> rooms(Hotel hotel, Locale locale) {
        return hotel.roomTypes().stream()
                .map(type -> new Choice(
                        type.key(),
                        words.text(
                                "lodging.stay.room-choice",
                                locale,
                                type.name().in(locale),
                                said.formats().money(type.nightlyRate()),
                                type.occupancy())))
                .toList();
    }

    /** Staff choose among all parts of the block, delegates between the main block and the part that they are in. */
    private List<Choice> parts(Page page, Hotel hotel, Locale locale) {
        var parts = new ArrayList<Choice>();
        for (var part : hotel.subBlocks())
            if (page.byStaff() || part.key().equals(page.stay().subBlock()))
                parts.add(new Choice(part.key(), part.name().in(locale)));
        return parts;
    }

    private List<Choice> ways(BookedStay stay, Hotel hotel, Locale locale) {
        var part = hotel.subBlock(stay.subBlock()).orElse(null);
        return hotel.ways(part).stream()
                .map(way -> new Choice(
                        way.kind().wire(),
                        words.text("lodging.stay.way." + way.kind().wire(), locale)))
                .toList();
    }
}
