package org.plenary.registration.currency;

import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.PriceItem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/currencies")
class PriceListsApi {
    private final ConferenceApi conferences;
    private final Currencies currencies;
    private final SettingPrices setting;

    PriceListsApi(ConferenceApi conferences, Currencies currencies, SettingPrices setting) {
        this.conferences = conferences;
        this.currencies = currencies;
        this.setting = setting;
    }

    /** @param price in the main currency; @param amount in this one, null where it is not offered in it */
    record Line(
            String item, String name, Money price, @Nullable Money amount) {}

    record View(String currency, List<Line> prices) {}

    record Wanted(@Nullable List<SettingPrices.Price> prices) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    Page<String> list(@PathVariable String conference) {
        var all = currencies.currencies(conferences.bySlug(conference));
        return new Page<>(all.stream().map(each -> each.getCode()).toList(), null);
    }

    @GetMapping("/{currency}")
    @Requires(Permission.CONFERENCE_READ)
    ResponseEntity<View> show(@PathVariable String conference, @PathVariable String currency, Locale locale) {
        var found = conferences.bySlug(conference);
        var list = currencies
                .find(found.id(), SettingPrices.currency(found, currency))
                .orElseThrow(() -> new Problem.NotFound("This currency"));
        return answer(found, list, locale);
    }

    /** All prices anew; what is left out is not offered in the currency. */
    @PutMapping("/{currency}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<View> set(
            @PathVariable String conference,
            @PathVariable String currency,
            @RequestBody Wanted wanted,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Locale locale) {
        var found = conferences.bySlug(conference);
        var prices = wanted.prices() == null ? List.<SettingPrices.Price>of() : wanted.prices();
        return answer(found, setting.set(found, currency, prices, ifMatch), locale);
    }

    @DeleteMapping("/{currency}")
    @Requires(Permission.CONFERENCE_WRITE)
    ResponseEntity<Void> withdraw(@PathVariable String conference, @PathVariable String currency) {
        setting.withdraw(conferences.bySlug(conference), currency);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<View> answer(ConferenceView conference, Currencies.Listed list, Locale locale) {
        var lines = setting.items(conference, locale).stream()
                .map(item -> line(item, list))
                .toList();
        return ResponseEntity.ok()
                .eTag(Preconditions.tag(list.version()))
                .body(new View(list.currency().getCode(), lines));
    }

    private static Line line(PriceItem item, Currencies.Listed list) {
        return new Line(item.key(), item.name(), item.price(), list.amounts().get(item.key()));
    }
}
