package org.plenary.communication.delivery;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails.Mail;
import org.plenary.communication.SentMails;
import org.plenary.kernel.Ids;
import org.plenary.kernel.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of a tenant's mails, written around the sending in transactions of its own. */
@Component
class DeliveryLog implements SentMails {
    /** After this a mail that is still being sent counts as lost with the node that sent it. */
    private static final Duration LONGEST_SENDING = Duration.ofMinutes(3);

    private static final int MAXIMUM_ERROR = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the one who wants to send is told. */
    enum Claim {
        YOURS,
        SENT_ALREADY,
        BEING_SENT
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Claim claim(Mail mail, String subject) {
        var now = clock.instant();
        var claimed = jdbc.sql("""
                        insert into mail_delivery (id, key, recipient, subject, status, attempts, created_at, tried_at)
                        values (:id, :key, :recipient, :subject, 'SENDING', 1, :now, :now)
                        on conflict (key) do update
                        set status = 'SENDING', attempts = mail_delivery.attempts + 1, tried_at = :now
                        where mail_delivery.status = 'FAILED'
                           or mail_delivery.status = 'SENDING' and mail_delivery.tried_at < :lost""")
                .param("id", Ids.next())
                .param("key", mail.key())
                .param("recipient", mail.to())
                .param("subject", subject)
                .param("now", Timestamp.from(now))
                .param("lost", Timestamp.from(now.minus(LONGEST_SENDING)))
                .update();
        if (claimed == 1) return Claim.YOURS;
        var status = jdbc.sql("select status from mail_delivery where key = :key")
                .param("key", mail.key())
                .query(String.class)
                .single();
        return status.equals("SENT") ? Claim.SENT_ALREADY : Claim.BEING_SENT;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void sent(String key) {
        jdbc.sql("update mail_delivery set status = 'SENT', sent_at = :now, error = null where key = :key")
                .param("now", Timestamp.from(clock.instant()))
                .param("key", key)
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String key, @Nullable String error) {
        var text = String.valueOf(error);
        jdbc.sql("update mail_delivery set status = 'FAILED', error = :error where key = :key")
                .param("error", text.substring(0, Math.min(text.length(), MAXIMUM_ERROR)))
                .param("key", key)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sent> to(String recipient, int most) {
        return jdbc.sql("""
                        select tried_at, subject, lower(status) from mail_delivery
                        where lower(recipient) = lower(:recipient) order by id desc limit :most""")
                .param("recipient", recipient)
                .param("most", most)
                .query((row, number) -> new Sent(row.getTimestamp(1).toInstant(), row.getString(2), row.getString(3)))
                .list();
    }

    @Override
    @Transactional
    public void erase(Collection<String> recipients, Collection<String> about) {
        jdbc.sql("""
                        update mail_delivery set recipient = '', subject = '', error = null
                        where lower(recipient) = any (:recipients) and (:all or exists (
                            select from unnest(:about) as id where strpos(key, id) > 0))""")
                .param("recipients", new SqlArrayValue("text", recipients.toArray()))
                .param("about", new SqlArrayValue("text", about.toArray()))
                .param("all", about.isEmpty())
                .update();
    }

    /** A mail in the log; {@code error} of the last try is for the organizer to read, as the mail server said it. */
    record MailRow(
            UUID id,
            String recipient,
            String subject,
            String status,
            Instant triedAt,
            @Nullable String error) {}

    /** @param after the id that the page before ended with; ids are sorted by time */
    @Transactional(readOnly = true)
    public Page<MailRow> page(@Nullable UUID after) {
        var rows = jdbc.sql("""
                        select id, recipient, subject, lower(status) as status, tried_at, error
                        from mail_delivery
                        where cast(:after as uuid) is null or id < :after
                        order by id desc limit :limit""")
                .param("after", after, Types.OTHER)
                .param("limit", Page.DEFAULT_LIMIT + 1)
                .query((row, number) -> new MailRow(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        row.getString("status"),
                        row.getTimestamp("tried_at").toInstant(),
                        row.getString("error")))
                .list();
        return Page.of(rows, Page.DEFAULT_LIMIT, row -> row.id().toString());
    }
}
