package org.plenary.registration.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The delegates of orders, one by one. Every write belongs to a use case's transaction, under the order's lock. */
@Repository
class OrderDelegates {
    private static final TypeReference<Map<String, JsonNode>> ANSWERS = new TypeReference<>() {};
    private static final int TICKET_LENGTH = 12;

    private final JdbcClient jdbc;
    private final Json json;
    private final AnswerFiles files;
    private final Clock clock;

    OrderDelegates(JdbcClient jdbc, Json json, AnswerFiles files, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
        this.clock = clock;
    }

    /** @param ticket there once the order is confirmed */
    record Delegate(
            UUID id,
            String fee,
            int formVersion,
            String name,
            String email,
            String country,
            Map<String, JsonNode> answers,
            String status,
            @Nullable String ticket,
            boolean hasCome) {
        boolean isLive() {
            return status.equals("confirmed") || status.equals("pending");
        }
    }

    Optional<Delegate> find(UUID order, UUID id) {
        return jdbc.sql("SELECT * FROM delegate WHERE order_id = :order AND id = :id")
                .param("order", order)
                .param("id", id)
                .query((row, n) -> new Delegate(
                        id,
                        row.getString("fee_key"),
                        row.getInt("form_version"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("country"),
                        json.read(row.getString("answers"), ANSWERS),
                        row.getString("status"),
                        row.getString("ticket_code"),
                        row.getTimestamp("checked_in_at") != null))
                .optional();
    }

    /** Whether somebody of the order was let in. */
    boolean hasCome(UUID order) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM delegate WHERE order_id = :order AND checked_in_at IS NOT NULL)")
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    void change(Delegate before, Proposal proposal) {
        jdbc.sql("""
                UPDATE delegate SET fee_key = :fee, form_version = :form, name = :name, email = :email, country = :country,
                    answers = CAST(:answers AS jsonb), answered_at = :now, version = version + 1
                WHERE id = :id""")
                .param("fee", proposal.fee())
                .param("form", proposal.formVersion())
                .param("name", proposal.name())
                .param("email", proposal.email())
                .param("country", proposal.country())
                .param("answers", json.write(proposal.answers()))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", before.id())
                .update();
        files.deleteUnlessKept(before.id(), before.answers());
    }

    /** What a cancelled line was sold for is answered no more. */
    void unpick(OrderLines.Line line) {
        if (line.isForPersons() && line.field() != null) sendHome(line, line.field());
        for (var take : line.takes().keySet()) {
            if (!take.startsWith("option:")) continue;
            var option = take.split(":", 3);
            jdbc.sql("""
                    UPDATE delegate SET version = version + 1, answers = CASE jsonb_typeof(answers -> :field)
                        WHEN 'array' THEN jsonb_set(answers, ARRAY[:field], (answers -> :field) - :option)
                        ELSE answers - :field END
                    WHERE id = :delegate""")
                    .param("field", option[1])
                    .param("option", option[2])
                    .param("delegate", line.delegate())
                    .update();
        }
    }

    /** As many persons as the line was over come along no more; nobody says who, so it is the last ones. */
    private void sendHome(OrderLines.Line line, String field) {
        jdbc.sql("""
                UPDATE delegate SET version = version + 1, answers = jsonb_set(answers, ARRAY[:field],
                    (SELECT coalesce(jsonb_agg(person ORDER BY n), '[]')
                     FROM jsonb_array_elements(answers -> :field) WITH ORDINALITY AS e (person, n)
                     WHERE n <= jsonb_array_length(answers -> :field) - :gone))
                WHERE id = :delegate AND jsonb_typeof(answers -> :field) = 'array'""")
                .param("field", field)
                .param("gone", line.quantity())
                .param("delegate", line.delegate())
                .update();
    }

    /** The ticket that there is opens no door any more; a new one does. */
    void renewTicket(Delegate delegate, Instant now) {
        if (delegate.ticket() == null) return;
        jdbc.sql("INSERT INTO voided_ticket (code, delegate_id, voided_at) VALUES (:code, :delegate, :now)")
                .param("code", delegate.ticket())
                .param("delegate", delegate.id())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("UPDATE delegate SET ticket_code = :ticket, version = version + 1 WHERE id = :id")
                .param("ticket", Ids.reference(TICKET_LENGTH))
                .param("id", delegate.id())
                .update();
    }
}
