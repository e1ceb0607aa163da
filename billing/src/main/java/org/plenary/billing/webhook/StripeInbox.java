package org.plenary.billing.webhook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events of Stripe, each kept once. */
@Component
public class StripeInbox {
    private static final int NOTE_LENGTH = 200;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StripeInbox(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param account the organization's, or null for the platform's own
     * @param object the id of what the event is about
     */
    record Message(
            String endpoint,
            String id,
            @Nullable String account,
            String type,
            @Nullable String object,
            boolean livemode) {}

    /** Keeps the event for later; one that is there already is left as it is. */
    @Transactional
    public void keep(Message message) {
        var isNew = jdbc.sql("""
                        insert into control.stripe_event (endpoint, id, account, type, object_id, livemode, received_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (endpoint, id) do nothing""")
                        .param(message.endpoint())
                        .param(message.id())
                        .param(message.account())
                        .param(message.type())
                        .param(message.object())
                        .param(message.livemode())
                        .param(Timestamp.from(clock.instant()))
                        .update()
                > 0;
        if (isNew) events.publishEvent(new StripeEventReceived(message.endpoint(), message.id()));
    }

    Optional<Message> undone(StripeEventReceived event) {
        return jdbc.sql("""
                        select endpoint, id, account, type, object_id, livemode from control.stripe_event
                        where endpoint = ? and id = ? and done_at is null""")
                .param(event.endpoint())
                .param(event.id())
                .query((row, number) -> new Message(
                        row.getString("endpoint"),
                        row.getString("id"),
                        row.getString("account"),
                        row.getString("type"),
                        row.getString("object_id"),
                        row.getBoolean("livemode")))
                .optional();
    }

    /** Keeps why nothing is done with an event until the operator decides. */
    void alarmed(Message message, String note) {
        jdbc.sql("update control.stripe_event set note = ? where endpoint = ? and id = ?")
                .param(cut(note))
                .param(message.endpoint())
                .param(message.id())
                .update();
    }

    private static String cut(String note) {
        return note.length() <= NOTE_LENGTH ? note : note.substring(0, NOTE_LENGTH);
    }

    /** Events that should long be done, but for those that the operator is asked about. */
    public List<StripeEventReceived> undoneFor(Duration age, int limit) {
        return jdbc.sql("""
                        select endpoint, id from control.stripe_event
                        where done_at is null and note is null and received_at < ? order by received_at limit ?""")
                .param(Timestamp.from(clock.instant().minus(age)))
                .param(limit)
                .query((row, number) -> new StripeEventReceived(row.getString("endpoint"), row.getString("id")))
                .list();
    }

    void done(Message message, String note) {
        jdbc.sql("update control.stripe_event set done_at = ?, note = ? where endpoint = ? and id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(cut(note))
                .param(message.endpoint())
                .param(message.id())
                .update();
    }
}
