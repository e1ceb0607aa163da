package org.plenary.site.frame;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.site.frame.SiteFrame.Linked;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The frames of public pages, remembered for some seconds: each page that anybody looks at has one. */
@Component
public class SiteFrames {
    private final JdbcClient jdbc;
    private final Json json;
    private final Cache<Key, SiteFrame> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    SiteFrames(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose frame it is: never without the tenant. */
    private record Key(TenantId tenant, @Nullable String conference) {}

    /** Of the bound tenant. @param conference the slug of one of its conferences, or null */
    SiteFrame of(@Nullable String conference) {
        return known.get(new Key(Tenancy.require().id(), conference), key -> read(key.conference()));
    }

    /** What the bound tenant changes shows at once when its transaction commits; on other nodes after some seconds. */
    public void forget() {
        var tenant = Tenancy.require().id();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget(tenant);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(tenant);
            }
        });
    }

    private void forget(TenantId tenant) {
        known.asMap().keySet().removeIf(key -> key.tenant().equals(tenant));
    }

    private SiteFrame read(@Nullable String conference) {
        var pages = jdbc.sql("""
                        select p.slug, p.content -> 'title' as title, p.content ->> 'place' = 'menu' as in_menu,
                            p.conference_id is not null as of_conference
                        from site_page p left join conference c on c.id = p.conference_id
                        where p.is_published and p.content ->> 'place' <> 'nowhere'
                          and (p.conference_id is null or c.slug = cast(:conference as text))
                        order by p.conference_id is null, cast(p.content ->> 'position' as integer), p.slug""")
                .param("conference", conference)
                .query((row, _) -> new Linked(
                        row.getString("slug"),
                        json.read(row.getString("title"), LocalizedText.class),
                        row.getBoolean("in_menu"),
                        row.getBoolean("of_conference")))
                .list();
        var isPublic = conference == null
                || jdbc.sql("select count(*) from conference where slug = ? and status <> 'DRAFT'")
                                .param(conference)
                                .query(Integer.class)
                                .single()
                        > 0;
        return new SiteFrame(pages, settings(), isPublic);
    }

    /** As they are kept; the usual ones while nobody has set any. */
    SiteSettings.Stored settings() {
        return jdbc.sql("select font, footer from site_setting where id = 1")
                .query((row, _) -> new SiteSettings.Stored(
                        SiteFont.ofWire(row.getString("font")).orElse(null),
                        json.read(row.getString("footer"), SiteFooter.class)))
                .optional()
                .orElse(new SiteSettings.Stored(null, SiteFooter.NONE));
    }
}
