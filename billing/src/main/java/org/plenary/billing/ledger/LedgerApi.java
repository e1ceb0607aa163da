package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/billing/ledger")
class LedgerApi {
    private static final MediaType CSV = MediaType.parseMediaType(LedgerExport.TYPE);

    private final LedgerQueries ledger;
    private final LedgerExport export;

    LedgerApi(LedgerQueries ledger, LedgerExport export) {
        this.ledger = ledger;
        this.export = export;
    }

    /** JSON by pages, or all of it as CSV for those who ask for {@code text/csv}. */
    @GetMapping
    @Requires(Permission.BILLING_READ)
    @Nullable
    ResponseEntity<Page<LedgerLine>> lines(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        var period = Period.of(from, to, Tenancy.require().timeZone());
        if (wantsCsv(accept)) {
            export.write(period, response);
            return null;
        }
        var size = Page.limit(limit);
        var rows = ledger.lines(period, cursor(after), size + 1);
        return ResponseEntity.ok(Page.of(rows, size, line -> line.id().toString()));
    }

    private static boolean wantsCsv(@Nullable String accept) {
        return accept != null
                && !accept.isBlank()
                && CSV.equalsTypeAndSubtype(MediaType.parseMediaTypes(accept).getFirst());
    }

    static @Nullable UUID cursor(@Nullable String after) {
        if (after == null || after.isBlank()) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }
}
