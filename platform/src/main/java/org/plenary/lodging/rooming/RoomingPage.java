package org.plenary.lodging.rooming;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Chip;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelNav;
import org.plenary.lodging.rooming.RoomingFile.Line;
import org.plenary.lodging.rooming.RoomingLists.Listing;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Draws the rooming list of a hotel: all stays, or what changed since a list that was sent. */
@Component
class RoomingPage {
    static final int ROWS = 100;

    private final RoomingLists lists;
    private final RoomingVersions versions;
    private final RoomingFile file;
    private final HotelWords words;
    private final StayAccess access;

    RoomingPage(RoomingLists lists, RoomingVersions versions, RoomingFile file, HotelWords words, StayAccess access) {
        this.lists = lists;
        this.versions = versions;
        this.file = file;
        this.words = words;
        this.access = access;
    }

    /** What the address asks for. @param since null for the list that was sent last */
    record Asked(String tab, @Nullable Integer since, int page) {
        static Asked of(@Nullable String tab, @Nullable Integer since, @Nullable Integer page) {
            return new Asked(
                    "changes".equals(tab) ? "changes" : "all", since, page == null ? 0 : Math.clamp(page, 0, 10_000));
        }

        boolean isChanges() {
            return tab.equals("changes");
        }
    }

    ModelAndView draw(HotelDesk desk, Asked asked, Locale locale) {
        var listing = lists.now(desk.hotel(), asked.since());
        var since = listing.since() == null ? 0 : listing.since().number();
        var lines = asked.isChanges() ? changes(listing, locale) : all(listing, locale);
        var from = Math.min((long) asked.page() * ROWS, lines.size());
        var shown = lines.subList((int) from, Math.min((int) from + ROWS, lines.size()));
        access.shown(desk, shown.stream().map(Line::stay).toList());
        var view = HotelNav.page("lodging/hotel-rooming", desk, "rooming", locale);
        view.addObject("tab", asked.tab());
        view.addObject("lines", shown);
        view.addObject("count", listing.stays().size());
        view.addObject("pending", desk.ofHotel() ? 0 : lists.pending(desk.hotel()));
        view.addObject("since", since);
        view.addObject("versions", versions.newest(desk.hotel().id()));
        view.addObject("tabs", tabs(desk, listing, asked, since, locale));
        view.addObject("first", asked.page() == 0 ? null : href(desk, asked.tab(), since, 0));
        view.addObject("next", from + ROWS < lines.size() ? href(desk, asked.tab(), since, asked.page() + 1) : null);
        return view;
    }

    private List<Line> all(Listing listing, Locale locale) {
        var changed = StayChange.byStay(listing.changes());
        return listing.stays().stream()
                .map(stay -> file.line(listing, stay, changed.get(stay.id()), locale))
                .toList();
    }

    private List<Line> changes(Listing listing, Locale locale) {
        return listing.changes().stream()
                .map(change -> file.line(listing, change.stay(), change, locale))
                .toList();
    }

    private List<Chip> tabs(HotelDesk desk, Listing listing, Asked asked, int since, Locale locale) {
        var changes = listing.since() == null ? null : (long) listing.changes().size();
        return List.of(
                new Chip(href(desk, "all", since, 0), words.text("tab.all", locale), !asked.isChanges(), (long)
                        listing.stays().size()),
                new Chip(
                        href(desk, "changes", since, 0),
                        words.text("tab.changes", locale, since),
                        asked.isChanges(),
                        changes));
    }

    private static String href(HotelDesk desk, String tab, int since, int page) {
        return UriComponentsBuilder.fromPath(desk.base() + "/rooming")
                .queryParam("tab", tab)
                .queryParam("since", since)
                .queryParam("page", page)
                .toUriString();
    }
}
