package org.plenary.registration.order;

import org.plenary.conference.ConferenceApi;
import org.plenary.tenancy.Reading;
import org.springframework.stereotype.Component;

/** What the public's pages stand on: the conference that they are about, and a reading of all that they show. */
@Component
record Ground(ConferenceApi conferences, Reading reading) {}
