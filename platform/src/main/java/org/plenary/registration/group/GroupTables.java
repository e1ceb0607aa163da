package org.plenary.registration.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.registration.AccessLog.Way;
import org.plenary.registration.delegate.SheetPeople;
import org.plenary.registration.form.PaidForm.Filler;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The tables of a group as files: the sheet to fill with names, and the list of the names that are there. */
@Component
class GroupTables {
    private final PlaceRows places;
    private final PlaceForms forms;
    private final SheetPeople people;
    private final GroupDesk.DeskWords words;

    GroupTables(PlaceRows places, PlaceForms forms, SheetPeople people, GroupDesk.DeskWords words) {
        this.places = places;
        this.forms = forms;
        this.people = people;
        this.words = words;
    }

    /** How many places of each fee have no name yet, by the names of fees. */
    Map<String, Integer> free(Entrance entrance, Locale locale) {
        var names = words.fees(entrance, locale);
        var free = new LinkedHashMap<String, Integer>();
        for (var place : places.of(entrance.group().order().id()))
            if (place.isLive() && !place.isNamed())
                free.merge(names.getOrDefault(place.fee(), place.fee()), 1, Integer::sum);
        return free;
    }

    ResponseEntity<byte[]> names(Entrance entrance, String format, Locale locale) {
        words.seen(entrance, Way.EXPORT, places.named(entrance.group().order().id()));
        var names = words.fees(entrance, locale);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                text("number", locale),
                text("fee", locale),
                text("name", locale),
                text("email", locale),
                text("state", locale),
                text("link-sent", locale),
                text("ticket", locale)));
        for (var place : places.of(entrance.group().order().id()))
            rows.add(List.of(
                    String.valueOf(place.number()),
                    names.getOrDefault(place.fee(), place.fee()),
                    place.name(),
                    place.email(),
                    state(place, locale),
                    place.sentTo() == null ? "" : place.sentTo(),
                    place.ticket() == null ? "" : place.ticket()));
        var file = new TableDownload(entrance.group().order().code() + "-names");
        return file.of(format, List.of(new TableDownload.Table(text("names", locale), rows)));
    }

    private String state(Place place, Locale locale) {
        if (!place.isLive()) return words.text("status." + place.status(), locale);
        if (!place.isNamed()) return words.text("registration.group.nameless", locale);
        if (!place.isComplete()) return words.text("registration.group.incomplete", locale);
        return words.text(
                place.ticket() == null ? "registration.group.ticket-later" : "registration.group.ticket-sent", locale);
    }

    /** With a row for each place that waits for a name, and the allowed values on a sheet of their own. */
    ResponseEntity<byte[]> template(Entrance entrance, String format, Locale locale) {
        var all = places.of(entrance.group().order().id());
        var asked = forms.asked(entrance.conference(), all.getFirst().fee(), Filler.SHEET);
        var headings = people.headings(asked.form(), locale);
        var names = words.fees(entrance, locale);
        var rows = new ArrayList<List<String>>();
        rows.add(headings.stream().map(SheetPeople.Heading::label).toList());
        for (var place : all)
            if (place.isLive() && !place.isNamed())
                rows.add(headings.stream()
                        .map(heading -> heading.key().equals("fee") ? names.getOrDefault(place.fee(), place.fee()) : "")
                        .toList());
        var file = new TableDownload(entrance.group().order().code() + "-sheet");
        return file.of(
                format,
                List.of(
                        new TableDownload.Table(text("names", locale), rows),
                        new TableDownload.Table(
                                text("values", locale), values(asked.form(), names, headings, locale))));
    }

    private List<List<String>> values(
            FormDefinition form, Map<String, String> fees, List<SheetPeople.Heading> headings, Locale locale) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(text("values-column", locale), text("values-value", locale)));
        for (var heading : headings) {
            if (heading.key().equals("fee")) fees.values().forEach(name -> rows.add(List.of(heading.label(), name)));
            var field = heading.answer().replaceFirst("/meal$", "");
            form.field(field).ifPresent(asked -> options(asked, heading, rows, locale));
        }
        return rows;
    }

    private static void options(Field field, SheetPeople.Heading heading, List<List<String>> rows, Locale locale) {
        for (var option : field.options())
            rows.add(List.of(heading.label(), option.label().in(locale)));
    }

    private String text(String key, Locale locale) {
        return words.text("registration.group.sheet." + key, locale);
    }
}
