package org.plenary.registration.currency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.registration.PriceList;
import org.plenary.registration.PriceLists;
import org.plenary.registration.setting.Definitions;
import org.plenary.tenancy.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of price lists: a conference is sold in each currency that it has one for. */
@Repository
class Currencies implements PriceLists {
    private final JdbcClient jdbc;
    private final Json json;

    Currencies(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param amounts by item */
    record Listed(CurrencyUnit currency, Map<String, Money> amounts, long version) {}

    /** As it is kept. */
    private record Amount(String item, long minor) {}

    @Override
    public PriceList of(ConferenceView conference) {
        return new PriceList(
                conference.currency(),
                find(conference.id(), conference.currency())
                        .map(Listed::amounts)
                        .orElse(Map.of()));
    }

    @Override
    public List<CurrencyUnit> currencies(ConferenceView conference) {
        var all = new ArrayList<CurrencyUnit>();
        all.add(conference.currency());
        further(conference.id()).stream()
                .filter(each -> !each.equals(conference.currency()))
                .forEach(all::add);
        return all;
    }

    List<CurrencyUnit> further(UUID conference) {
        return lists(conference).stream().map(Listed::currency).toList();
    }

    @Override
    public ConferenceView in(ConferenceView conference, @Nullable String code) {
        if (code == null || code.isBlank()) return conference;
        return currencies(conference).stream()
                .filter(currency -> currency.getCode().equals(code))
                .findFirst()
                .map(conference::in)
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/currency", "currency_not_offered", "This conference is not sold in this currency."));
    }

    Optional<Listed> find(UUID conference, CurrencyUnit currency) {
        return lists(conference).stream()
                .filter(list -> list.currency().equals(currency))
                .findFirst();
    }

    /** All of them: a page asks which there are, and for one of them; there are few. */
    private List<Listed> lists(UUID conference) {
        return Reading.once(
                Currencies.class,
                conference,
                () -> Definitions.of(jdbc, conference, Definitions.Kind.PRICE_LIST).stream()
                        .map(kept -> {
                            var currency = CurrencyUnit.of(kept.name());
                            return new Listed(currency, amounts(kept.content(), currency), kept.version());
                        })
                        .toList());
    }

    private Map<String, Money> amounts(String kept, CurrencyUnit currency) {
        var amounts = new TreeMap<String, Money>();
        for (var each : json.read(kept, Amount[].class))
            amounts.put(each.item(), Money.ofMinor(currency, each.minor()));
        return amounts;
    }

    /** @throws Problem.Stale when somebody else changed it since the given version */
    void save(UUID conference, Listed list) {
        var kept = list.amounts().entrySet().stream()
                .map(each -> new Amount(each.getKey(), each.getValue().getAmountMinorLong()))
                .toArray();
        var written = jdbc.sql("""
                INSERT INTO price_list (conference_id, currency, amounts, version)
                VALUES (:conference, :currency, CAST(:amounts AS jsonb), 1)
                ON CONFLICT (conference_id, currency) DO UPDATE
                SET amounts = excluded.amounts, version = price_list.version + 1 WHERE price_list.version = :version""")
                .param("conference", conference)
                .param("currency", list.currency().getCode())
                .param("amounts", json.write(Arrays.asList(kept)))
                .param("version", list.version())
                .update();
        if (written == 0) throw new Problem.Stale();
    }

    boolean delete(UUID conference, CurrencyUnit currency) {
        return jdbc.sql("DELETE FROM price_list WHERE conference_id = :conference AND currency = :currency")
                        .param("conference", conference)
                        .param("currency", currency.getCode())
                        .update()
                == 1;
    }
}
