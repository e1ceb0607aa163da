package org.plenary.site.frame;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bound tenant set for the frame of its public pages. */
@Component
class SiteSettings {
    private final JdbcClient jdbc;
    private final Json json;
    private final SiteFrames frames;
    private final AuditTrail audit;

    SiteSettings(JdbcClient jdbc, Json json, SiteFrames frames, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.frames = frames;
        this.audit = audit;
    }

    /** @param font null for the usual one */
    record Stored(@Nullable SiteFont font, SiteFooter footer) {}

    @Transactional(readOnly = true)
    public Stored current() {
        return frames.settings();
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming every wrong member */
    @Transactional
    public void change(@Nullable String font, SiteFooter footer) {
        var found = new Violations();
        footer.check(found);
        var chosen = SiteFont.ofWire(font);
        found.check(font == null || chosen.isPresent(), "/font", "choice", "This is not one of the choices.");
        found.throwIfAny();
        jdbc.sql("""
                        insert into site_setting (id, font, footer) values (1, :font, cast(:footer as jsonb))
                        on conflict (id) do update set font = excluded.font, footer = excluded.footer""")
                .param("font", chosen.map(SiteFont::wire).orElse(null))
                .param("footer", json.write(footer))
                .update();
        audit.record("site.changed", Tenancy.require().slug(), Map.of("font", font == null ? "default" : font));
        frames.forget();
    }
}
