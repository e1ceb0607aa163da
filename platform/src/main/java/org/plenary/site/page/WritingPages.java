package org.plenary.site.page;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.identity.Callers;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.site.frame.SiteFrames;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes pages, publishes and withdraws them, and brings former versions back. */
@Component
class WritingPages {
    private final SitePages pages;
    private final SiteFrames frames;
    private final Callers callers;
    private final AuditTrail audit;
    private final Clock clock;

    WritingPages(SitePages pages, SiteFrames frames, Callers callers, AuditTrail audit, Clock clock) {
        this.pages = pages;
        this.frames = frames;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SitePage> of(PageOwner owner) {
        return pages.latest(owner.id());
    }

    @Transactional(readOnly = true)
    public SitePage require(PageOwner owner, UUID page) {
        return pages.latest(owner.id(), page).orElseThrow(WritingPages::none);
    }

    @Transactional(readOnly = true)
    public SitePage require(PageOwner owner, String slug) {
        return pages.latestOf(owner.id(), slug).orElseThrow(WritingPages::none);
    }

    @Transactional(readOnly = true)
    public List<SitePage> versions(PageOwner owner, UUID page) {
        var versions = pages.versions(owner.id(), page);
        if (versions.isEmpty()) throw none();
        return versions;
    }

    /** @param publish whether everybody sees it at once */
    @Transactional
    public SitePage create(PageOwner owner, PageDraft draft, boolean publish) {
        var checked = draft.checked();
        if (pages.latest(owner.id()).size() >= SitePages.MOST)
            throw new Problem.Conflict("too_many_pages", "There are " + SitePages.MOST + " pages already.");
        return save(owner, Ids.next(), 1, checked, publish ? Then.PUBLISH : Then.LEAVE);
    }

    /** What becomes of what everybody sees. */
    enum Then {
        PUBLISH,
        LEAVE,
        WITHDRAW
    }

    /**
     * @param version the one that was read; null takes any
     * @throws Problem.Stale when somebody saved another one meanwhile
     */
    @Transactional
    public SitePage change(PageOwner owner, UUID page, @Nullable Integer version, PageDraft draft, Then then) {
        var before = lock(owner, page);
        if (version != null && version != before.version()) throw new Problem.Stale();
        var checked = draft.checked();
        var same = checked.slug().equals(before.slug()) && checked.content().equals(before.content());
        if (!same) return save(owner, page, before.version() + 1, checked, then);
        show(owner, before, then);
        return require(owner, page);
    }

    @Transactional
    public void withdraw(PageOwner owner, UUID page) {
        show(owner, lock(owner, page), Then.WITHDRAW);
    }

    /** Makes a former version the latest again; what everybody sees stays until it is published. */
    @Transactional
    public SitePage restore(PageOwner owner, UUID page, int version) {
        var latest = lock(owner, page);
        var former = pages.versions(owner.id(), page).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .orElseThrow(WritingPages::none);
        var checked = new PageDraft.Checked(former.slug(), former.content());
        var restored = save(owner, page, latest.version() + 1, checked, Then.LEAVE);
        audit.record("page.restored", page.toString(), about(owner, restored.slug(), Map.of("version", version)));
        return restored;
    }

    @Transactional
    public void delete(PageOwner owner, UUID page) {
        var before = lock(owner, page);
        pages.delete(page);
        audit.record("page.deleted", page.toString(), about(owner, before.slug(), Map.of()));
        frames.forget();
    }

    private SitePage save(PageOwner owner, UUID id, int version, PageDraft.Checked checked, Then then) {
        var by = callers.current().name();
        var page = new SitePage(id, version, checked.slug(), checked.content(), null, by, clock.instant());
        try {
            pages.add(owner.id(), page);
            audit.record("page.saved", id.toString(), about(owner, page.slug(), Map.of("version", version)));
            show(owner, page, then);
        } catch (DuplicateKeyException e) {
            throw new Problem.InvalidInput("/slug", "taken", "Another page has this address.");
        }
        return require(owner, id);
    }

    private void show(PageOwner owner, SitePage page, Then then) {
        switch (then) {
            case LEAVE -> {}
            case PUBLISH -> {
                pages.publish(page.id(), page.version());
                var details = about(owner, page.slug(), Map.of("version", page.version()));
                audit.record("page.published", page.id().toString(), details);
            }
            case WITHDRAW -> {
                pages.withdraw(page.id());
                audit.record("page.withdrawn", page.id().toString(), about(owner, page.slug(), Map.of()));
            }
        }
        frames.forget();
    }

    private SitePage lock(PageOwner owner, UUID page) {
        return pages.lock(owner.id(), page).orElseThrow(WritingPages::none);
    }

    private static Map<String, ?> about(PageOwner owner, String slug, Map<String, ?> more) {
        var details = new HashMap<String, Object>(more);
        details.put("of", owner.name());
        details.put("page", slug);
        return details;
    }

    private static Problem.NotFound none() {
        return new Problem.NotFound("This page");
    }
}
