package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/**
 * A body as somebody writes it.
 *
 * @param duties null for those there are
 */
record BodyInput(
        @Nullable LocalizedText name,
        @Nullable String type,
        @Nullable LocalizedText mandate,
        @Nullable String role,
        @Nullable Boolean isPublic,
        @Nullable List<DutyInput> duties) {
    static final int MOST_DUTIES = 30;
    private static final int NAME_LENGTH = 200;
    private static final int MANDATE_LENGTH = 2000;
    private static final int DUTY_LENGTH = 500;

    /** @param duty the id of one there is; null for a new one */
    record DutyInput(@Nullable UUID duty, @Nullable LocalizedText text) {}

    /** The code of its role; null for none. */
    @Nullable
    String wantedRole() {
        return role == null || role.isBlank() ? null : role.strip();
    }

    /** @param before what it was up to now; null for a new one */
    Body checked(Violations found, UUID id, @Nullable Body before) {
        found.text("/name", name, NAME_LENGTH);
        var kind = BodyType.ofWire(type);
        found.check(kind.isPresent(), "/type", "body_type", "There is no such type of body.");
        if (mandate != null && !mandate.isBlank()) found.text("/mandate", mandate, MANDATE_LENGTH);
        var known = before == null ? List.<Duty>of() : before.duties();
        checkDuties(found, known);
        found.throwIfAny();
        if (name == null || kind.isEmpty()) throw new IllegalStateException("it was checked above");
        var details = new Body.Details(
                name,
                kind.get(),
                mandate == null ? new LocalizedText(Map.of()) : mandate,
                wantedRole(),
                Boolean.TRUE.equals(isPublic));
        return new Body(
                id,
                details,
                merged(known, id),
                before == null ? List.of() : before.members(),
                before == null ? 0 : before.version() + 1);
    }

    private void checkDuties(Violations found, List<Duty> before) {
        if (duties == null) return;
        found.check(duties.size() <= MOST_DUTIES, "/duties", "too_many_duties", "A body has at most 30 duties.");
        var known = before.stream().map(Duty::id).collect(Collectors.toCollection(ArrayList::new));
        for (var i = 0; i < duties.size(); i++) {
            var duty = duties.get(i);
            if (duty == null) {
                found.add("/duties/" + i, "required", "This is required.");
                continue;
            }
            found.text("/duties/" + i + "/text", duty.text(), DUTY_LENGTH);
            // each of those there are can be named once
            if (duty.duty() != null && !known.remove(duty.duty()))
                found.add("/duties/" + i + "/duty", "unknown_duty", "This body has no such duty.");
        }
    }

    private List<Duty> merged(List<Duty> before, UUID body) {
        if (duties == null) return before;
        var known = before.stream().collect(Collectors.toMap(Duty::id, Function.identity()));
        var merged = new ArrayList<Duty>();
        for (var duty : duties) {
            var text = duty.text();
            if (text == null) throw new IllegalStateException("it was checked above");
            var old = duty.duty() == null ? null : known.get(duty.duty());
            merged.add(old == null ? Duty.of(Ids.next(), text, body) : old.with(text));
        }
        return merged;
    }
}
