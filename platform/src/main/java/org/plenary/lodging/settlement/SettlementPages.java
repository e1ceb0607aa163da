package org.plenary.lodging.settlement;

import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Sheet;
import org.plenary.lodging.settlement.SettlementScreen.Desk;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invoice of a hotel beside who stayed there, for organizers. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}")
@Requires(Permission.CONFERENCE_WRITE)
class SettlementPages {
    private final SettlementScreen screen;

    SettlementPages(SettlementScreen screen) {
        this.screen = screen;
    }

    @GetMapping("/settlement")
    ModelAndView compare(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(defaultValue = "0") int page,
            Locale locale) {
        return screen.draw(screen.desk(conference, hotel), Math.max(0, page), new LinkedMultiValueMap<>(), locale);
    }

    @PostMapping("/settlement/lines")
    ModelAndView add(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return take(screen.desk(conference, hotel), screen::add, values, locale, redirect);
    }

    @PostMapping("/settlement/lines/{line}/removal")
    ModelAndView remove(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID line,
            Locale locale,
            RedirectAttributes redirect) {
        var desk = screen.desk(conference, hotel);
        screen.remove(desk, line);
        return screen.saved(desk, redirect, locale);
    }

    @PostMapping("/settlement/verdicts")
    ModelAndView judge(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return take(screen.desk(conference, hotel), screen::judge, values, locale, redirect);
    }

    /** What the contract lets the hotel charge for people who never came. */
    @PostMapping("/settlement/no-shows")
    ModelAndView charge(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return take(screen.desk(conference, hotel), screen::charge, values, locale, redirect);
    }

    private ModelAndView take(
            Desk desk,
            BiConsumer<Desk, MultiValueMap<String, String>> kept,
            MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            kept.accept(desk, values);
        } catch (Problem.InvalidInput e) {
            return screen.refused(desk, values, e, locale);
        }
        return screen.saved(desk, redirect, locale);
    }

    @GetMapping("/settlement.csv")
    ResponseEntity<byte[]> csv(@PathVariable String conference, @PathVariable String hotel) {
        return sheet(conference, hotel).asCsv();
    }

    @GetMapping("/settlement.xlsx")
    ResponseEntity<byte[]> xlsx(@PathVariable String conference, @PathVariable String hotel) {
        return sheet(conference, hotel).asXlsx();
    }

    private Sheet sheet(String conference, String hotel) {
        return screen.sheet(screen.desk(conference, hotel));
    }
}
