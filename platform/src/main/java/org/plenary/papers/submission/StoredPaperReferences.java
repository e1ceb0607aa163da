package org.plenary.papers.submission;

import java.util.Optional;
import java.util.UUID;
import org.plenary.papers.PaperReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredPaperReferences implements PaperReferences {
    private final JdbcClient jdbc;

    StoredPaperReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Reference> of(UUID paper) {
        return jdbc.sql("select conference, number from paper where id = :paper")
                .param("paper", paper)
                .query((row, n) -> new Reference(row.getObject("conference", UUID.class), row.getInt("number")))
                .optional();
    }
}
