package org.plenary.registration.delegate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the search what delegates there are: those of live orders. */
@Component
class DelegateSearch implements DocumentSource {
    static final String KIND = "delegate";

    private final JdbcClient jdbc;

    DelegateSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Document> document(UUID id) {
        return jdbc.sql("""
                SELECT d.conference_id, d.version, d.name, d.email, d.country, d.fee_key, d.status,
                    coalesce(d.ticket_code, ''), o.code
                FROM delegate d JOIN orders o ON o.id = d.order_id
                WHERE d.id = :id AND d.status IN ('pending', 'confirmed')""")
                .param("id", id)
                .query((row, n) -> new Document(
                        id,
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        Map.of(
                                "title",
                                List.of(row.getString(3)),
                                "codes",
                                List.of(row.getString(4), row.getString(8), row.getString(9))),
                        Map.of(
                                "country",
                                List.of(row.getString(5)),
                                "fee",
                                List.of(row.getString(6)),
                                "status",
                                List.of(row.getString(7)))))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> idsAfter(@Nullable UUID after, int limit) {
        return jdbc.sql("""
                SELECT id FROM delegate WHERE CAST(:after AS uuid) IS NULL OR id > :after ORDER BY id LIMIT :limit""")
                .param("after", after, java.sql.Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
