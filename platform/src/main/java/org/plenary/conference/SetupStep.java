package org.plenary.conference;

/** SPI: one step of setting a conference up, shown as a checklist until all are done. */
public interface SetupStep {
    /** Steps are listed in rising order: details 10, branding 20, form 30, fees 40, hotels 50, call for papers 60, approval 70. */
    int order();

    /** Message key of the step's name; {@code <key>.hint} says what to do. */
    String messageKey();

    /** The page to do it on, from the root of the tenant's host. */
    String path(ConferenceView conference);

    /** Whether a conference has this step at all. */
    default boolean concerns(ConferenceView conference) {
        return true;
    }

    boolean isDone(ConferenceView conference);

    /** Whether a conference cannot be published without it. */
    boolean isRequired();
}
