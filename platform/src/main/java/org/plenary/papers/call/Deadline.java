package org.plenary.papers.call;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.plenary.kernel.TypedTime;

/**
 * A local date and time that carries its zone: an IANA zone such as {@code Asia/Shanghai}, or {@code AoE}, anywhere on
 * Earth, which ends when the day has ended in the last place (UTC−12). On the wire {@code {"at": "2027-01-31T23:59", "zone":
 * "AoE"}}; {@code local} is another name for {@code at}.
 */
public record Deadline(LocalDateTime at, String zone) {
    public static final String ANYWHERE_ON_EARTH = "AoE";
    private static final Set<String> MEMBERS = Set.of("at", "local", "zone");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    public Deadline {
        // fails for a zone that does not exist
        var unused = zoneId(zone);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Deadline fromJson(Map<String, Object> json) {
        if (!MEMBERS.containsAll(json.keySet())) throw wrong();
        if (!(json.getOrDefault("at", json.get("local")) instanceof String at)) throw wrong();
        if (!(json.get("zone") instanceof String zone)) throw wrong();
        try {
            return new Deadline(TypedTime.dayAndTime(at), zone);
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    /** The moment itself; the last at which a submission is taken. */
    public Instant instant() {
        return at.atZone(zoneId(zone)).toInstant();
    }

    public boolean isPassed(Instant now) {
        return now.isAfter(instant());
    }

    /** {@code 2027-01-31 23:59 AoE}, as people write deadlines. */
    @Override
    public String toString() {
        return MINUTES.format(at) + " " + zone;
    }

    private static ZoneId zoneId(String zone) {
        return zone.equals(ANYWHERE_ON_EARTH) ? ZoneOffset.ofHours(-12) : ZoneId.of(zone);
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException(
                "a deadline is {\"at\": \"2027-01-31T23:59\", \"zone\": \"Asia/Shanghai\" or \"AoE\"}");
    }
}
