package org.plenary.lodging.block;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.BlockTerms;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.LocalTax;
import org.plenary.lodging.hotel.PaymentWay;
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

/** When a block is sold, what goes back, how rooms are paid for, and what is given back for them. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/terms")
class TermsPages {
    private final BlockDesk desk;

    TermsPages(BlockDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        return page(found, of, TermsForm.of(of.terms()).set("version", of.version()), locale);
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
            var terms = TermsForm.input(form, found.currency());
            form.throwIfWrong();
            desk.change(found, of, HotelInput.of(of).with(terms), form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return desk.refused(page(found, of, form, locale), e, locale, TermsForm::onFields);
        }
        return desk.saved(found, of, "terms", locale, redirect);
    }

    private ModelAndView page(ConferenceView conference, Hotel hotel, Posted form, Locale locale) {
        var view = desk.page("lodging/block-terms", conference, hotel, form, locale);
        view.addObject("currency", conference.currency().getCode());
        view.addObject("releaseRows", rows(hotel.terms().releases()));
        view.addObject("stepRows", rows(hotel.terms().cancellation()));
        view.addObject("taxRows", rows(hotel.terms().taxes()));
        view.addObject("ways", ways(desk, locale));
        view.addObject("pers", choices("per", LocalTax.Per.values(), LocalTax.Per::wire, locale));
        view.addObject("cutOffActions", atCutOff(desk, locale));
        return view;
    }

    static List<Choice> ways(BlockDesk desk, Locale locale) {
        return Arrays.stream(PaymentWay.Kind.values())
                .map(kind -> new Choice(
                        kind.wire(),
                        desk.text("lodging.block.way." + kind.wire(), locale),
                        desk.text("lodging.block.way." + kind.wire() + ".help", locale)))
                .toList();
    }

    static List<Choice> atCutOff(BlockDesk desk, Locale locale) {
        return Arrays.stream(BlockTerms.CutOffAction.values())
                .map(action ->
                        new Choice(action.wire(), desk.text("lodging.block.at-cut-off." + action.wire(), locale)))
                .toList();
    }

    private <T> List<Choice> choices(String kind, T[] values, Function<T, String> wire, Locale locale) {
        return Arrays.stream(values)
                .map(each -> new Choice(
                        wire.apply(each), desk.text("lodging.block." + kind + "." + wire.apply(each), locale)))
                .toList();
    }

    private static List<Integer> rows(List<?> there) {
        return IntStream.range(0, TermsForm.rows(there.size())).boxed().toList();
    }
}
