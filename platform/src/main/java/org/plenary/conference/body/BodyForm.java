package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.plenary.conference.body.BodyInput.DutyInput;
import org.plenary.kernel.web.Posted;

/** A body's form. Its duties are lines of two texts; one that is emptied goes, and some empty ones wait at the end. */
record BodyForm(Posted posted) {
    private static final int SPARE = 3;

    static BodyForm of(Body body) {
        var details = body.details();
        var posted = Posted.empty()
                .set("name", details.name())
                .set("type", details.type().wire())
                .set("mandate", details.mandate())
                .set("role", details.role())
                .set("is_public", details.isPublic())
                .set("version", body.version());
        for (var i = 0; i < body.duties().size(); i++) {
            var duty = body.duties().get(i);
            posted.set(at(i) + ".duty", duty.id()).set(at(i) + ".text", duty.text());
        }
        return new BodyForm(posted);
    }

    /** As it was sent, without the lines that are empty. */
    static BodyForm sent(Posted sent) {
        var kept = Posted.empty();
        for (var name :
                List.of("name.en", "name.zh-CN", "type", "mandate.en", "mandate.zh-CN", "role", "is_public", "version"))
            kept.set(name, sent.get(name));
        var written = IntStream.range(0, BodyInput.MOST_DUTIES + SPARE)
                .filter(i -> sent.hasAny(at(i) + ".text."))
                .toArray();
        for (var i = 0; i < written.length; i++)
            for (var part : List.of(".duty", ".text.en", ".text.zh-CN"))
                kept.set(at(i) + part, sent.get(at(written[i]) + part));
        return new BodyForm(kept);
    }

    /** How many lines its page has; templates call it. */
    public int lines() {
        return Math.min(duties().size() + SPARE, BodyInput.MOST_DUTIES);
    }

    BodyInput input() {
        var input = new BodyInput(
                posted.texts("name"),
                posted.get("type"),
                posted.texts("mandate"),
                posted.text("role"),
                posted.isOn("is_public"),
                duties());
        posted.throwIfWrong();
        return input;
    }

    private List<DutyInput> duties() {
        var duties = new ArrayList<DutyInput>();
        while (posted.hasAny(at(duties.size()) + ".text."))
            duties.add(
                    new DutyInput(posted.id(at(duties.size()) + ".duty"), posted.texts(at(duties.size()) + ".text")));
        return duties;
    }

    private static String at(int line) {
        return "duties." + line;
    }

    /** Brings messages to fields that are there. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> {
            var isText = field.equals("name") || field.equals("mandate") || field.endsWith(".text");
            placed.putIfAbsent(isText ? field + ".en" : field, message);
        });
        return placed;
    }
}
