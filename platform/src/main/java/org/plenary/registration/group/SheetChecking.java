package org.plenary.registration.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.Violations;
import org.plenary.registration.delegate.SheetPeople;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.registration.order.Availability;
import org.springframework.stereotype.Component;

/** Says of each row of a sheet which place its person would have, or what is wrong with which cell; writes nothing. */
@Component
class SheetChecking {
    private final SheetPeople people;
    private final PlaceForms forms;
    private final PlaceRows places;
    private final Stocked stocked;
    private final GroupDesk.DeskWords words;

    SheetChecking(SheetPeople people, PlaceForms forms, PlaceRows places, Stocked stocked, GroupDesk.DeskWords words) {
        this.people = people;
        this.forms = forms;
        this.places = places;
        this.stocked = stocked;
        this.words = words;
    }

    /** What there is to have. */
    @Component
    record Stocked(Fees fees, Availability availability) {}

    /** @throws Problem.InvalidInput at {@code /file} when it is no sheet */
    CheckedSheet check(Entrance entrance, byte[] content, Locale locale) {
        var all = places.of(entrance.group().order().id());
        var any = forms.asked(entrance.conference(), all.getFirst().fee(), Filler.SHEET);
        var sheet = people.read(content, any.form(), locale);
        var draft = new Draft(entrance, all, people.headings(any.form(), locale), locale);
        return new CheckedSheet(
                sheet.unknown(), sheet.rows().stream().map(draft::row).toList());
    }

    private final class Draft {
        private final Entrance entrance;
        private final List<SheetPeople.Heading> headings;
        private final Locale locale;
        private final Map<String, Deque<UUID>> free = new LinkedHashMap<>();
        private final Map<String, PlaceForms.Askings> asked = new HashMap<>();
        private final Map<String, Integer> left;
        private final Set<String> seen = new HashSet<>();
        private final List<Fee> fees;

        Draft(Entrance entrance, List<Place> all, List<SheetPeople.Heading> headings, Locale locale) {
            this.entrance = entrance;
            this.headings = headings;
            this.locale = locale;
            this.left = new HashMap<>(stocked.availability().options(entrance.conference()));
            for (var place : all) {
                if (!place.isLive()) continue;
                var queue = free.computeIfAbsent(place.fee(), fee -> new ArrayDeque<>());
                if (place.isNamed()) seen.add(who(place.name(), place.email()));
                else queue.add(place.id());
            }
            this.fees = stocked.fees().all(entrance.conference().id()).stream()
                    .filter(fee -> free.containsKey(fee.key()))
                    .toList();
        }

        CheckedSheet.Row row(SheetPeople.Row row) {
            var given = new PlaceForms.Given(row.name(), row.email(), row.answers());
            var found = new Violations();
            var fee = fee(row.fee(), found);
            var name = row.name();
            @Nullable UUID place = null;
            if (fee != null) {
                try {
                    var checked = forms.check(
                            asked.computeIfAbsent(fee, key -> forms.askings(entrance.conference(), key, Filler.SHEET)),
                            given,
                            entrance.group().order().contact().country());
                    name = checked.seat().name();
                    stock(checked, found);
                    found.check(
                            seen.add(who(name, checked.seat().email())),
                            "",
                            "named_twice",
                            "This person is there already.");
                } catch (Problem.InvalidInput e) {
                    e.violations().forEach(v -> found.add(v.pointer(), v.code(), v.detail(), v.details()));
                }
                if (found.isEmpty()) place = place(fee, found);
            }
            return new CheckedSheet.Row(row.number(), name, place, given, wrong(found.list()));
        }

        private @Nullable UUID place(String fee, Violations found) {
            var place = free.getOrDefault(fee, new ArrayDeque<>()).poll();
            found.check(place != null, "/fee", "no_free_place", "No place of this fee waits for a name.");
            return place;
        }

        /** By its key or its name in any language; a group of one fee need not say it. */
        private @Nullable String fee(String written, Violations found) {
            if (written.isBlank() && fees.size() == 1) return fees.getFirst().key();
            var fee = fees.stream()
                    .filter(each -> each.key().equalsIgnoreCase(written)
                            || each.name().values().values().stream().anyMatch(written::equalsIgnoreCase))
                    .findFirst();
            if (fee.isEmpty() && written.isBlank()) found.add("/fee", "fee_ambiguous", "Say which fee.");
            else if (fee.isEmpty()) found.add("/fee", "unknown_group_fee", "The group has no places of this fee.");
            return fee.map(Fee::key).orElse(null);
        }

        private void stock(PlaceForms.Checked checked, Violations found) {
            for (var pick : checked.seat().picked()) {
                var key = FormDefinition.optionKey(pick.field(), pick.option());
                var there = left.get(key);
                if (there == null) continue;
                if (there == 0) found.add(pick.pointer(), "sold_out", "Sold out.", Map.of("left", 0));
                else left.put(key, there - 1);
            }
        }

        private List<CheckedSheet.Wrong> wrong(List<Violation> violations) {
            if (violations.isEmpty()) return List.of();
            var wrong = new ArrayList<CheckedSheet.Wrong>();
            for (var violation : violations)
                wrong.add(new CheckedSheet.Wrong(
                        column(violation.pointer()), words.of(new Problem.InvalidInput(List.of(violation)), locale)));
            return wrong;
        }

        private String column(String pointer) {
            var answer = PlaceForms.answer(pointer);
            return headings.stream()
                    .filter(heading -> answer.isEmpty()
                            ? pointer.equals("/" + heading.key())
                            : (answer + "/").startsWith(heading.answer() + "/"))
                    .map(SheetPeople.Heading::label)
                    .findFirst()
                    .orElse("");
        }
    }

    private static String who(String name, String email) {
        return (name + "\n" + email).strip().toLowerCase(Locale.ROOT);
    }
}
