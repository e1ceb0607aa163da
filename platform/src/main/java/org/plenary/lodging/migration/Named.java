package org.plenary.lodging.migration;

import java.util.List;
import java.util.Optional;
import org.plenary.kernel.LocalizedText;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.RoomType;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.lodging.sheet.SheetMapping;

/** Finds what a cell names: by its key, or by its name in any language, whatever its case and spaces. */
final class Named {
    private Named() {}

    static Optional<Hotel> hotel(List<Hotel> hotels, String text) {
        return hotels.stream()
                .filter(hotel -> hotel.isNamed(text) || is(hotel.name(), text))
                .findFirst();
    }

    static Optional<RoomType> roomType(Hotel hotel, String text) {
        return hotel.roomTypes().stream()
                .filter(type -> type.key().equals(text) || is(type.name(), text))
                .findFirst();
    }

    static Optional<SubBlock> subBlock(Hotel hotel, String text) {
        return hotel.subBlocks().stream()
                .filter(part -> part.key().equals(text) || is(part.name(), text))
                .findFirst();
    }

    private static boolean is(LocalizedText name, String text) {
        var wanted = SheetMapping.plain(text);
        return name.values().values().stream()
                .anyMatch(each -> SheetMapping.plain(each).equals(wanted));
    }
}
