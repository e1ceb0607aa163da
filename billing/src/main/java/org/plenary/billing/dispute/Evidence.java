package org.plenary.billing.dispute;

import com.stripe.param.DisputeUpdateParams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plenary.payments.DisputeEvidence;
import org.plenary.payments.Invoices;
import org.springframework.stereotype.Component;

/** What the organization knows that speaks for a payment: of the order, the tickets, who came, what was written; and the invoices. */
@Component
class Evidence {
    /** Stripe takes this much text in all. */
    private static final int LONGEST = 20_000;

    private static final int MOST = 200;

    private final List<DisputeEvidence> sources;
    private final Invoices invoices;

    Evidence(List<DisputeEvidence> sources, Invoices invoices) {
        this.sources = sources;
        this.invoices = invoices;
    }

    /** In the order of time; what has no time comes first. */
    List<DisputeEvidence.Fact> facts(DisputeRow row) {
        return sources.stream()
                .flatMap(source -> source.of(row.subject()).stream())
                .sorted(Comparator.comparing(
                        DisputeEvidence.Fact::at, Comparator.nullsFirst(Comparator.naturalOrder())))
                .limit(MOST)
                .toList();
    }

    List<Invoices.Document> documents(DisputeRow row) {
        return invoices.of(row.subject());
    }

    /** In English, which every bank reads; the organizer's own words as they are. */
    DisputeUpdateParams params(DisputeRow row) {
        var said = new ArrayList<String>();
        if (row.ownWords() != null && !row.ownWords().isBlank()) said.add(row.ownWords());
        said.add("Order " + row.reference());
        for (var document : documents(row))
            said.add(document.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + document.number()
                    + " of " + document.issuedAt() + ": " + document.total());
        for (var fact : facts(row))
            said.add((fact.at() == null ? "" : fact.at() + " ") + fact.kind().wire() + ": " + fact.text());
        var text = String.join("\n", said);
        return DisputeUpdateParams.builder()
                .setEvidence(DisputeUpdateParams.Evidence.builder()
                        .setUncategorizedText(text.substring(0, Math.min(LONGEST, text.length())))
                        .build())
                .setSubmit(true)
                .build();
    }
}
