package org.plenary.papers.query;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What staff mark papers with. Authors and reviewers never see it. */
@Repository
class PaperTags {
    private final JdbcClient jdbc;

    PaperTags(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param value null for a tag that has none */
    record Tag(UUID paper, String tag, @Nullable BigDecimal value) {
        /** {@code rank#3}, as people write it. */
        public String text() {
            return value == null ? tag : tag + "#" + value.stripTrailingZeros().toPlainString();
        }
    }

    /** By papers, each in the order of the alphabet. */
    Map<UUID, List<Tag>> of(Collection<UUID> papers) {
        if (papers.isEmpty()) return Map.of();
        return jdbc
                .sql("select paper, tag, value from paper_tag where paper in (:papers) order by tag")
                .param("papers", papers)
                .query((row, _) -> new Tag(row.getObject(1, UUID.class), row.getString(2), row.getBigDecimal(3)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Tag::paper));
    }

    /** The new value takes the place of the one before. */
    void put(UUID conference, Collection<UUID> papers, String tag, @Nullable BigDecimal value) {
        jdbc.sql("""
                        insert into paper_tag (conference, paper, tag, value)
                        select :conference, id, :tag, :value from unnest(:papers) id
                        on conflict (paper, tag) do update set value = excluded.value""")
                .param("conference", conference)
                .param("tag", tag)
                .param("value", value, Types.NUMERIC)
                .param("papers", new SqlArrayValue("uuid", papers.toArray()))
                .update();
    }

    void remove(Collection<UUID> papers, String tag) {
        jdbc.sql("delete from paper_tag where paper = any(:papers) and tag = :tag")
                .param("papers", new SqlArrayValue("uuid", papers.toArray()))
                .param("tag", tag)
                .update();
    }
}
