package org.plenary.communication.delivery;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.plenary.payments.DisputeEvidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which mails about a subject were sent to whom: the subject's id is in the key of each. */
@Component
class MailEvidence implements DisputeEvidence {
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    MailEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(UUID subject) {
        return jdbc.sql("""
                        select recipient, subject, sent_at from mail_delivery
                        where sent_at is not null and position(:about in key) > 0 order by sent_at limit :most""")
                .param("about", subject.toString())
                .param("most", MOST)
                .query((row, number) -> new Fact(
                        Kind.MAIL,
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("recipient") + ": " + row.getString("subject")))
                .list();
    }
}
