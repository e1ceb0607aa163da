package org.plenary.registration.delegate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;

/** The listings that people keep under a name: their own, and those that all staff of the conference share. */
@Component
class SavedViews {
    private static final TypeReference<Map<String, List<String>>> PARAMETERS = new TypeReference<>() {};
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final Json json;
    private final Callers callers;
    private final AuditTrail audit;

    SavedViews(JdbcClient jdbc, Json json, Callers callers, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.callers = callers;
        this.audit = audit;
    }

    /** @param isDefault whether the list opens with it; somebody's own goes before the shared one */
    record Saved(UUID id, String name, boolean isShared, boolean isDefault, Listing listing) {}

    record Save(String name, boolean isShared, boolean isDefault, Listing listing) {}

    /** The caller's own and the shared ones, by name. */
    @Transactional(readOnly = true)
    public List<Saved> all(UUID conference) {
        return jdbc.sql("""
                SELECT id, name, owner, is_default, listing FROM delegate_view
                WHERE conference_id = :conference AND (owner IS NULL OR owner = :owner)
                ORDER BY owner NULLS LAST, lower(name), id""")
                .param("conference", conference)
                .param("owner", callers.current().id())
                .query(this::saved)
                .list();
    }

    static Optional<Saved> opening(List<Saved> views) {
        return views.stream()
                .filter(view -> view.isDefault() && !view.isShared())
                .findFirst()
                .or(() -> views.stream().filter(Saved::isDefault).findFirst());
    }

    /** @throws Problem.NotFound when there is none that the caller may see */
    @Transactional(readOnly = true)
    public Saved find(UUID conference, UUID id) {
        return all(conference).stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This view"));
    }

    /** @param id of the view to change; null for a new one */
    @Transactional
    public UUID save(ConferenceView conference, @Nullable UUID id, Save save) {
        var before = id == null ? null : find(conference.id(), id);
        var isShared = save.isShared() || before != null && before.isShared();
        check(conference.id(), before, save, isShared);
        @Nullable String owner = isShared ? null : callers.current().id();
        var saved = id == null ? Ids.next() : id;
        if (save.isDefault())
            jdbc.sql("""
                    UPDATE delegate_view SET is_default = false
                    WHERE conference_id = :conference AND owner IS NOT DISTINCT FROM CAST(:owner AS text)""")
                    .param("conference", conference.id())
                    .param("owner", owner)
                    .update();
        jdbc.sql("""
                INSERT INTO delegate_view (conference_id, id, owner, name, listing, is_default)
                VALUES (:conference, :id, :owner, :name, CAST(:listing AS jsonb), :isDefault)
                ON CONFLICT (conference_id, id) DO UPDATE
                SET owner = EXCLUDED.owner, name = EXCLUDED.name, listing = EXCLUDED.listing,
                    is_default = EXCLUDED.is_default""")
                .param("conference", conference.id())
                .param("id", saved)
                .param("owner", owner, java.sql.Types.VARCHAR)
                .param("name", save.name().strip())
                .param("listing", json.write(Map.copyOf(save.listing().parameters())))
                .param("isDefault", save.isDefault())
                .update();
        if (isShared) audit.record("delegate-view.saved", saved.toString(), Map.of("conference", conference.slug()));
        return saved;
    }

    @Transactional
    public void delete(ConferenceView conference, UUID id) {
        var view = find(conference.id(), id);
        var found = new Violations();
        mayShare(view.isShared(), found);
        found.throwIfAny();
        jdbc.sql("DELETE FROM delegate_view WHERE conference_id = :conference AND id = :id")
                .param("conference", conference.id())
                .param("id", id)
                .update();
        if (view.isShared())
            audit.record("delegate-view.deleted", id.toString(), Map.of("conference", conference.slug()));
    }

    private void check(UUID conference, @Nullable Saved before, Save save, boolean isShared) {
        var found = new Violations();
        found.text("/name", save.name(), LONGEST_NAME);
        mayShare(isShared, found);
        var views = all(conference);
        found.check(
                views.stream()
                        .noneMatch(view -> view.isShared() == isShared
                                && view.name().equalsIgnoreCase(save.name().strip())
                                && (before == null || !view.id().equals(before.id()))),
                "/name",
                "taken",
                "Another view has this name.");
        found.check(before != null || views.size() < MOST, "/name", "too_many_views", "At most 50 views can be kept.");
        found.throwIfAny();
    }

    /** What everybody sees is changed by those who may change registrations. */
    private void mayShare(boolean isShared, Violations found) {
        found.check(
                !isShared || callers.current().may(Permission.REGISTRATION_WRITE),
                "/shared",
                "may_not_share",
                "Only those who may change registrations change what all share.");
    }

    private Saved saved(ResultSet row, int number) throws SQLException {
        MultiValueMap<String, String> parameters =
                new LinkedMultiValueMap<>(json.read(row.getString("listing"), PARAMETERS));
        return new Saved(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("owner") == null,
                row.getBoolean("is_default"),
                Listing.of(parameters));
    }
}
