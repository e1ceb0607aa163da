package org.plenary.registration.delegate;

import org.plenary.conference.Attendance;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.DelegateNumbers;
import org.springframework.stereotype.Component;

/** Delegates who are confirmed are coming. */
@Component
class ComingDelegates implements Attendance {
    private final DelegateNumbers numbers;

    ComingDelegates(DelegateNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Count of(ConferenceView conference) {
        var now = numbers.of(conference);
        return new Count(
                now.domestic() + now.foreign(), now.foreign(), now.countries().size());
    }
}
