package org.plenary.billing.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who pays, and for what: found by what the documents say of them. */
@Component
class Parties {
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;

    Parties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of these. @param order its code */
    record Who(
            @Nullable String organization,
            @Nullable String email,
            @Nullable String order) {
        Who {
            organization = stripped(organization);
            email = stripped(email);
            order = stripped(order);
        }

        private static @Nullable String stripped(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        boolean isNobody() {
            return organization == null && email == null && order == null;
        }
    }

    /**
     * @param name what its statement is headed with
     * @param references of its orders
     * @param email that its newest document went to
     * @param locale of that
     */
    record Party(String name, List<String> references, String email, Locale locale) {}

    /**
     * @throws Problem.InvalidInput when nobody is named
     * @throws Problem.NotFound when no document is made out to it
     */
    @Transactional(readOnly = true)
    public Party find(Who who) {
        if (who.isNobody())
            throw new Problem.InvalidInput("/organization", "required", "An organization, an address or an order.");
        return search(who).orElseThrow(() -> new Problem.NotFound("This payer"));
    }

    private Optional<Party> search(Who who) {
        record Row(String reference, String email, String name, String locale) {}
        var rows = jdbc.sql("""
                        select snapshot ->> 'reference' as reference, snapshot #>> '{billed_to,email}' as email,
                            snapshot #>> '{billed_to,name}' as name, replace(snapshot ->> 'locale', '_', '-') as locale
                        from invoice where kind = 'INVOICE'
                            and (cast(:organization as text) is null
                                or lower(snapshot #>> '{billed_to,organization}') = lower(:organization))
                            and (cast(:email as text) is null or lower(snapshot #>> '{billed_to,email}') = lower(:email))
                            and (cast(:order as text) is null or snapshot ->> 'reference' = upper(:order))
                        order by issued_at desc, id desc limit :most""")
                .param("organization", who.organization())
                .param("email", who.email())
                .param("order", who.order())
                .param("most", MOST)
                .query((row, number) -> new Row(
                        row.getString("reference"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("locale")))
                .list();
        if (rows.isEmpty()) return Optional.empty();
        var newest = rows.getFirst();
        var name = who.organization() != null ? who.organization() : newest.name();
        return Optional.of(new Party(
                name,
                rows.stream().map(Row::reference).distinct().toList(),
                newest.email(),
                Locale.forLanguageTag(newest.locale())));
    }

    /** The organizations that documents were made out to, by name; for a choice. */
    @Transactional(readOnly = true)
    public List<String> organizations(int limit) {
        return jdbc.sql("""
                        select distinct snapshot #>> '{billed_to,organization}' as name from invoice
                        where kind = 'INVOICE' and lower(snapshot #>> '{billed_to,organization}') is not null
                        order by name limit ?""")
                .param(limit)
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
