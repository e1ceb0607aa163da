package org.plenary.lodging.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.BedType;
import org.plenary.lodging.hotel.Board;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rates of a hotel's room types, and what they are like. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/rates")
class RatesPages {
    private final BlockDesk desk;

    RatesPages(BlockDesk desk) {
        this.desk = desk;
    }

    /** @param field the first part of the names of its inputs */
    public record TypeRow(String field, String name, List<Integer> guests, List<RoomType.Night> nights) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        return page(found, of, RatesForm.of(of), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        var form = new Posted(values);
        try {
            var types = RatesForm.input(of, form, found.currency());
            form.throwIfWrong();
            desk.change(found, of, HotelInput.of(of).withRoomTypes(types), form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return desk.refused(page(found, of, form, locale), e, locale, errors -> RatesForm.onFields(of, errors));
        }
        return desk.saved(found, of, "rates", locale, redirect);
    }

    private ModelAndView page(ConferenceView conference, Hotel hotel, Posted form, Locale locale) {
        var view = desk.page("lodging/block-rates", conference, hotel, form, locale);
        var rows = new ArrayList<TypeRow>();
        for (var i = 0; i < hotel.roomTypes().size(); i++) {
            var type = hotel.roomTypes().get(i);
            var guests = IntStream.rangeClosed(1, type.occupancy()).boxed().toList();
            rows.add(new TypeRow("room_types." + i, type.name().in(locale), guests, type.nights()));
        }
        view.addObject("types", rows);
        view.addObject("currency", conference.currency().getCode());
        view.addObject("beds", beds(locale));
        view.addObject(
                "boards",
                Arrays.stream(Board.values())
                        .map(each -> new Choice(each.wire(), desk.text("lodging.block.board." + each.wire(), locale)))
                        .toList());
        return view;
    }

    private List<Choice> beds(Locale locale) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", desk.text("lodging.block.beds.unsaid", locale)));
        for (var each : BedType.values())
            choices.add(new Choice(each.wire(), desk.text("lodging.block.beds." + each.wire(), locale)));
        return choices;
    }
}
