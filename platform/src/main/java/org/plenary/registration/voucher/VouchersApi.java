package org.plenary.registration.voucher;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/vouchers")
class VouchersApi {
    private final ConferenceApi conferences;
    private final VoucherIssuing issuing;
    private final VoucherQueries queries;
    private final VoucherExport export;
    private final VoucherEditing editing;

    VouchersApi(
            ConferenceApi conferences,
            VoucherIssuing issuing,
            VoucherQueries queries,
            VoucherExport export,
            VoucherEditing editing) {
        this.conferences = conferences;
        this.issuing = issuing;
        this.queries = queries;
        this.export = export;
        this.editing = editing;
    }

    record Issued(int count, List<String> codes) {}

    /** @param given what buyers saved by it; @param paid what the places cost that were bought with it; @param amounts in further currencies */
    record View(
            UUID id,
            String code,
            @Nullable String label,
            VoucherTerms.Effect effect,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            @Nullable Integer uses,
            @Nullable Integer usesPerPerson,
            int used,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            List<String> fees,
            List<String> emails,
            boolean reserves,
            @Nullable Instant endedAt,
            Money given,
            Money paid,
            List<VoucherQueries.Sum> inOtherCurrencies,
            List<Money> amounts) {}

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Issued> issue(@PathVariable String conference, @RequestBody VoucherInput input) {
        var codes = issuing.issue(conferences.bySlug(conference), input);
        var at = "/api/v1/conferences/" + conference + "/vouchers" + (codes.size() == 1 ? "/" + codes.getFirst() : "");
        return ResponseEntity.created(URI.create(at)).body(new Issued(codes.size(), codes));
    }

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<View> list(
            @PathVariable String conference,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return queries.page(conferences.bySlug(conference), q, Page.limit(limit), cursor(after))
                .map(VouchersApi::view);
    }

    @GetMapping(produces = "text/csv")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<byte[]> csv(@PathVariable String conference, @RequestParam(required = false) @Nullable String q) {
        return file(conference, export.csv(conferences.bySlug(conference), q));
    }

    @GetMapping("/{code}")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<View> show(@PathVariable String conference, @PathVariable String code) {
        var row = queries.find(conferences.bySlug(conference), code)
                .orElseThrow(() -> new Problem.NotFound("This voucher"));
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(row.voucher().version()))
                .body(view(row));
    }

    /** All of it anew; what it does only while nobody has used it. */
    @PutMapping("/{code}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> change(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestBody VoucherInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        editing.edit(conferences.bySlug(conference), code, input, ifMatch);
        return show(conference, code);
    }

    @DeleteMapping("/{code}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> end(@PathVariable String conference, @PathVariable String code) {
        issuing.end(conferences.bySlug(conference), code);
        return ResponseEntity.noContent().build();
    }

    static ResponseEntity<byte[]> file(String conference, String csv) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + conference + "-vouchers.csv\"")
                .body(csv.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable UUID cursor(@Nullable String after) {
        if (after == null || after.isEmpty()) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }

    private static View view(VoucherQueries.Row row) {
        var voucher = row.voucher();
        var terms = voucher.terms();
        return new View(
                voucher.id(),
                voucher.code(),
                terms.label(),
                terms.effect(),
                terms.amount(),
                terms.percent(),
                voucher.uses(),
                terms.usesPerPerson(),
                row.used(),
                terms.validFrom(),
                terms.validUntil(),
                terms.fees(),
                terms.emails(),
                voucher.reserves(),
                voucher.endedAt(),
                row.given(),
                row.paid(),
                row.sums().subList(1, row.sums().size()),
                terms.amounts());
    }
}
