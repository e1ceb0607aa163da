package org.plenary.billing.invoice;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the bound organization is at home for the law and for tax, as far as it has said so. */
@Component
public class LegalDetails {
    private final Sellers sellers;

    LegalDetails(Sellers sellers) {
        this.sellers = sellers;
    }

    /** @param country ISO 3166-1 alpha-2 */
    public record Details(
            String name,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            String country,
            @Nullable String vatId) {}

    public Optional<Details> current() {
        return sellers.current()
                .map(seller -> new Details(
                        seller.name(),
                        seller.street(),
                        seller.postcode(),
                        seller.city(),
                        seller.country(),
                        seller.vatId()));
    }
}
