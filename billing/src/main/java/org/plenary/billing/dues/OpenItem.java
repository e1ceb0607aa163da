package org.plenary.billing.dues;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody still owes for one order, as the receivables of the books say it.
 *
 * @param reference the order's code
 * @param document the newest invoice that is not covered; null when nothing of it was invoiced
 * @param dueOn when that is to be paid; the day of the document when it does not say
 * @param overdue days after that day; zero or less while it is not due yet
 */
record OpenItem(
        String reference,
        @Nullable String conference,
        String buyer,
        @Nullable String organization,
        String email,
        @Nullable UUID document,
        @Nullable String number,
        Money amount,
        LocalDate dueOn,
        int overdue,
        Reminded reminded,
        Billed billed) {

    /**
     * @param level of the last reminder; zero before the first
     * @param stopped whether none is sent by itself any more
     */
    record Reminded(int level, @Nullable Instant at, boolean stopped) {}

    /** What reminders and bookings need of the document. @param subject that it is over */
    record Billed(@Nullable UUID subject, Locale locale, ZoneId zone) {}

    /** The item as it is told to others. */
    record Told(
            String order,
            @Nullable String conference,
            String buyer,
            @Nullable String organization,
            String email,
            @Nullable UUID document,
            @Nullable String number,
            Money amount,
            LocalDate dueOn,
            int overdueDays,
            Ageing age,
            int reminders,
            @Nullable Instant remindedAt,
            boolean remindersStopped) {}

    Told told() {
        return new Told(
                reference,
                conference,
                buyer,
                organization,
                email,
                document,
                number,
                amount,
                dueOn,
                Math.max(overdue, 0),
                age(),
                reminded.level(),
                reminded.at(),
                reminded.stopped());
    }

    /** Templates call it. */
    public Ageing age() {
        return Ageing.of(overdue);
    }

    /** Templates call it. */
    public boolean late() {
        return overdue > 0;
    }

    /** Where its page starts in a list that goes by due dates. */
    String cursor() {
        return dueOn + "|" + reference;
    }
}
