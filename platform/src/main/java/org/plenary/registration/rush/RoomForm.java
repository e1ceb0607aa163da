package org.plenary.registration.rush;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.rush.RoomSettings.Group;

/** The organizer's form of a waiting room. */
final class RoomForm {
    private static final int CODE_LENGTH = 12;

    private RoomForm() {}

    /** Reads the form; sent, it switches the room on. Groups without a code are given one. */
    static RoomSettings read(Posted form, ZoneId zone, boolean paused) {
        var groups = new ArrayList<Group>();
        for (var i = 0; i < RoomSettings.MAXIMUM_GROUPS; i++) {
            var name = form.text("groups." + i + ".name");
            var code = form.text("groups." + i + ".code");
            if (name == null && code == null) continue;
            groups.add(new Group(name, code == null ? Ids.reference(CODE_LENGTH) : code));
        }
        var perMinute = form.integer("per_minute");
        var atOnce = form.integer("at_once");
        var minutes = form.integer("minutes");
        var perAddress = form.integer("per_address");
        form.throwIfWrong();
        var opens = opensAt(form);
        return new RoomSettings(
                true,
                opens == null ? null : opens.atZone(zone).toInstant(),
                perMinute,
                atOnce,
                minutes,
                perAddress,
                form.text("without_redis"),
                paused,
                groups);
    }

    private static @Nullable LocalDateTime opensAt(Posted form) {
        var text = form.text("opens_at");
        if (text == null) return null;
        try {
            return TypedTime.dayAndTime(text);
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/opens_at", "rush_opens_at", "This is not a date and time.");
        }
    }

    static Posted blank() {
        return Posted.empty()
                .set("minutes", RoomSettings.MINUTES)
                .set("per_address", RoomSettings.PER_ADDRESS)
                .set("without_redis", RoomSettings.OPEN);
    }

    static Posted filled(WaitingRoom room, ZoneId zone) {
        var settings = room.settings();
        var opens = room.opensAt().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        var form = Posted.empty()
                .set("opens_at", opens)
                .set("per_minute", settings.perMinute())
                .set("at_once", settings.atOnce())
                .set("minutes", settings.minutes())
                .set("per_address", settings.perAddress())
                .set("without_redis", settings.withoutRedis())
                .set("version", room.version());
        for (var i = 0; i < settings.allGroups().size(); i++)
            form.set("groups." + i + ".name", settings.allGroups().get(i).name())
                    .set("groups." + i + ".code", settings.allGroups().get(i).code());
        return form;
    }
}
