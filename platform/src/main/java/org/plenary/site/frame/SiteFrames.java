package org.plenary.site.frame;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.Remembered;
import org.plenary.site.frame.SiteFrame.Linked;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;

/** The frames of public pages, remembered for some seconds: each page that anybody looks at has one. */
@Component
public class SiteFrames {
    private static final TypeReference<List<Linked>> PAGES = new TypeReference<>() {};

    /** All at once: it is asked for with every public page. */
    private static final String FRAME = """
            select (select status <> 'DRAFT' from conference where slug = cast(:conference as text)) as is_public,
                (select font from site_setting where id = 1) as font,
                (select footer from site_setting where id = 1) as footer,
                (select coalesce(json_agg(json_build_object('slug', p.slug, 'title', p.content -> 'title',
                        'in_menu', p.content ->> 'place' = 'menu', 'of_conference', p.conference_id is not null)
                        order by p.conference_id is null, cast(p.content ->> 'position' as integer), p.slug), '[]')
                    from site_page p left join conference c on c.id = p.conference_id
                    where p.is_published and p.content ->> 'place' <> 'nowhere'
                      and (p.conference_id is null or c.slug = cast(:conference as text))) as pages""";

    private final JdbcClient jdbc;
    private final Json json;
    private final Remembered<Key, SiteFrame> known = new Remembered<>(Duration.ofSeconds(5));

    SiteFrames(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Whose frame it is: never without the tenant. */
    private record Key(TenantId tenant, @Nullable String conference) {}

    /** Of the bound tenant. @param conference the slug of one of its conferences, or null */
    SiteFrame of(@Nullable String conference) {
        return known.of(new Key(Tenancy.require().id(), conference), key -> read(key.conference()));
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
        known.forgetAll(key -> key.tenant().equals(tenant));
    }

    private SiteFrame read(@Nullable String conference) {
        return jdbc.sql(FRAME)
                .param("conference", conference)
                .query((row, _) -> new SiteFrame(
                        json.read(row.getString("pages"), PAGES),
                        stored(row.getString("font"), row.getString("footer")),
                        conference == null || row.getBoolean("is_public")))
                .single();
    }

    /** As they are kept; the usual ones while nobody has set any. */
    SiteSettings.Stored settings() {
        return jdbc.sql("select font, footer from site_setting where id = 1")
                .query((row, _) -> stored(row.getString("font"), row.getString("footer")))
                .optional()
                .orElse(stored(null, null));
    }

    private SiteSettings.Stored stored(@Nullable String font, @Nullable String footer) {
        return new SiteSettings.Stored(
                SiteFont.ofWire(font).orElse(null),
                footer == null ? SiteFooter.NONE : json.read(footer, SiteFooter.class));
    }
}
