package org.plenary.conference.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.approval.RuleBook;
import org.plenary.conference.approval.RuleKind;
import org.plenary.kernel.LocalizedText;

/**
 * Who decides about an application, one after the other, as rules have it (APPR-16, APPR-17). None can be left out.
 *
 * @param main in their order
 * @param detours what the applicant answers, by the step that asks
 */
record Chain(List<Step> main, Map<String, Step> detours) {
    static final String APPLICANT = "applicant";

    /** @param offices who decides; several do it side by side, and all must agree */
    record Step(String key, LocalizedText title, List<String> offices) {
        boolean isOf(String office) {
            return offices.contains(office);
        }

        boolean isOfApplicant() {
            return isOf(APPLICANT);
        }
    }

    /** Where an application is: {@code step} null with its applicant, or at the end. */
    record Place(Application.State state, @Nullable String step) {}

    static Chain of(RuleBook rules) {
        var main = new ArrayList<Step>();
        for (var rule : rules.of(RuleKind.JOINT_REVIEW)) {
            var departments = new ArrayList<String>();
            rule.members().path("departments").forEach(each -> departments.add(each.asString()));
            main.add(new Step(rule.id(), rule.title(), departments));
            main.add(new Step(rule.id() + "-then", rule.title(), List.of(rule.text("then_by"))));
        }
        var detours = new LinkedHashMap<String, Step>();
        rules.of(RuleKind.APPROVAL_STEP).stream()
                .sorted(Comparator.comparingInt(rule -> rule.numberOrZero("order")))
                .forEach(rule -> {
                    var step = new Step(rule.text("step"), rule.title(), List.of(rule.text("by")));
                    if (rule.text("returns_to").isEmpty()) main.add(step);
                    else detours.put(rule.text("returns_to"), step);
                });
        return new Chain(List.copyOf(main), detours);
    }

    Optional<Step> find(@Nullable String key) {
        return main.stream()
                .filter(step -> step.key().equals(key))
                .findFirst()
                .or(() -> detours.values().stream()
                        .filter(step -> step.key().equals(key))
                        .findFirst());
    }

    /** How many steps are behind it. */
    int done(Place at) {
        if (at.state() == Application.State.APPROVED) return main.size();
        for (var i = 0; i < main.size(); i++) {
            var step = main.get(i);
            var detour = detours.get(step.key());
            if (step.key().equals(at.step()) || detour != null && detour.key().equals(at.step())) return i;
        }
        return 0;
    }

    boolean isLast(Step step) {
        return !main.isEmpty() && main.getLast().equals(step);
    }

    /** Where it goes when it is handed in. */
    Place begin() {
        return main.isEmpty()
                ? new Place(Application.State.APPROVED, null)
                : new Place(Application.State.UNDER_REVIEW, main.getFirst().key());
    }

    /**
     * Where it goes by what is done at a step.
     *
     * @param agreed the offices of this step that agree, whoever does it now included
     */
    Place after(Step step, Action action, Set<String> agreed) {
        return switch (action) {
            case AGREE -> agreed.containsAll(step.offices()) ? next(step) : under(step.key());
            case RETURN -> {
                var detour = detours.get(step.key());
                yield detour == null ? new Place(Application.State.DRAFT, null) : under(detour.key());
            }
            case REJECT ->
                step.offices().size() > 1
                        ? new Place(Application.State.DRAFT, null)
                        : new Place(Application.State.REJECTED, null);
            case ANSWER ->
                detours.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(step))
                        .map(entry -> under(entry.getKey()))
                        .findFirst()
                        .orElseThrow();
            case HAND_IN -> throw new IllegalArgumentException("it is handed in already");
        };
    }

    private Place next(Step step) {
        var at = main.indexOf(step);
        return at + 1 < main.size() ? under(main.get(at + 1).key()) : new Place(Application.State.APPROVED, null);
    }

    private static Place under(String step) {
        return new Place(Application.State.UNDER_REVIEW, step);
    }
}
