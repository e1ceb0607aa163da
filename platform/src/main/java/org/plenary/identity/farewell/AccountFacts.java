package org.plenary.identity.farewell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.identity.account.Account;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the platform itself holds of an account; of what opens it nothing but that it is there. */
@Component
class AccountFacts {
    private static final Map<String, String> SECTIONS = sections();

    private final JdbcClient jdbc;
    private final Json json;

    AccountFacts(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Map<String, Object> of(Account account) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", account.id());
        facts.put("name", account.name());
        facts.put("email", account.email());
        facts.put("email_is_confirmed", account.verified());
        facts.put("has_password", account.passwordHash() != null);
        SECTIONS.forEach((name, query) -> facts.put(name, rows(query, account.id())));
        return facts;
    }

    /** Each query has one parameter. */
    private JsonNode rows(String query, UUID account) {
        return json.read(
                jdbc.sql("select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text from (" + query + ") t")
                        .params(List.of(account))
                        .query(String.class)
                        .single(),
                JsonNode.class);
    }

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        sections.put("account", "select created_at from control.account where id = ?");
        sections.put(
                "organizations",
                "select t.name, t.slug from control.account_tenant m join control.tenant t on t.id = m.tenant_id"
                        + " where m.account_id = ? order by t.slug");
        sections.put("sign_ins", """
                select proof, browser, system, network, started_at, seen_at from control.sign_in where account_id = ?
                order by started_at""");
        sections.put("known_devices", "select seen_at from control.known_device where account_id = ? order by seen_at");
        sections.put("one_time_codes", "select begun_at, confirmed_at from control.code_app where account_id = ?");
        sections.put(
                "passkeys",
                "select name, transports, created_at, used_at from control.passkey where account_id = ? order by created_at");
        sections.put("other_sign_ins", """
                select kind, issuer, email, linked_at, used_at from control.external_identity where account_id = ?
                order by linked_at""");
        sections.put(
                "other_addresses",
                "select email, added_at from control.account_address where account_id = ? order by added_at");
        sections.put("email_changes", """
                select old_email, new_email, asked_at, confirmed_at, undone_at from control.email_change
                where account_id = ? order by asked_at""");
        sections.put("what_you_did", """
                select at, action, network from control.audit_entry where caller = 'account:' || cast(? as text)
                order by id desc limit 1000""");
        return sections;
    }
}
