package org.plenary.registration.fee;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.Stock;
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fees of conferences. */
@Component
public class Fees {
    private static final int MAXIMUM_FEES = 100;

    private final JdbcClient jdbc;
    private final Json json;
    private final Stock stock;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Fees(JdbcClient jdbc, Json json, Stock stock, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.stock = stock;
        this.audit = audit;
        this.events = events;
    }

    /** In the order in which the organizer put them. */
    @Transactional(readOnly = true)
    public List<Fee> all(UUID conference) {
        return Reading.once(
                Fees.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.FEE).stream()
                        .map(kept -> json.read(kept.content(), FeeInput.class)
                                .fee(UUID.fromString(kept.name()), kept.version()))
                        .toList());
    }

    @Transactional(readOnly = true)
    public Optional<Fee> find(UUID conference, String key) {
        return all(conference).stream().filter(fee -> fee.key().equals(key)).findFirst();
    }

    @Transactional
    Fee create(ConferenceView conference, FeeInput input) {
        input.check(conference.currency());
        var fee = input.fee(Ids.next(), 0);
        var written = jdbc.sql("""
                INSERT INTO fee (id, conference_id, key, position, definition, version)
                SELECT :id, :conference, :key, count(*), CAST(:definition AS jsonb), 0 FROM fee
                WHERE conference_id = :conference HAVING count(*) < :maximum
                ON CONFLICT (conference_id, key) DO NOTHING""")
                .param("id", fee.id())
                .param("conference", conference.id())
                .param("key", fee.key())
                .param("definition", json.write(input))
                .param("maximum", MAXIMUM_FEES)
                .update();
        if (written == 0 && find(conference.id(), fee.key()).isEmpty())
            throw new Problem.Conflict("too_many_fees", "A conference has at most 100 fees.");
        if (written == 0) throw new Problem.InvalidInput("/key", "taken", "Another fee has this key.");
        stock.define(conference.id(), Collections.singletonMap(fee.stockKey(), fee.capacity()));
        audit.record("fee.created", fee.key(), Map.of("conference", conference.slug()));
        return fee;
    }

    /** @param ifMatch the tag of the version that the writer saw, or null to write in any case */
    @Transactional
    Fee change(ConferenceView conference, String key, FeeInput input, @Nullable String ifMatch) {
        var before = find(conference.id(), key).orElseThrow(() -> new Problem.NotFound("This fee"));
        input.check(conference.currency());
        if (!input.key().equals(key))
            throw new Problem.InvalidInput("/key", "fixed", "The key of a fee never changes.");
        Preconditions.check(ifMatch, before.version());
        var written = jdbc.sql("""
                UPDATE fee SET definition = CAST(:definition AS jsonb), version = version + 1
                WHERE id = :id AND version = :version""")
                .param("definition", json.write(input))
                .param("id", before.id())
                .param("version", before.version())
                .update();
        if (written == 0) throw new Problem.Stale();
        var changed = input.fee(before.id(), before.version() + 1);
        // Before the stock is touched: who hears of it waits for those who wait for the stock.
        if (!Objects.equals(before.category(), changed.category()))
            events.publishEvent(new CategoryChanged(conference.id()));
        stock.define(conference.id(), Collections.singletonMap(Fee.stockKey(key), input.capacity()));
        audit.changed("fee.changed", key, Map.of("conference", conference.slug()), before, changed);
        return changed;
    }

    /** Only a fee that nobody ever ordered goes away. */
    @Transactional
    void delete(ConferenceView conference, String key) {
        var fee = find(conference.id(), key).orElseThrow(() -> new Problem.NotFound("This fee"));
        var isUsed = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM delegate WHERE conference_id = :conference AND fee_key = :key)")
                .param("conference", conference.id())
                .param("key", key)
                .query(Boolean.class)
                .single();
        if (isUsed)
            throw new Problem.Conflict("fee_in_use", "There are orders with this fee; set its capacity to 0 instead.");
        jdbc.sql("DELETE FROM fee WHERE id = :id").param("id", fee.id()).update();
        stock.define(conference.id(), Collections.singletonMap(fee.stockKey(), 0));
        audit.record("fee.deleted", key, Map.of("conference", conference.slug()));
    }

    /** Puts a fee one place up (-1) or down (1). */
    @Transactional
    void move(ConferenceView conference, String key, int by) {
        var keys = keys(conference);
        var from = keys.indexOf(key);
        var to = from + by;
        if (from < 0 || to < 0 || to >= keys.size()) return;
        Collections.swap(keys, from, to);
        arrange(conference, keys);
    }

    /** Puts the fees in this order; those not named stay behind. */
    @Transactional
    void arrange(ConferenceView conference, List<String> wanted) {
        var keys = keys(conference);
        var ordered = new LinkedHashSet<>(wanted);
        ordered.retainAll(keys);
        ordered.addAll(keys);
        var position = 0;
        for (var key : ordered)
            jdbc.sql("UPDATE fee SET position = :position WHERE conference_id = :conference AND key = :key")
                    .param("position", position++)
                    .param("conference", conference.id())
                    .param("key", key)
                    .update();
    }

    private List<String> keys(ConferenceView conference) {
        return new ArrayList<>(all(conference.id()).stream().map(Fee::key).toList());
    }
}
