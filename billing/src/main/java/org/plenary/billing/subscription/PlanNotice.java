package org.plenary.billing.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.StaffNotice;
import org.plenary.kernel.Remembered;
import org.plenary.kernel.web.Formats;
import org.plenary.tenancy.QuotaUse;
import org.plenary.tenancy.Tenant;
import org.plenary.tenancy.TenantId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Warns on the organizers' pages that the plan is not paid, or used up. */
@Component
class PlanNotice implements StaffNotice {
    private static final String PAGE = "/manage/billing/plan";

    private final SubscriptionRows rows;
    private final QuotaWatch watch;
    private final MessageSource messages;
    private final Formats formats;
    private final PlanSettings settings;
    private final Remembered<TenantId, Known> known = new Remembered<>(Duration.ofSeconds(5));

    PlanNotice(
            SubscriptionRows rows, QuotaWatch watch, MessageSource messages, Formats formats, PlanSettings settings) {
        this.rows = rows;
        this.watch = watch;
        this.messages = messages;
        this.formats = formats;
        this.settings = settings;
    }

    private record Known(@Nullable Instant payBy, List<QuotaUse> uses) {}

    @Override
    public Permission permission() {
        return Permission.BILLING_READ;
    }

    @Override
    public Optional<Note> of(Tenant tenant, Locale locale) {
        var now = known.of(tenant.id(), id -> read(tenant));
        if (now.payBy() != null)
            return note(
                    "danger",
                    "notice.overdue",
                    "notice.pay",
                    locale,
                    formats.date(now.payBy().atZone(tenant.timeZone()).toLocalDate()));
        return now.uses().stream()
                .filter(QuotaWatch::warns)
                .min(Comparator.comparing(use -> !use.isReached()))
                .flatMap(use -> note(use, locale));
    }

    private Optional<Note> note(QuotaUse use, Locale locale) {
        var quota = use.quota();
        return note(
                use.isReached() ? "danger" : "warning",
                "notice." + quota.key() + (use.isReached() ? "-reached" : "-near"),
                "notice.plans",
                locale,
                quota.figure(use.used(), locale),
                quota.figure(use.most(), locale));
    }

    private Known read(Tenant tenant) {
        var since = rows.of(tenant.id()).overdueSince();
        return new Known(since == null ? null : since.plus(settings.grace()), watch.of(tenant));
    }

    private Optional<Note> note(String tone, String key, String label, Locale locale, Object... arguments) {
        return Optional.of(new Note(
                tone,
                messages.getMessage("billing.plan." + key, arguments, locale),
                PAGE,
                messages.getMessage("billing.plan." + label, null, locale)));
    }
}
