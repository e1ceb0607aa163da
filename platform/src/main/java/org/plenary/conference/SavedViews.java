package org.plenary.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.identity.OwnRecords;
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
import tools.jackson.databind.JsonNode;

/**
 * What people keep of a list under a name: their own, and what all staff of the conference share. Each list that has such views makes one
 * of these, with a table of its own.
 */
public abstract class SavedViews implements DraftContent, OwnRecords {
    private static final TypeReference<Map<String, List<String>>> PARAMETERS = new TypeReference<>() {};
    private static final String OWNER = "account:";
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;

    private final Tools tools;
    private final String table;
    private final Permission sharing;

    /** What all of them need. */
    @Component
    public record Tools(JdbcClient jdbc, Json json, Callers callers, AuditTrail audit) {}

    /**
     * @param table with the columns {@code conference_id, id, owner, name, listing, is_default}
     * @param sharing what it takes to change what all share
     */
    protected SavedViews(Tools tools, String table, Permission sharing) {
        this.tools = tools;
        this.table = table;
        this.sharing = sharing;
    }

    /**
     * @param isDefault whether the list opens with it; somebody's own goes before the shared one
     * @param asked the list's parameters
     */
    public record Saved(
            UUID id, String name, boolean isShared, boolean isDefault, MultiValueMap<String, String> asked) {}

    /** One in the menu of a list. */
    public record Link(String name, String href, boolean isActive, boolean isShared, boolean isDefault) {}

    /** @param open the one that is open; null for none */
    public static List<Link> links(List<Saved> views, @Nullable UUID open, String path) {
        return views.stream()
                .map(each -> new Link(
                        each.name(),
                        path + "?view=" + each.id(),
                        each.id().equals(open),
                        each.isShared(),
                        each.isDefault()))
                .toList();
    }

    public record Save(String name, boolean isShared, boolean isDefault, MultiValueMap<String, String> asked) {}

    /** Something that all share was saved. */
    protected abstract void saved(AuditTrail audit, String id, Map<String, Object> details);

    /** Something that all share was deleted. */
    protected abstract void deleted(AuditTrail audit, String id, Map<String, Object> details);

    /** The caller's own and the shared ones, by name. */
    @Transactional(readOnly = true)
    public List<Saved> all(UUID conference) {
        return tools.jdbc()
                .sql("""
                SELECT id, name, owner, is_default, listing FROM %s
                WHERE conference_id = :conference AND (owner IS NULL OR owner = :owner)
                ORDER BY owner NULLS LAST, lower(name), id""".formatted(table))
                .param("conference", conference)
                .param("owner", tools.callers().current().id())
                .query(this::read)
                .list();
    }

    public static Optional<Saved> opening(List<Saved> views) {
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

    /** Whether the caller may change what all share. */
    public boolean mayShare() {
        return tools.callers().current().may(sharing);
    }

    /** @param id of the view to change; null for a new one */
    @Transactional
    public UUID save(ConferenceView conference, @Nullable UUID id, Save save) {
        alone(conference.id());
        var before = id == null ? null : find(conference.id(), id);
        var isShared = save.isShared() || before != null && before.isShared();
        check(conference.id(), before, save, isShared);
        @Nullable String owner = isShared ? null : tools.callers().current().id();
        var saved = id == null ? Ids.next() : id;
        if (save.isDefault())
            tools.jdbc()
                    .sql("""
                    UPDATE %s SET is_default = false
                    WHERE conference_id = :conference AND owner IS NOT DISTINCT FROM CAST(:owner AS text)""".formatted(table))
                    .param("conference", conference.id())
                    .param("owner", owner)
                    .update();
        tools.jdbc()
                .sql("""
                INSERT INTO %s (conference_id, id, owner, name, listing, is_default)
                VALUES (:conference, :id, :owner, :name, CAST(:listing AS jsonb), :isDefault)
                ON CONFLICT (conference_id, id) DO UPDATE
                SET owner = EXCLUDED.owner, name = EXCLUDED.name, listing = EXCLUDED.listing,
                    is_default = EXCLUDED.is_default""".formatted(table))
                .param("conference", conference.id())
                .param("id", saved)
                .param("owner", owner, java.sql.Types.VARCHAR)
                .param("name", save.name().strip())
                .param("listing", tools.json().write(Map.copyOf(save.asked())))
                .param("isDefault", save.isDefault())
                .update();
        if (isShared) saved(tools.audit(), saved.toString(), Map.of("conference", conference.slug()));
        return saved;
    }

    @Transactional
    public void delete(ConferenceView conference, UUID id) {
        var view = find(conference.id(), id);
        var found = new Violations();
        checkSharing(view.isShared(), found);
        found.throwIfAny();
        tools.jdbc()
                .sql("DELETE FROM %s WHERE conference_id = :conference AND id = :id".formatted(table))
                .param("conference", conference.id())
                .param("id", id)
                .update();
        if (view.isShared()) deleted(tools.audit(), id.toString(), Map.of("conference", conference.slug()));
    }

    @Override
    public void delete(UUID conference) {
        tools.jdbc()
                .sql("DELETE FROM %s WHERE conference_id = ?".formatted(table))
                .param(conference)
                .update();
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var views = tools.json()
                .read(
                        tools.jdbc()
                                .sql("""
                                SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'list', listing) ORDER BY id), '[]')::text
                                FROM %s WHERE owner = ?""".formatted(table))
                                .param(OWNER + who.account())
                                .query(String.class)
                                .single(),
                        JsonNode.class);
        return views.isEmpty() ? Map.of() : Map.of(table + "s", views);
    }

    /** What is shared stays with those who share it. */
    @Override
    public void leave(Who who) {
        tools.jdbc()
                .sql("DELETE FROM %s WHERE owner = ?".formatted(table))
                .param(OWNER + who.account())
                .update();
    }

    /** Who saves at the same time waits, so that no two get one name. */
    private void alone(UUID conference) {
        tools.jdbc()
                .sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:of, 0))) AS held")
                .param("of", table + conference)
                .query(Integer.class)
                .single();
    }

    private void check(UUID conference, @Nullable Saved before, Save save, boolean isShared) {
        var found = new Violations();
        found.text("/name", save.name(), LONGEST_NAME);
        checkSharing(isShared, found);
        var others = all(conference).stream()
                .filter(view -> view.isShared() == isShared
                        && (before == null || !view.id().equals(before.id())))
                .toList();
        found.check(
                others.stream()
                        .noneMatch(
                                view -> view.name().equalsIgnoreCase(save.name().strip())),
                "/name",
                "taken",
                "Another one has this name.");
        found.check(others.size() < MOST, "/name", "too_many_views", "At most 50 can be kept.");
        found.throwIfAny();
    }

    private void checkSharing(boolean isShared, Violations found) {
        found.check(
                !isShared || mayShare(),
                "/shared",
                "may_not_share",
                "Only those who may make changes here change what all share.");
    }

    private Saved read(ResultSet row, int number) throws SQLException {
        MultiValueMap<String, String> parameters =
                new LinkedMultiValueMap<>(tools.json().read(row.getString("listing"), PARAMETERS));
        return new Saved(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("owner") == null,
                row.getBoolean("is_default"),
                parameters);
    }
}
