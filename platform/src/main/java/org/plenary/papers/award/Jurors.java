package org.plenary.papers.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The juries of the bound tenant's conferences. Who left has no name any more, and no link. */
@Repository
class Jurors {
    /** More than any jury has; nothing here is read without a bound. */
    static final int MOST = 200;

    private final JdbcClient jdbc;

    Jurors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Juror> of(UUID conference) {
        return jdbc.sql("select * from paper_award_juror where conference = :conference order by name, id limit "
                        + MOST)
                .param("conference", conference)
                .query(Jurors::read)
                .list();
    }

    Optional<Juror> find(UUID conference, UUID id) {
        return jdbc.sql("select * from paper_award_juror where conference = :conference and id = :id and name <> ''")
                .param("conference", conference)
                .param("id", id)
                .query(Jurors::read)
                .optional();
    }

    /** @return false when somebody has this address already */
    boolean insert(Juror juror) {
        return jdbc.sql("""
                                insert into paper_award_juror (id, conference, email, name, locale, asked_at)
                                values (:id, :conference, :email, :name, :locale, :at)
                                on conflict (conference, email) do nothing""")
                        .param("id", juror.id())
                        .param("conference", juror.conference())
                        .param("email", juror.email())
                        .param("name", juror.name())
                        .param("locale", juror.locale().toLanguageTag())
                        .param("at", juror.askedAt().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** @return false when they have voted: what was counted stays */
    boolean delete(UUID conference, UUID id) {
        return jdbc.sql("""
                                delete from paper_award_juror j where j.conference = :conference and j.id = :id
                                    and not exists (select from paper_award_ballot b where b.juror = j.id)""").param("conference", conference).param("id", id).update() > 0;
    }

    /**
     * Notes a reminder of those who were neither asked nor reminded since a time.
     *
     * @return how many it is to be sent to
     */
    int remind(UUID conference, Collection<UUID> ids, Instant since, Instant now) {
        if (ids.isEmpty()) return 0;
        return jdbc.sql("""
                        update paper_award_juror set reminded_at = :now where conference = :conference and id in (:ids)
                            and name <> '' and (reminded_at is null or reminded_at < :since)""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("conference", conference)
                .param("ids", ids)
                .update();
    }

    private static Juror read(ResultSet row, int index) throws SQLException {
        var reminded = row.getObject("reminded_at", OffsetDateTime.class);
        return new Juror(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                reminded == null ? null : reminded.toInstant());
    }
}
