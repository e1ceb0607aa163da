package org.plenary.registration.order;

import java.util.Map;
import java.util.UUID;
import org.plenary.files.FileStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The files that were sent with answers. They go with the answers: nobody would find them again. */
@Component
class AnswerFiles {
    private final JdbcClient jdbc;
    private final FileStore files;

    AnswerFiles(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** @param answers that are not the delegate's any more, or never became so */
    void deleteUnlessKept(UUID delegate, Map<String, JsonNode> answers) {
        answers.values().forEach(answer -> {
            var file = answer.path("file").asString("");
            if (!file.isEmpty() && !isKept(delegate, file)) files.delete(UUID.fromString(file));
        });
    }

    private boolean isKept(UUID delegate, String file) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM delegate d, jsonb_each(d.answers) AS answer
                    WHERE d.id = :delegate AND answer.value ->> 'file' = :file)""")
                .param("delegate", delegate)
                .param("file", file)
                .query(Boolean.class)
                .single();
    }
}
