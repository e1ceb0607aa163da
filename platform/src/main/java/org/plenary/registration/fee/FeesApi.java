package org.plenary.registration.fee;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
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
@RequestMapping("/api/v1/conferences/{conference}/fees")
class FeesApi {
    private final ConferenceApi conferences;
    private final Fees fees;
    private final Callers callers;

    FeesApi(ConferenceApi conferences, Fees fees, Callers callers) {
        this.conferences = conferences;
        this.fees = fees;
        this.callers = callers;
    }

    /** @param requiresCode the code for staff, only whether there is one for everybody else */
    record View(
            String key,
            LocalizedText name,
            @Nullable LocalizedText category,
            @Nullable Integer capacity,
            List<Fee.Price> prices,
            @Nullable Object requiresCode,
            BigDecimal taxRate,
            @Nullable Money onSite,
            boolean taxIncluded,
            @Nullable LocalizedText zeroTaxReason,
            Set<Fee.Right> rights,
            Fee.@Nullable GroupDiscount groupDiscount,
            boolean reverseCharge,
            long version) {}

    @GetMapping
    @Public
    Page<View> list(@PathVariable String conference) {
        var isStaff = callers.current().may(Permission.CONFERENCE_READ);
        var all = fees.all(conferences.visible(conference).id());
        return new Page<>(all.stream().map(fee -> view(fee, isStaff)).toList(), null);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> create(@PathVariable String conference, @RequestBody FeeInput input) {
        var fee = fees.create(conferences.bySlug(conference), input);
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + conference + "/fees/" + fee.key()))
                .eTag(Preconditions.tag(fee.version()))
                .body(view(fee, true));
    }

    @PutMapping("/{key}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> change(
            @PathVariable String conference,
            @PathVariable String key,
            @RequestBody FeeInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        var fee = fees.change(conferences.bySlug(conference), key, input, ifMatch);
        return ResponseEntity.ok().eTag(Preconditions.tag(fee.version())).body(view(fee, true));
    }

    @DeleteMapping("/{key}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> delete(@PathVariable String conference, @PathVariable String key) {
        fees.delete(conferences.bySlug(conference), key);
        return ResponseEntity.noContent().build();
    }

    private static View view(Fee fee, boolean isStaff) {
        @Nullable Object code = isStaff ? fee.code() : Boolean.valueOf(fee.requiresCode());
        return new View(
                fee.key(),
                fee.name(),
                fee.category(),
                fee.capacity(),
                fee.prices(),
                code,
                fee.taxRate(),
                fee.onSite(),
                fee.terms().taxIncluded(),
                fee.terms().zeroTaxReason(),
                fee.terms().rights(),
                fee.terms().groupDiscount(),
                fee.terms().reverseCharge(),
                fee.version());
    }
}
