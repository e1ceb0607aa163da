package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.payments.CreditorReference;
import org.plenary.payments.Invoices;
import org.plenary.payments.PaymentRequest;
import org.plenary.registration.payway.SettingWays;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Has the documents of orders issued, in the caller's transaction. */
@Component
class OrderDocuments {
    private final Invoices invoices;
    private final Buyers buyers;
    private final OrderLines lines;
    private final MessageSource messages;
    private final OrderChanges changes;

    OrderDocuments(Invoices invoices, Buyers buyers, OrderLines lines, MessageSource messages, OrderChanges changes) {
        this.invoices = invoices;
        this.buyers = buyers;
        this.lines = lines;
        this.messages = messages;
        this.changes = changes;
    }

    /** An order that costs nothing has no invoice. */
    void invoice(OrderRow order) {
        if (!order.isFree()) invoice(order, order.id(), lines.ofPayment(order), order.total(), buyers.payable(order));
    }

    /** Over what a change costs: what comes, less what goes. */
    UUID invoice(OrderRow order, Proposal proposal, List<OrderLines.Line> removed, OrderChange paid) {
        var difference = new ArrayList<PaymentRequest.Line>();
        proposal.add().forEach(line -> difference.add(line.ofPayment()));
        removed.forEach(line -> difference.add(line.ofPayment().negated()));
        return invoice(order, paid.id(), difference, paid.due(), null).id();
    }

    private Invoices.Document invoice(
            OrderRow order,
            UUID subject,
            List<PaymentRequest.Line> sold,
            Money total,
            Invoices.@Nullable Payable payable) {
        return invoices.invoice(new Invoices.Issue(
                subject,
                order.code(),
                order.conference(),
                buyers.prefix(order),
                sold,
                total,
                buyers.payer(order),
                order.locale(),
                payable));
    }

    /** Over these lines, less what is kept of them; null when the order has no invoice. */
    @Nullable
    UUID creditNote(OrderRow order, List<OrderLines.Line> cancelled, Money refund) {
        var document = invoices.creditNote(
                invoiced(order, cancelled), CreditLines.of(cancelled, refund, kept(order)), "cancellation");
        return document == null ? null : document.id();
    }

    /** Over what a change gives back: what goes, less what comes and what is kept; null when the order has no invoice. */
    @Nullable
    UUID creditNote(OrderRow order, Proposal proposal, List<OrderLines.Line> removed, Money refund) {
        var credit = new ArrayList<PaymentRequest.Line>();
        removed.forEach(line -> credit.add(line.ofPayment()));
        proposal.add().forEach(line -> credit.add(line.ofPayment().negated()));
        var kept = proposal.difference().plus(refund);
        CreditLines.kept(removed, proposal.add(), kept.negated())
                .forEach((rate, part) ->
                        credit.add(new PaymentRequest.Line(kept(order), 1, part.negated(), part.negated(), rate)));
        var document = invoices.creditNote(invoiced(order, removed), credit, "change");
        return document == null ? null : document.id();
    }

    String kept(OrderRow order) {
        return messages.getMessage("registration.credit.kept", null, order.locale());
    }

    /**
     * What the invoices are over that a credit note amends: of the order itself and of its changes, those on which these lines stand. An
     * order that cost nothing at first has one of a change only.
     */
    private List<UUID> invoiced(OrderRow order, List<OrderLines.Line> credited) {
        var paid = changes.of(order.id()).stream()
                .filter(change -> hasInvoice(change.id()))
                .toList();
        var subjects = new ArrayList<UUID>();
        if (hasInvoice(order.id())) subjects.add(order.id());
        paid.forEach(change -> subjects.add(change.id()));
        if (subjects.size() < 2) return subjects;
        var named = credited.stream()
                .map(line -> paid.stream()
                        .filter(change -> change.proposal().brought(line.id()))
                        .map(OrderChange::id)
                        .findFirst()
                        .orElse(subjects.getFirst()))
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? subjects
                : subjects.stream().filter(named::contains).toList();
    }

    private boolean hasInvoice(UUID subject) {
        return invoices.of(subject).stream().anyMatch(document -> document.kind() == Invoices.Kind.INVOICE);
    }

    /** To whom documents are made out: a group's to its organization. */
    @Component
    static class Buyers {
        private final ConferenceApi conferences;
        private final Balances balances;
        private final SettingWays ways;

        Buyers(ConferenceApi conferences, Balances balances, SettingWays ways) {
            this.conferences = conferences;
            this.balances = balances;
            this.ways = ways;
        }

        /** Until when all of it is to be there, and where; null when it is paid. */
        Invoices.@Nullable Payable payable(OrderRow order) {
            return balances.of(order)
                    .filter(Balance::owes)
                    .map(balance -> new Invoices.Payable(
                            balance.parts().getLast().dueOn(),
                            conferences.byId(order.conference()).timeZone(),
                            account(order)))
                    .orElse(null);
        }

        private Invoices.@Nullable Account account(OrderRow order) {
            var account = ways.of(order.conference()).account();
            return account == null
                    ? null
                    : new Invoices.Account(
                            account.holder(),
                            account.iban(),
                            account.bic(),
                            account.details(),
                            CreditorReference.of(order.code()));
        }

        PaymentRequest.Payer payer(OrderRow order) {
            var contact = order.contact();
            var organization = order.organization() == null ? contact.organization() : order.organization();
            var name = organization == null ? contact.name() : organization + ", " + contact.name();
            return new PaymentRequest.Payer(
                    name,
                    contact.email(),
                    contact.country(),
                    contact.vatId(),
                    contact.address(),
                    contact.purchaseOrder(),
                    organization);
        }

        /** Of the documents' numbers. */
        String prefix(OrderRow order) {
            return conferences.byId(order.conference()).slug().toUpperCase(Locale.ROOT);
        }
    }
}
