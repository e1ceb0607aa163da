package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelNav;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which a long rooming list is asked for, waited for and taken away. */
@Component
class RoomingFileScreen {
    private static final int REFRESH_SECONDS = 3;

    private final RoomingFiles files;
    private final RoomingDrawing drawing;
    private final StayAccess access;

    RoomingFileScreen(RoomingFiles files, RoomingDrawing drawing, StayAccess access) {
        this.files = files;
        this.drawing = drawing;
        this.access = access;
    }

    /** As it stands in the address. */
    record Wanted(
            @Nullable Integer number,
            @Nullable Integer since,
            @Nullable String language) {
        private RoomingFiles.Asked of(HotelDesk desk, long people) {
            var locale = Languages.nearest(language == null ? "en" : language);
            return new RoomingFiles.Asked(number, since, locale.toLanguageTag(), desk.ofHotel(), people);
        }
    }

    ModelAndView ask(HotelDesk desk, Wanted wanted, Locale locale) {
        return HotelNav.page("lodging/rooming-file", desk, "rooming", locale)
                .addObject(
                        "rooms",
                        drawing.listing(desk, wanted.of(desk, 0)).stays().size())
                .addObject("wanted", wanted);
    }

    ModelAndView start(HotelDesk desk, Wanted wanted) {
        var stays = drawing.listing(desk, wanted.of(desk, 0)).stays();
        var id = files.ask(desk, wanted.of(desk, StayAccess.people(stays)), stays.size());
        return new ModelAndView("redirect:" + desk.base() + "/rooming/files/" + id);
    }

    ModelAndView show(HotelDesk desk, UUID id, Locale locale) {
        var file = file(desk, id);
        var view = HotelNav.page("lodging/rooming-file-made", desk, "rooming", locale);
        // A box that is full stops asking; it is not there before it is kept.
        view.addObject("file", file);
        view.addObject("total", Math.max(1, file.total()));
        view.addObject("done", Math.max(0, Math.min(file.done(), Math.max(1, file.total()) - 1)));
        if (!file.isDrawn()) view.addObject("refreshSeconds", REFRESH_SECONDS);
        return view;
    }

    ResponseEntity<byte[]> content(HotelDesk desk, UUID id) {
        var file = file(desk, id);
        var content = files.content(desk.hotel().id(), id).orElseThrow(() -> new Problem.NotFound("This file"));
        access.taken(desk, file.asked().people());
        var number = file.asked().number();
        var name = desk.conference().slug() + "-" + desk.hotel().key()
                + (number == null ? "-rooms" : "-rooms-" + number) + ".pdf";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PDF_VALUE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private RoomingFiles.File file(HotelDesk desk, UUID id) {
        return files.find(desk.hotel().id(), id).orElseThrow(() -> new Problem.NotFound("This file"));
    }
}
