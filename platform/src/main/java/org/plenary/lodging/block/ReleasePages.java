package org.plenary.lodging.block;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.BlockRelease;
import org.plenary.lodging.hotel.BlockReleases;
import org.plenary.lodging.hotel.Hotel;
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

/** What went back to a hotel, and giving more back by hand. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/releases")
class ReleasePages {
    private static final String PAGE = "releases";
    private static final int ALL = 100;

    private final BlockDesk desk;
    private final BlockReleases releases;
    private final AuditTrail audit;

    ReleasePages(BlockDesk desk, BlockReleases releases, AuditTrail audit) {
        this.desk = desk;
        this.releases = releases;
        this.audit = audit;
    }

    /**
     * All that went for one cause.
     *
     * @param cause names it, to take it back
     * @param takenBackAt null while it is gone
     * @param rows room type and night, with how many rooms
     */
    public record Release(
            String cause,
            String why,
            boolean toHotel,
            Instant at,
            @Nullable Instant takenBackAt,
            int rooms,
            List<Row> rows) {}

    public record Row(String roomType, LocalDate night, int rooms) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        return page(found, of, Posted.empty().set("percent", ALL), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView release(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        try {
            var posted = new Posted(values);
            var percent = posted.integer("percent");
            posted.throwIfWrong();
            if (percent == null || percent < 1 || percent > ALL)
                throw new Problem.InvalidInput("/percent", "percent", "From 1 to 100.");
            var rooms = releases.releaseByHand(found, of.key(), percent);
            audit.record("hotel.released", of.key(), Map.of("conference", found.slug(), "room_nights", rooms));
            return desk.told(found, of, PAGE, desk.text("lodging.release.done", locale, rooms), redirect);
        } catch (Problem.InvalidInput e) {
            return desk.refused(page(found, of, new Posted(values), locale), e, locale, errors -> errors);
        }
    }

    @PostMapping("/taken-back")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView takeBack(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam String cause,
            Locale locale,
            RedirectAttributes redirect) {
        var found = desk.conference(conference);
        var of = desk.hotel(found, hotel);
        var rooms = releases.takeBack(found, of.key(), cause);
        audit.record("hotel.taken-back", of.key(), Map.of("conference", found.slug(), "room_nights", rooms));
        return desk.told(found, of, PAGE, desk.text("lodging.release.back", locale, rooms), redirect);
    }

    private ModelAndView page(ConferenceView conference, Hotel hotel, Posted form, Locale locale) {
        var view = desk.page("lodging/releases", conference, hotel, form, locale);
        view.addObject("releases", grouped(hotel, locale));
        view.addObject("zone", conference.timeZone());
        view.addObject("planned", hotel.terms().releases());
        view.addObject("cutOff", hotel.lastDay(conference));
        return view;
    }

    private List<Release> grouped(Hotel hotel, Locale locale) {
        var byCause = new LinkedHashMap<String, List<BlockRelease>>();
        releases.of(hotel.id())
                .forEach(each -> byCause.computeIfAbsent(
                                each.cause() + "|" + each.takenBackAt(), key -> new ArrayList<>())
                        .add(each));
        return byCause.values().stream()
                .map(rows -> {
                    var first = rows.getFirst();
                    return new Release(
                            first.cause(),
                            why(first.cause(), locale),
                            first.kind() == BlockRelease.Kind.RELEASED,
                            first.at(),
                            first.takenBackAt(),
                            rows.stream().mapToInt(BlockRelease::rooms).sum(),
                            rows.stream()
                                    .map(row -> new Row(name(hotel, row.roomType(), locale), row.night(), row.rooms()))
                                    .toList());
                })
                .toList();
    }

    private static String name(Hotel hotel, UUID type, Locale locale) {
        return hotel.roomType(type.toString())
                .map(RoomType::name)
                .map(name -> name.in(locale))
                .orElse("");
    }

    private String why(String cause, Locale locale) {
        return desk.text("lodging.release.cause." + cause.replaceFirst(":.*", ""), locale);
    }
}
