package org.plenary.papers.call;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Posted;

/** The fields of the page on which the dates of the call are set. All its deadlines are in one zone. */
final class CallForm {
    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

    private CallForm() {}

    /** @param suggested the day that suits the conference; it is offered as long as it has not passed */
    static Posted blank(LocalDate suggested, LocalDate today) {
        var posted = Posted.empty()
                .set("deadline.zone", Deadline.ANYWHERE_ON_EARTH)
                .set("blinding", "double")
                .set("first", Stage.FULL.code());
        return suggested.isAfter(today) ? posted.set("deadline.at", suggested.atTime(END_OF_DAY)) : posted;
    }

    static Posted of(Calls.Versioned current) {
        var call = current.call();
        var posted = Posted.empty()
                .set("version", current.version())
                .set("first", call.first().code())
                .set("deadline.at", call.deadline().at())
                .set("deadline.zone", call.deadline().zone())
                .set("blinding", call.blinding())
                .set("instructions", call.instructions())
                .set("late_reason", call.lateReason());
        for (var round : call.rounds().subList(1, call.rounds().size()))
            posted.set(field(round.stage()), round.deadline().at());
        return posted;
    }

    /** What the page does not show stays as it is in the call before. */
    static CallInput input(Posted posted, @Nullable Call before) {
        var zone = posted.get("deadline.zone");
        var first = posted.get("first").equals(Stage.ABSTRACT.code()) ? Stage.ABSTRACT : Stage.FULL;
        var rounds = new ArrayList<CallInput.@Nullable RoundInput>();
        rounds.add(new CallInput.RoundInput(first, null));
        for (var stage : later(first))
            if (posted.has(field(stage)) || (first == Stage.ABSTRACT && stage == Stage.FULL))
                rounds.add(new CallInput.RoundInput(stage, deadline(posted.get(field(stage)), zone)));
        var kept = before == null ? null : CallInput.of(before);
        return new CallInput(
                kept == null ? null : kept.tracks(),
                kept == null ? null : kept.types(),
                posted.texts("instructions"),
                null,
                deadline(posted.get("deadline.at"), zone),
                posted.get("blinding"),
                rounds,
                posted.text("late_reason"));
    }

    /** Puts what is wrong with a round on the field of its stage. */
    static Map<String, String> onFields(Map<String, String> errors, CallInput input) {
        var moved = new LinkedHashMap<String, String>();
        var rounds = CallInput.given(input.rounds());
        errors.forEach((path, message) -> {
            if (path.equals("deadline")) moved.put("deadline.at", message);
            else if (path.startsWith("rounds.")) moved.putIfAbsent(roundField(path, rounds), message);
            else if (path.equals("instructions")) moved.put("instructions.en", message);
            else moved.put(path, message);
        });
        return moved;
    }

    private static String roundField(String path, List<CallInput.@Nullable RoundInput> rounds) {
        var round = rounds.get(Integer.parseInt(path.split("\\.")[1]));
        var stage = round == null ? null : round.stage();
        return stage == null || stage.isFirst() && round.deadline() == null && path.startsWith("rounds.0.")
                ? "deadline.at"
                : field(stage);
    }

    private static List<Stage> later(Stage first) {
        return first == Stage.ABSTRACT
                ? List.of(Stage.FULL, Stage.REVISION, Stage.CAMERA_READY)
                : List.of(Stage.REVISION, Stage.CAMERA_READY);
    }

    /** The name of the input of a later round's deadline. */
    static String field(Stage stage) {
        return "rounds." + stage.code();
    }

    private static @Nullable Deadline deadline(String at, String zone) {
        try {
            return new Deadline(TypedTime.dayAndTime(at), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
