package org.plenary.lodging.rooming;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.lodging.contact.HotelDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands rooming lists out as files. */
@Component
class RoomingDownloads {
    private final RoomingLists lists;
    private final RoomingFile file;
    private final StayAccess access;

    RoomingDownloads(RoomingLists lists, RoomingFile file, StayAccess access) {
        this.lists = lists;
        this.file = file;
        this.access = access;
    }

    /** @param language null for that of the page */
    ResponseEntity<byte[]> now(
            HotelDesk desk, String format, @Nullable Integer since, @Nullable String language, Locale locale) {
        var wanted = language == null ? locale : Languages.nearest(language);
        var listing = lists.now(desk.hotel(), since);
        access.taken(desk, listing.stays());
        return file.of(desk, listing, format, wanted);
    }

    /** In the language in which it was sent. */
    ResponseEntity<byte[]> sent(HotelDesk desk, String number, String format, @Nullable Integer since) {
        if (!number.matches("\\d{1,9}")) throw new Problem.NotFound("This list");
        var listing = lists.sent(desk.hotel(), Integer.parseInt(number), since);
        access.taken(desk, listing.stays());
        var version = listing.version();
        return file.of(desk, listing, format, version == null ? Languages.ENGLISH : version.locale());
    }
}
