package org.plenary.billing.dues;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Open items by age, and what is done with them; each is named by its order's code. */
@RestController
@TenantHost
@RequestMapping("/api/v1/billing/open-items")
class OpenItemsApi {
    private final OpenItems items;
    private final Reminding reminding;
    private final WritingOff writing;
    private final OpenItemPages.Rows rows;

    OpenItemsApi(OpenItems items, Reminding reminding, WritingOff writing, OpenItemPages.Rows rows) {
        this.items = items;
        this.reminding = reminding;
        this.writing = writing;
        this.rows = rows;
    }

    /** @param item null once nothing is open any more */
    record View(OpenItem.@Nullable Told item, List<WriteOff> writeOffs, List<DebtorNotices.Notice> reminders) {}

    record Stop(@Nullable Boolean stopped) {}

    record Sent(int level) {}

    @GetMapping
    @Requires(Permission.BILLING_READ)
    Page<OpenItem.Told> list(
            @RequestParam(required = false) @Nullable String age,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var most = Page.limit(limit);
        var found = items.list(OpenItems.Wanted.of(age, currency, q), items.now(), after, most + 1);
        return Page.of(found, most, OpenItem::cursor).map(OpenItem::told);
    }

    @GetMapping("/ageing")
    @Requires(Permission.BILLING_READ)
    List<OpenItems.Sum> ageing() {
        return items.sums(OpenItems.Wanted.ALL, items.now());
    }

    @GetMapping("/{order}")
    @Requires(Permission.BILLING_READ)
    View show(@PathVariable String order) {
        var view = new View(
                items.find(order, items.now()).map(OpenItem::told).orElse(null),
                rows.writeOffs().of(order),
                rows.notices().of(order));
        if (view.item() == null
                && view.writeOffs().isEmpty()
                && view.reminders().isEmpty()) throw new Problem.NotFound("This open item");
        return view;
    }

    /** Sends the next reminder now. */
    @PostMapping("/{order}/reminders")
    @Requires(Permission.BILLING_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sent remind(@PathVariable String order) {
        return new Sent(reminding.remindNow(order));
    }

    /** Whether reminders go out by themselves. */
    @PutMapping("/{order}/reminders")
    @Requires(Permission.BILLING_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String order, @RequestBody Stop body) {
        if (body.stopped() == null) throw new Problem.InvalidInput("/stopped", "required", "This is required.");
        reminding.stop(order, body.stopped());
    }

    /** @param body its key makes that the same request writes off once */
    @PostMapping("/{order}/write-offs")
    @Requires(Permission.BILLING_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    WriteOff writeOff(@PathVariable String order, @RequestBody WritingOff.Asked body) {
        return writing.write(order, body);
    }

    @DeleteMapping("/{order}/write-offs/{id}")
    @Requires(Permission.BILLING_WRITE)
    WriteOff undo(@PathVariable String order, @PathVariable UUID id) {
        return writing.undo(order, id);
    }
}
