package org.plenary.conference.approval;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To which version of the compliance rules each conference of the bound tenant keeps. */
@Component
public class RulePins {
    private final JdbcClient jdbc;
    private final RulePackRows packs;
    private final AuditTrail audit;
    private final Clock clock;

    RulePins(JdbcClient jdbc, RulePackRows packs, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version that a conference keeps to. */
    public record Pin(String code, int version, Instant pinnedAt) {}

    /** Empty for one that keeps to none. */
    public Optional<Pin> of(UUID conference) {
        return jdbc.sql("select code, version, pinned_at from conference_rules where conference_id = ?")
                .param(conference)
                .query((row, number) -> new Pin(
                        row.getString(1), row.getInt(2), row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** What a conference would be given now: the newest version of what the organization follows; empty where it follows nothing. */
    Optional<RulePack> wanted() {
        return packs.choice(Tenancy.require().id()).flatMap(code -> packs.current(code, today()));
    }

    /** Whether another version than its own is what a conference would be given now. */
    public boolean isBehind(UUID conference) {
        var wanted = wanted().orElse(null);
        return wanted != null
                && of(conference)
                        .filter(pin -> pin.code().equals(wanted.code()) && pin.version() == wanted.version())
                        .isEmpty();
    }

    /** A new conference keeps to what its organization follows, in the caller's transaction. */
    public void begin(UUID conference) {
        wanted().ifPresent(pack -> write(conference, pack));
    }

    /**
     * Moves a conference to the newest version of what its organization follows.
     *
     * @param version that the caller has seen
     * @throws Problem.Conflict {@code rules_changed} when that is another one meanwhile
     */
    @Transactional
    public void move(UUID conference, String code, int version) {
        var pack = wanted().filter(each -> each.code().equals(code) && each.version() == version)
                .orElseThrow(() -> new Problem.Conflict("rules_changed", "Another version is the newest by now."));
        var before = of(conference);
        if (before.isPresent()
                && before.get().code().equals(code)
                && before.get().version() == version) return;
        write(conference, pack);
        audit.record(
                "conference.rules-moved",
                conference.toString(),
                Map.of(
                        "from",
                        before.map(pin -> pin.code() + " " + pin.version()).orElse("–"),
                        "to",
                        code + " " + version));
    }

    private void write(UUID conference, RulePack pack) {
        jdbc.sql("""
                        insert into conference_rules (conference_id, code, version, pinned_at) values (?, ?, ?, ?)
                        on conflict (conference_id) do update
                        set code = excluded.code, version = excluded.version, pinned_at = excluded.pinned_at""")
                .params(conference, pack.code(), pack.version(), Timestamp.from(clock.instant()))
                .update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Tenancy.require().timeZone()));
    }
}
