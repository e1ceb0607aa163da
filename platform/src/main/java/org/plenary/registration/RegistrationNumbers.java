package org.plenary.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** What a conference's dashboard shows of registration. */
public interface RegistrationNumbers {
    Numbers of(UUID conference);

    /**
     * @param taken money that came for confirmed orders less what went back, in the conference's main currency
     * @param takenInOthers the same in each further one that somebody paid in; never added up
     * @param byDay confirmed delegates per day of the conference's zone, days without any left out
     */
    record Numbers(
            int confirmedDelegates,
            int pendingDelegates,
            int orders,
            Money taken,
            List<Money> takenInOthers,
            List<Day> byDay,
            List<Share> byFee) {}

    record Day(LocalDate day, int delegates) {}

    record Share(
            String name,
            int delegates,
            @org.jspecify.annotations.Nullable Integer capacity) {}
}
