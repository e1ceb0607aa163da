package org.plenary.registration.fee;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.plenary.registration.FeeCategories;
import org.springframework.stereotype.Component;

/** Names the categories first, which hold several fees, then the fees. */
@Component
class FeeNames implements FeeCategories {
    private final Fees fees;

    FeeNames(Fees fees) {
        this.fees = fees;
    }

    @Override
    public List<Category> of(UUID conference) {
        var found = new LinkedHashMap<String, Category>();
        var all = fees.all(conference);
        all.forEach(fee -> {
            var category = fee.category();
            if (category == null || category.isBlank()) return;
            var value = category.values().values().iterator().next();
            found.putIfAbsent(value, new Category(value, category, true));
        });
        all.forEach(fee -> found.putIfAbsent(fee.key(), new Category(fee.key(), fee.name(), false)));
        return List.copyOf(found.values());
    }
}
