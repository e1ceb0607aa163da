package org.plenary.lodging.block;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.web.Posted;
import org.plenary.lodging.hotel.Hotel;
import org.plenary.lodging.hotel.Keys;
import org.plenary.lodging.hotel.SubBlock;
import org.plenary.lodging.hotel.SubBlockInput;
import org.plenary.lodging.hotel.SubBlockInput.AllotmentInput;

/** The form of a part of a block. A night without a number is not in it. */
final class SubBlockForm {
    private SubBlockForm() {}

    static Posted of(SubBlock part) {
        var form = Posted.empty()
                .set("name", part.name())
                .set("fees", part.fees())
                .set("code", part.code())
                .set("cut_off_on", part.cutOffOn())
                .set("at_cut_off", part.atCutOff().wire());
        TermsForm.ways(form, part.ways());
        part.allotments()
                .forEach(each -> form.set(field(each.roomType(), each.date().toString()), each.rooms()));
        return form;
    }

    static String field(String roomType, String date) {
        return "allotments." + roomType + "." + date;
    }

    /** @param key of the part that is changed; null for a new one */
    static SubBlockInput input(Hotel hotel, @Nullable String key, Posted form) {
        var allotments = new ArrayList<@Nullable AllotmentInput>();
        for (var type : hotel.roomTypes())
            for (var night : type.nights()) {
                var rooms = form.integer(field(type.key(), night.date().toString()));
                if (rooms != null) allotments.add(new AllotmentInput(type.key(), night.date(), rooms));
            }
        var name = form.texts("name");
        var taken = hotel.subBlocks().stream().map(SubBlock::key).toList();
        return new SubBlockInput(
                key == null ? Keys.of(name, taken, "part") : key,
                name,
                new ArrayList<>(form.all("fees")),
                form.text("code"),
                form.date("cut_off_on"),
                TermsForm.atCutOff(form),
                allotments,
                TermsForm.ways(form));
    }

    /** All parts, with this one changed, added at the end, or taken out. @param changed null to take it out */
    static List<@Nullable SubBlockInput> all(Hotel hotel, @Nullable String key, @Nullable SubBlockInput changed) {
        var all = new ArrayList<@Nullable SubBlockInput>();
        for (var part : hotel.subBlocks()) {
            if (!part.key().equals(key)) all.add(SubBlockInput.of(part));
            else if (changed != null) all.add(changed);
        }
        if (key == null && changed != null) all.add(changed);
        return all;
    }

    /** Brings messages of the API's members to the fields of the form. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(onField(field), message));
        return placed;
    }

    private static String onField(String pointer) {
        var field = pointer.replaceFirst("^sub_blocks(\\.\\d+)?\\.?", "");
        if (field.matches("ways\\.\\d+\\.percent")) return "deposit_percent";
        if (field.startsWith("ways")) return "ways";
        if (field.startsWith("fees")) return "fees";
        if (field.equals("name")) return "name.en";
        if (field.startsWith("allotments.") && !field.contains("-")) return "";
        return field;
    }
}
