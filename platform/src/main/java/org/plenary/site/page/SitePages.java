package org.plenary.site.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of pages and their versions. */
@Repository
class SitePages {
    /** Of one conference, or of the organization itself. */
    static final int MOST = 50;

    /** Older versions than these go, but the one that everybody sees. */
    static final int KEPT_VERSIONS = 50;

    private static final String SELECT = """
            select p.page, p.version, p.slug, p.content, p.saved_by, p.saved_at,
                (select o.version from site_page o where o.page = p.page and o.is_published) as public_version
            from site_page p""";
    private static final String OWNED = " where p.conference_id is not distinct from cast(:owner as uuid)";
    private static final String ORDER = " order by cast(p.content ->> 'position' as integer), p.slug limit " + MOST;

    private final JdbcClient jdbc;
    private final Json json;

    SitePages(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The latest version of each. */
    List<SitePage> latest(@Nullable UUID owner) {
        return jdbc.sql(SELECT + OWNED + " and p.is_latest" + ORDER)
                .param("owner", owner, Types.OTHER)
                .query(this::page)
                .list();
    }

    Optional<SitePage> latest(@Nullable UUID owner, UUID page) {
        return one(" and p.page = :page and p.is_latest", owner, page);
    }

    /** Locked until the transaction ends. */
    Optional<SitePage> lock(@Nullable UUID owner, UUID page) {
        return one(" and p.page = :page and p.is_latest for update", owner, page);
    }

    private Optional<SitePage> one(String which, @Nullable UUID owner, UUID page) {
        return jdbc.sql(SELECT + OWNED + which)
                .param("owner", owner, Types.OTHER)
                .param("page", page)
                .query(this::page)
                .optional();
    }

    Optional<SitePage> latestOf(@Nullable UUID owner, String slug) {
        return bySlug(" and p.slug = :slug and p.is_latest", owner, slug);
    }

    Optional<SitePage> published(@Nullable UUID owner, String slug) {
        return bySlug(" and p.slug = :slug and p.is_published", owner, slug);
    }

    /** What is published of the page that had this address before. */
    Optional<SitePage> moved(@Nullable UUID owner, String slug) {
        return bySlug("""
                 and p.is_published and p.page = (
                    select o.page from site_page o
                    where o.conference_id is not distinct from cast(:owner as uuid) and o.slug = :slug
                    order by o.saved_at desc limit 1)""", owner, slug);
    }

    private Optional<SitePage> bySlug(String which, @Nullable UUID owner, String slug) {
        return jdbc.sql(SELECT + OWNED + which)
                .param("owner", owner, Types.OTHER)
                .param("slug", slug)
                .query(this::page)
                .optional();
    }

    /** From the newest on. */
    List<SitePage> versions(@Nullable UUID owner, UUID page) {
        return jdbc.sql(SELECT + OWNED + " and p.page = :page order by p.version desc limit " + (KEPT_VERSIONS + 1))
                .param("owner", owner, Types.OTHER)
                .param("page", page)
                .query(this::page)
                .list();
    }

    /** Adds a version, which is the latest from then on. @throws DuplicateKeyException when another page has this address */
    void add(@Nullable UUID owner, SitePage page) {
        jdbc.sql("update site_page set is_latest = false where page = ? and is_latest")
                .param(page.id())
                .update();
        jdbc.sql("""
                        insert into site_page (page, version, conference_id, slug, content, is_latest, is_published,
                            saved_by, saved_at)
                        values (:page, :version, :owner, :slug, cast(:content as jsonb), true, false, :by, :at)""")
                .param("page", page.id())
                .param("version", page.version())
                .param("owner", owner, Types.OTHER)
                .param("slug", page.slug())
                .param("content", json.write(page.content()))
                .param("by", page.savedBy())
                .param("at", Timestamp.from(page.savedAt()))
                .update();
        jdbc.sql("delete from site_page where page = ? and version <= ? and not is_published")
                .params(page.id(), page.version() - KEPT_VERSIONS)
                .update();
    }

    void withdraw(UUID page) {
        jdbc.sql("update site_page set is_published = false where page = ? and is_published")
                .param(page)
                .update();
    }

    /** @throws DuplicateKeyException when another page is public at this address */
    void publish(UUID page, int version) {
        withdraw(page);
        jdbc.sql("update site_page set is_published = true where page = ? and version = ?")
                .params(page, version)
                .update();
    }

    void delete(UUID page) {
        jdbc.sql("delete from site_page where page = ?").param(page).update();
    }

    private SitePage page(ResultSet row, int number) throws SQLException {
        return new SitePage(
                row.getObject("page", UUID.class),
                row.getInt("version"),
                row.getString("slug"),
                json.read(row.getString("content"), PageContent.class),
                row.getObject("public_version", Integer.class),
                row.getString("saved_by"),
                row.getTimestamp("saved_at").toInstant());
    }
}
