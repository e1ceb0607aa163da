package org.plenary.lodging.split;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.lodging.mate.BuyersRooms;
import org.plenary.lodging.mate.MovingIn;
import org.plenary.lodging.room.StayCosts;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's page over the costs of a room; opened by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/rooms/{room}/costs")
class SplitPages {
    private final BuyersRooms rooms;
    private final Splitting splitting;
    private final Screen screen;
    private final SplitWords words;

    SplitPages(BuyersRooms rooms, Splitting splitting, Screen screen, SplitWords words) {
        this.rooms = rooms;
        this.splitting = splitting;
        this.screen = screen;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return screen.page(rooms.open(conference, code, room, secret), locale);
    }

    @PostMapping("/{mate}/request")
    ModelAndView ask(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @PathVariable UUID mate,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = rooms.open(conference, code, room, secret);
        try {
            splitting.ask(opened.conference(), opened.order(), room, mate);
        } catch (Problem.Conflict e) {
            return words.again(screen.page(opened, locale), e, locale);
        }
        return done(opened, "asked", locale, redirect);
    }

    @PostMapping("/{split}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable UUID room,
            @PathVariable UUID split,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var opened = rooms.open(conference, code, room, secret);
        splitting.withdraw(opened.order(), split);
        return done(opened, "withdrawn", locale, redirect);
    }

    private ModelAndView done(BuyersRooms.Opened opened, String said, Locale locale, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", words.done(said, locale));
        return opened.back("/costs", redirect);
    }

    /** Who shares the room, and what each pays of it. */
    @Component("screenOfParts")
    static class Screen {
        private final StayCosts costs;
        private final SplitRows rows;
        private final Splitting splitting;
        private final MovingIn mates;

        Screen(StayCosts costs, SplitRows rows, Splitting splitting, MovingIn mates) {
            this.costs = costs;
            this.rows = rows;
            this.splitting = splitting;
            this.mates = mates;
        }

        /** @param split null while nobody asked them for a part, or when that came to nothing */
        record Line(UUID mate, String name, @Nullable Split split) {
            public boolean isAskable() {
                return split == null || !split.counts();
            }

            /** Templates call it. */
            public String state() {
                return split == null ? "" : split.status().stored();
            }
        }

        ModelAndView page(BuyersRooms.Opened opened, Locale locale) {
            var order = opened.order().id();
            var room = opened.room();
            var of = costs.of(order, room).orElseThrow(() -> new Problem.NotFound("This room"));
            var splits = rows.ofRoom(room);
            var lines = mates.in(room).stream()
                    .map(mate -> new Line(mate.id(), mate.name(), last(splits, mate.id())))
                    .toList();
            Optional<Splitting.Part> part = splitting.part(order, room);
            return opened.page("lodging/room-costs", locale)
                    .addObject("zone", opened.conference().timeZone())
                    .addObject("room", room)
                    .addObject("hotel", of.stay().hotel().name().in(locale))
                    .addObject("type", of.stay().roomType().name().in(locale))
                    .addObject("stay", of.stay())
                    .addObject("yours", of.room().plus(of.tax()))
                    .addObject("part", part.map(Splitting.Part::total).orElse(null))
                    .addObject("lines", lines);
        }

        private static @Nullable Split last(List<Split> splits, UUID mate) {
            return splits.stream()
                    .filter(each -> each.mate().equals(mate))
                    .reduce((one, other) -> other)
                    .orElse(null);
        }
    }
}
