package org.plenary.lodging.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.HotelInput;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.registration.FeeCategories;
import org.plenary.registration.Stock;
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

/** The parts of a block that are kept for some people. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/sub-blocks")
class SubBlockPages {
    private static final String PAGE = "sub-blocks";

    private final BlockDesk desk;
    private final FeeCategories fees;
    private final Stock stock;

    SubBlockPages(BlockDesk desk, FeeCategories fees, Stock stock) {
        this.desk = desk;
        this.fees = fees;
        this.stock = stock;
    }

    /** @param rooms room nights allotted; @param taken of them */
    public record Line(SubBlock part, String name, String fees, int rooms, int taken) {}

    /** @param field its input; @param contracted rooms of the whole block in this night */
    public record Cell(String field, java.time.LocalDate date, int contracted) {}

    public record TypeRow(String name, List<Cell> cells) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        var view = desk.page("lodging/sub-blocks", found, of, Posted.empty(), locale);
        view.addObject("lines", lines(found, of, locale));
        return view;
    }

    private List<Line> lines(ConferenceView conference, Hotel hotel, Locale locale) {
        if (hotel.subBlocks().isEmpty()) return List.of();
        var names = fees.of(conference.id());
        var levels = stock.levels(conference.id(), "night:");
        return hotel.subBlocks().stream()
                .map(part -> new Line(
                        part,
                        part.name().in(locale),
                        names.stream()
                                .filter(name -> part.fees().contains(name.value()))
                                .map(name -> name.name().in(locale))
                                .collect(Collectors.joining(", ")),
                        part.allotments().stream()
                                .mapToInt(SubBlock.Allotment::rooms)
                                .sum(),
                        taken(hotel, part, levels)))
                .toList();
    }

    private static int taken(Hotel hotel, SubBlock part, Map<String, Stock.Level> levels) {
        var taken = 0;
        for (var level : levels.entrySet())
            if (level.getKey().contains("/" + part.key() + ":")
                    && hotel.roomTypes().stream().anyMatch(type -> type.hasNight(level.getKey())))
                taken += level.getValue().used();
        return taken;
    }

    @GetMapping("/new")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView blank(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        return page(found, of, null, Posted.empty().set("version", of.version()), locale);
    }

    @GetMapping("/{part}")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView show(
            @PathVariable String conference, @PathVariable String hotel, @PathVariable String part, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        var form = SubBlockForm.of(part(of, part)).set("version", of.version());
        return page(found, of, part, form, locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView create(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return save(conference, hotel, null, values, locale, redirect);
    }

    @PostMapping("/{part}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView change(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable String part,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        return save(conference, hotel, part, values, locale, redirect);
    }

    @GetMapping("/{part}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(
            @PathVariable String conference, @PathVariable String hotel, @PathVariable String part, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        var view = desk.page("lodging/sub-block-deletion", found, of, Posted.empty(), locale);
        view.addObject("part", part);
        view.addObject("name", part(of, part).name().in(locale));
        return view;
    }

    @PostMapping("/{part}/deletion")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView delete(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable String part,
            Locale locale,
            RedirectAttributes redirect) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        var form = SubBlockForm.of(part(of, part)).set("version", of.version());
        try {
            desk.change(found, of, HotelInput.of(of).withSubBlocks(SubBlockForm.all(of, part, null)), null);
        } catch (Problem.Conflict e) {
            return desk.refused(page(found, of, part, form, locale), e, locale, SubBlockForm::onFields);
        }
        return desk.told(found, of, PAGE, desk.text("lodging.sub-block.deleted", locale), redirect);
    }

    private ModelAndView save(
            String conference,
            String hotel,
            @Nullable String part,
            MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        if (part != null) part(of, part);
        var form = new Posted(values);
        try {
            var input = SubBlockForm.input(of, part, form);
            form.throwIfWrong();
            var all = SubBlockForm.all(of, part, input);
            desk.change(found, of, HotelInput.of(of).withSubBlocks(all), form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            return desk.refused(page(found, of, part, form, locale), e, locale, SubBlockForm::onFields);
        }
        return desk.saved(found, of, PAGE, locale, redirect);
    }

    private static SubBlock part(Hotel hotel, String key) {
        return hotel.subBlock(key).orElseThrow(() -> new Problem.NotFound("This sub-block"));
    }

    private ModelAndView page(
            ConferenceView conference, Hotel hotel, @Nullable String part, Posted form, Locale locale) {
        var view = desk.page("lodging/sub-block", conference, hotel, form, locale);
        var rows = new ArrayList<TypeRow>();
        for (var type : hotel.roomTypes())
            rows.add(new TypeRow(
                    type.name().in(locale),
                    type.nights().stream()
                            .map(night -> new Cell(
                                    SubBlockForm.field(type.key(), night.date().toString()),
                                    night.date(),
                                    night.rooms()))
                            .toList()));
        view.addObject("part", part == null ? "" : part);
        view.addObject("types", rows);
        view.addObject("ways", TermsPages.ways(desk, locale));
        view.addObject("cutOffActions", TermsPages.atCutOff(desk, locale));
        view.addObject(
                "fees",
                fees.of(conference.id()).stream()
                        .map(fee -> new Choice(fee.value(), fee.name().in(locale)))
                        .toList());
        return view;
    }
}
