package org.plenary.registration.delegate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.registration.Stock;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.quota.Quotas;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks up what rows of a file are measured against: the form, the fees, the places left, and who is there already. */
@Component
class ImportGround {
    private final Forms forms;
    private final Fees fees;
    private final Stock stock;
    private final Quotas quotas;
    private final JdbcClient jdbc;

    ImportGround(Forms forms, Fees fees, Stock stock, Quotas quotas, JdbcClient jdbc) {
        this.forms = forms;
        this.fees = fees;
        this.stock = stock;
        this.quotas = quotas;
        this.jdbc = jdbc;
    }

    /**
     * As it is now.
     *
     * @param fees by key and by every name, as {@link ImportMapping#plain}
     * @param addresses of everybody who takes part or is about to, in small letters
     */
    record Found(
            Form form,
            Map<String, Fee> fees,
            Set<String> addresses,
            Map<String, Stock.Level> levels,
            Quotas.Memberships quotas) {
        Optional<Fee> fee(String name) {
            return Optional.ofNullable(fees.get(ImportMapping.plain(name)));
        }

        /** What one place of this key takes. */
        Set<String> keys(String stockKey) {
            var keys = new HashSet<>(quotas.keysFor(stockKey));
            keys.add(stockKey);
            return keys;
        }
    }

    Form form(ConferenceView conference) {
        return forms.newest(Purpose.REGISTRATION, conference.id());
    }

    List<Fee> fees(ConferenceView conference) {
        return fees.all(conference.id());
    }

    @Transactional(readOnly = true)
    public Found of(ConferenceView conference) {
        var byName = new HashMap<String, Fee>();
        var all = fees(conference);
        all.forEach(fee -> byName.put(ImportMapping.plain(fee.key()), fee));
        all.forEach(fee ->
                fee.name().values().values().forEach(name -> byName.putIfAbsent(ImportMapping.plain(name), fee)));
        return new Found(
                form(conference),
                byName,
                addresses(conference),
                stock.levels(conference.id(), ""),
                quotas.of(conference.id()));
    }

    private Set<String> addresses(ConferenceView conference) {
        return new HashSet<>(jdbc.sql("""
                SELECT DISTINCT lower(email) FROM delegate
                WHERE conference_id = :conference AND status IN ('pending', 'confirmed')""")
                .param("conference", conference.id())
                .query(String.class)
                .list());
    }
}
