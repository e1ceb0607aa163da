package org.plenary.conference;

/** SPI: how many people are coming, as a module knows it: the rules of authorities go by their numbers while they arrive (APPR-05). */
public interface Attendance {
    Count of(ConferenceView conference);

    /**
     * @param total of all who are registered for certain
     * @param foreign those of them who are not at home where the conference is
     * @param countries from which they come
     */
    record Count(int total, int foreign, int countries) {}
}
