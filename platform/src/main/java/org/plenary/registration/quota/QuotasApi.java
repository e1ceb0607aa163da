package org.plenary.registration.quota;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.Stock;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/quotas")
class QuotasApi {
    private final ConferenceApi conferences;
    private final Quotas quotas;
    private final SettingQuotas setting;
    private final Stock stock;

    QuotasApi(ConferenceApi conferences, Quotas quotas, SettingQuotas setting, Stock stock) {
        this.conferences = conferences;
        this.quotas = quotas;
        this.setting = setting;
        this.stock = stock;
    }

    /** @param used held or sold, and kept by vouchers */
    record View(
            String key,
            LocalizedText name,
            @Nullable Integer size,
            MembersView members,
            int used,
            @Nullable Integer left,
            long version) {
        static View of(Quotas.Kept kept, Map<String, Stock.Level> levels) {
            var quota = kept.quota();
            var level = levels.getOrDefault(quota.stockKey(), new Stock.Level(quota.size(), 0));
            return new View(
                    quota.key(),
                    quota.name(),
                    quota.size(),
                    MembersView.of(quota.who()),
                    level.used(),
                    level.left(),
                    kept.version());
        }
    }

    record MembersView(boolean everybody, List<String> fees, List<String> categories, List<String> options) {
        static MembersView of(Quota.Members members) {
            return new MembersView(
                    Boolean.TRUE.equals(members.everybody()),
                    Quota.Members.list(members.fees()),
                    Quota.Members.list(members.categories()),
                    Quota.Members.list(members.options()));
        }
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<View> list(@PathVariable String conference) {
        var id = conferences.bySlug(conference).id();
        var levels = stock.levels(id, "quota:");
        return new Page<>(
                quotas.all(id).stream().map(kept -> View.of(kept, levels)).toList(), null);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> create(@PathVariable String conference, @RequestBody Quota quota) {
        var found = conferences.bySlug(conference);
        var kept = setting.create(found, quota);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/quotas/" + quota.key()))
                .eTag(Preconditions.tag(kept.version()))
                .body(View.of(kept, stock.levels(found.id(), "quota:")));
    }

    @PutMapping("/{key}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> change(
            @PathVariable String conference,
            @PathVariable String key,
            @RequestBody Quota quota,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var found = conferences.bySlug(conference);
        var kept = setting.change(found, key, quota, ifMatch);
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(kept.version()))
                .body(View.of(kept, stock.levels(found.id(), "quota:")));
    }

    @DeleteMapping("/{key}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> delete(@PathVariable String conference, @PathVariable String key) {
        setting.delete(conferences.bySlug(conference), key);
        return ResponseEntity.noContent().build();
    }
}
