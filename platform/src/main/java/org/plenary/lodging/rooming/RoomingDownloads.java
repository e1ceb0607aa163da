package org.plenary.lodging.rooming;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.rooming.RoomingLists.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Hands rooming lists out as files. */
@Component
class RoomingDownloads {
    static final int MOST_AT_ONCE = 200;

    private final RoomingLists lists;
    private final RoomingFile file;
    private final StayAccess access;

    RoomingDownloads(RoomingLists lists, RoomingFile file, StayAccess access) {
        this.lists = lists;
        this.file = file;
        this.access = access;
    }

    /** What is long to draw is prepared first, and not while somebody waits for the page. */
    private static boolean isLong(String format, Listing listing) {
        return format.equals("pdf") && listing.stays().size() > MOST_AT_ONCE;
    }

    private static ResponseEntity<byte[]> prepared(
            HotelDesk desk, @Nullable Integer number, @Nullable Integer since, Locale language) {
        var page = UriComponentsBuilder.fromPath(desk.base() + "/rooming/files")
                .queryParamIfPresent("number", Optional.ofNullable(number))
                .queryParamIfPresent("since", Optional.ofNullable(since))
                .queryParam("language", language.toLanguageTag())
                .build()
                .toUri();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
    }

    /** @param language null for that of the page */
    ResponseEntity<byte[]> now(
            HotelDesk desk, String format, @Nullable Integer since, @Nullable String language, Locale locale) {
        var wanted = language == null ? locale : Languages.nearest(language);
        var listing = lists.now(desk.hotel(), since);
        if (isLong(format, listing)) return prepared(desk, null, since, wanted);
        access.taken(desk, listing.stays());
        return file.of(desk, listing, format, wanted);
    }

    /** In the language in which it was sent. */
    ResponseEntity<byte[]> sent(HotelDesk desk, String number, String format, @Nullable Integer since) {
        if (!number.matches("\\d{1,9}")) throw new Problem.NotFound("This list");
        var listing = lists.sent(desk.hotel(), Integer.parseInt(number), since);
        var version = listing.version();
        var language = version == null ? Languages.ENGLISH : version.locale();
        if (isLong(format, listing)) return prepared(desk, Integer.valueOf(number), since, language);
        access.taken(desk, listing.stays());
        return file.of(desk, listing, format, language);
    }
}
