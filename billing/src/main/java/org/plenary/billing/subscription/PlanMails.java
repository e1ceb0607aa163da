package org.plenary.billing.subscription;

import com.stripe.model.CreditNote;
import com.stripe.model.Invoice;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.billing.stripe.StripeMoney;
import org.plenary.communication.Mails;
import org.plenary.identity.Accounts;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes to the owners of an organization about its plan. Each mail's key makes that it is sent once. */
@Component
class PlanMails {
    private static final String PAGE = "/manage/billing/plan";

    private final Mails mails;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Urls urls;
    private final Facts facts;

    /** What the mails say. */
    @Component
    record Facts(PlanSettings settings, PlatformInvoices invoices) {}

    PlanMails(Mails mails, Accounts accounts, MessageSource messages, Urls urls, Facts facts) {
        this.mails = mails;
        this.accounts = accounts;
        this.messages = messages;
        this.urls = urls;
        this.facts = facts;
    }

    void paymentFailed(Tenant tenant, SubscriptionRow row, Invoice invoice) {
        var since = row.overdueSince();
        if (since == null) return;
        var amount = StripeMoney.money(invoice.getAmountDue(), invoice.getCurrency());
        send(
                tenant,
                "payment-failed",
                "payment-failed:" + invoice.getId() + ":" + invoice.getAttemptCount(),
                payAt(tenant, invoice.getHostedInvoiceUrl()),
                String.valueOf(invoice.getNumber()),
                amount.toString(),
                day(tenant, since.plus(facts.settings().grace())));
    }

    void suspended(Tenant tenant, SubscriptionRow row) {
        var invoice = facts.invoices().open(tenant.id()).orElse(null);
        send(
                tenant,
                "suspended",
                "suspended:" + row.overdueSince(),
                payAt(tenant, invoice == null ? null : invoice.page()));
    }

    void restored(Tenant tenant, SubscriptionRow row) {
        send(tenant, "restored", "restored:" + row.suspendedAt(), page(tenant));
    }

    void ended(Tenant tenant, SubscriptionRow row) {
        send(tenant, "ended", "ended:" + row.subscription(), page(tenant));
    }

    void trialEnds(Tenant tenant, SubscriptionRow row) {
        var end = row.periodEnd();
        if (end != null) send(tenant, "trial-ends", "trial-ends:" + row.subscription(), page(tenant), day(tenant, end));
    }

    void quota(Tenant tenant, QuotaUse use, int year) {
        var quota = use.quota();
        send(
                tenant,
                quota.key() + (use.isReached() ? "-reached" : "-near"),
                "quota:" + quota.key() + ":" + use.isReached() + ":" + tenant.plan() + ":" + use.most() + ":" + year,
                page(tenant),
                quota.figure(use.used(), tenant.locale()),
                quota.figure(use.most(), tenant.locale()));
    }

    void credited(Tenant tenant, CreditNote note) {
        var total = StripeMoney.money(note.getTotal(), note.getCurrency());
        var invoice = facts.invoices()
                .find(tenant.id(), note.getInvoice())
                .map(PlatformInvoices.Row::number)
                .orElse("");
        send(tenant, "credited", "credited:" + note.getId(), page(tenant), note.getNumber(), total.toString(), invoice);
    }

    private URI page(Tenant tenant) {
        return urls.tenant(tenant, PAGE);
    }

    private URI payAt(Tenant tenant, @org.jspecify.annotations.Nullable String hosted) {
        return hosted == null ? page(tenant) : URI.create(hosted);
    }

    private void send(Tenant tenant, String kind, String key, URI href, Object... arguments) {
        var locale = tenant.locale();
        var subject = text(kind + ".subject", locale, tenant.name());
        var model = Map.<String, Object>of(
                "text", text(kind + ".text", locale, arguments),
                "button", text(kind + ".button", locale),
                "href", href,
                "organization", tenant.name());
        Tenancy.runAs(tenant, () -> {
            for (var owner : accounts.owners())
                mails.send(new Mails.Mail(
                        "plan:" + key + ":" + owner.account(),
                        owner.email(),
                        "mail/billing/plan",
                        locale,
                        List.of(subject),
                        model,
                        List.of()));
        });
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage("billing.plan.mail." + key, arguments, locale);
    }

    private static String day(Tenant tenant, Instant at) {
        ZoneId zone = tenant.timeZone();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(tenant.locale())
                .format(at.atZone(zone));
    }
}
