package org.plenary.papers.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.plenary.papers.review.Comment.Audience;
import org.plenary.papers.review.Comment.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is said about papers in the bound tenant. */
@Repository
class Comments {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which it was said. */
    List<Comment> of(UUID paper) {
        return jdbc.sql("select * from paper_comment where paper = :paper order by id limit :most")
                .param("paper", paper)
                .param("most", MOST)
                .query(Comments::read)
                .list();
    }

    void insert(Comment comment) {
        jdbc.sql("""
                        insert into paper_comment (id, conference, paper, reviewer, kind, audience, text, written_by, written_at)
                        values (:id, :conference, :paper, :reviewer, :kind, :audience, :text, :by, :at)""")
                .param("id", comment.id())
                .param("conference", comment.conference())
                .param("paper", comment.paper())
                .param("reviewer", comment.reviewer(), Types.OTHER)
                .param("kind", comment.kind().code())
                .param("audience", comment.audience().code())
                .param("text", comment.text())
                .param("by", comment.by())
                .param("at", Timestamp.from(comment.at()))
                .update();
    }

    /** One of a kind: what was said before is taken back. */
    void removeOfKind(UUID paper, Kind kind) {
        jdbc.sql("delete from paper_comment where paper = :paper and kind = :kind")
                .param("paper", paper)
                .param("kind", kind.code())
                .update();
    }

    void removeResponse(UUID paper, Instant since) {
        jdbc.sql("delete from paper_comment where paper = :paper and kind = :kind and written_at >= :since")
                .param("paper", paper)
                .param("kind", Kind.RESPONSE.code())
                .param("since", Timestamp.from(since))
                .update();
    }

    private static Comment read(ResultSet row, int index) throws SQLException {
        return new Comment(
                row.getObject("id", UUID.class),
                row.getObject("conference", UUID.class),
                row.getObject("paper", UUID.class),
                row.getObject("reviewer", UUID.class),
                Kind.of(row.getString("kind")),
                Audience.of(row.getString("audience")),
                row.getString("text"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant());
    }
}
