package org.plenary.identity.person;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.OwnRecords;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** That somebody works for an organization, in which roles, and what they did there by its own trail. */
@Component
class OwnMembership implements OwnRecords {
    private final People people;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final Json json;

    OwnMembership(People people, AuditTrail audit, JdbcClient jdbc, Json json) {
        this.people = people;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var held = new LinkedHashMap<String, Object>();
        people.ofAccount(who.account()).ifPresent(person -> held.put("membership", membership(person)));
        var done =
                json.read(jdbc.sql("""
                                select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (
                                    select at, action, subject, network from audit_entry
                                    where caller = 'account:' || cast(? as text) order by id desc limit 1000) t""").param(who.account()).query(String.class).single(), JsonNode.class);
        if (!done.isEmpty()) held.put("what_you_did", done);
        return held;
    }

    private static Map<String, Object> membership(Person person) {
        return Map.of(
                "name", person.name(),
                "email", person.email(),
                "since", person.createdAt(),
                "roles", person.grants().stream().map(OwnMembership::role).toList());
    }

    private static Map<String, @Nullable Object> role(Grant grant) {
        var role = new LinkedHashMap<String, @Nullable Object>();
        role.put("role", grant.role().code());
        role.put("conference", grant.conference());
        role.put("until", grant.until());
        return role;
    }

    /** Whoever has no account is no member. The trail keeps who did what: it is the organization's proof. */
    @Override
    public void leave(Who who) {
        people.ofAccount(who.account()).ifPresent(person -> {
            people.remove(person);
            audit.record("member.left", person.id().toString(), Map.of());
        });
    }
}
