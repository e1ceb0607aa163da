package org.plenary.search;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes papers straight into a tenant's tables, in any state. */
record PaperRows(JdbcClient jdbc, Json json, Tenant tenant, UUID conference) {
    record Somebody(
            String name,
            @Nullable String country,
            boolean corresponding,
            @Nullable String email) {
        Somebody(String name, @Nullable String country, boolean corresponding) {
            this(name, country, corresponding, null);
        }
    }

    /** @param announced what is known of it, or null */
    record Row(
            UUID id,
            int number,
            String title,
            String summary,
            List<String> keywords,
            List<Somebody> authors,
            @Nullable String track,
            String status,
            @Nullable String announced) {
        boolean isPublic() {
            return status.equals("accepted") && "accepted".equals(announced);
        }

        /** Where it stands for staff: for one of its authors where all of these know it to stand. @param asker an address, or null */
        String status(@Nullable String asker) {
            var isOwn = authors.stream()
                    .anyMatch(each -> each.email() != null && each.email().equals(asker));
            var isDecided = status.equals("accepted") || status.equals("rejected");
            if (!isOwn || !isDecided) return status;
            return announced == null ? "submitted" : announced;
        }
    }

    UUID put(int number, String title, String summary, List<String> keywords, Somebody... authors) {
        var row =
                new Row(Ids.next(), number, title, summary, keywords, List.of(authors), "learning", "submitted", null);
        put(row);
        return row.id();
    }

    void put(Row row) {
        Tenancy.runAs(
                tenant,
                () -> jdbc.sql("""
                        insert into paper (id, conference, number, title, summary, keywords, track, status, announced, authors, locale, submitted_at)
                        values (:id, :conference, :number, :title, :summary, cast(:keywords as jsonb), :track, :status, :announced,
                            cast(:authors as jsonb), 'en', :at)""")
                        .param("id", row.id())
                        .param("conference", conference)
                        .param("number", row.number())
                        .param("title", row.title())
                        .param("summary", row.summary())
                        .param("keywords", json.write(row.keywords()))
                        .param("track", row.track())
                        .param("status", row.status())
                        .param("announced", row.announced())
                        .param("authors", json.write(row.authors()))
                        .param("at", OffsetDateTime.now(ZoneOffset.UTC))
                        .update());
    }
}
