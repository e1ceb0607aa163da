package org.plenary.site.page;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of the organization, and under a conference those of the conference. */
@RestController
@TenantHost
@RequestMapping({"/api/v1/tenant/pages", "/api/v1/conferences/{conference}/pages"})
class SitePagesApi {
    private final PageOwners owners;
    private final WritingPages writing;
    private final Urls urls;

    SitePagesApi(PageOwners owners, WritingPages writing, Urls urls) {
        this.owners = owners;
        this.writing = writing;
        this.urls = urls;
    }

    /** @param status {@code draft} while nobody sees it, else {@code published}, whichever version that is */
    record Head(
            String slug,
            LocalizedText title,
            PagePlace place,
            int position,
            String status,
            int version,
            @Nullable Integer publishedVersion,
            Instant savedAt,
            String url) {}

    /** @param text Markdown of the latest version */
    record Body(
            String slug,
            LocalizedText title,
            LocalizedText text,
            PagePlace place,
            int position,
            String status,
            int version,
            @Nullable Integer publishedVersion,
            Instant savedAt,
            String url) {}

    /** @param status {@code published} shows this version to everybody, {@code draft} none; without it what is shown stays */
    record Change(
            @Nullable LocalizedText title,
            @Nullable LocalizedText text,
            @Nullable String place,
            @Nullable Integer position,
            @Nullable String status) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<Head> list(
            @PathVariable(required = false) @Nullable String conference,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var owner = owners.of(conference);
        var most = Page.limit(limit);
        var pages = writing.of(owner);
        var start = after == null ? 0 : 1 + indexOf(pages, after);
        var rows = pages.stream().skip(start).limit(most + 1L).toList();
        return Page.of(rows, most, SitePage::slug).map(page -> head(owner, page));
    }

    private static int indexOf(List<SitePage> pages, String slug) {
        return IntStream.range(0, pages.size())
                .filter(at -> pages.get(at).slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list."));
    }

    @GetMapping("/{slug}")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<Body> get(@PathVariable(required = false) @Nullable String conference, @PathVariable String slug) {
        var owner = owners.of(conference);
        return answer(ResponseEntity.ok(), owner, writing.require(owner, slug));
    }

    @PutMapping("/{slug}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Body> put(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Change change) {
        var owner = owners.of(conference);
        var draft = new PageDraft(slug, change.title(), change.text(), change.place(), change.position());
        var then = then(change.status());
        var known = writing.of(owner).stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst();
        if (known.isEmpty()) {
            if (ifMatch != null) throw new Problem.Stale();
            var made = writing.create(owner, draft, then == WritingPages.Then.PUBLISH);
            var address =
                    conference == null ? "/api/v1/tenant/pages/" : "/api/v1/conferences/" + conference + "/pages/";
            return answer(ResponseEntity.created(URI.create(address + slug)), owner, made);
        }
        Preconditions.check(ifMatch, known.get().version());
        var version = ifMatch == null ? null : known.get().version();
        return answer(
                ResponseEntity.ok(), owner, writing.change(owner, known.get().id(), version, draft, then));
    }

    @DeleteMapping("/{slug}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> delete(
            @PathVariable(required = false) @Nullable String conference,
            @PathVariable String slug,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var owner = owners.of(conference);
        var page = writing.require(owner, slug);
        Preconditions.check(ifMatch, page.version());
        writing.delete(owner, page.id());
        return ResponseEntity.noContent().build();
    }

    private static WritingPages.Then then(@Nullable String status) {
        return switch (status) {
            case null -> WritingPages.Then.LEAVE;
            case "published" -> WritingPages.Then.PUBLISH;
            case "draft" -> WritingPages.Then.WITHDRAW;
            default -> throw new Problem.InvalidInput("/status", "choice", "One of: draft, published.");
        };
    }

    private ResponseEntity<Body> answer(ResponseEntity.BodyBuilder answer, PageOwner owner, SitePage page) {
        var head = head(owner, page);
        return answer.eTag(Preconditions.tag(page.version()))
                .body(new Body(
                        head.slug(),
                        head.title(),
                        page.content().text(),
                        head.place(),
                        head.position(),
                        head.status(),
                        head.version(),
                        head.publishedVersion(),
                        head.savedAt(),
                        head.url()));
    }

    private Head head(PageOwner owner, SitePage page) {
        return new Head(
                page.slug(),
                page.content().title(),
                page.content().place(),
                page.content().position(),
                page.isPublic() ? "published" : "draft",
                page.version(),
                page.publicVersion(),
                page.savedAt(),
                urls.tenant(Tenancy.require(), owner.shelf() + "/" + page.slug())
                        .toString());
    }
}
