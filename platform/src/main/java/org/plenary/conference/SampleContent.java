package org.plenary.conference;

/** SPI: what a module puts into the sample conference, which shows a new organization what can be set up. */
public interface SampleContent {
    /** Filled in rising order: form 30, fees 40, hotels 50, call for papers 60. */
    int order();

    /** In the caller's transaction; nothing of it leaves the organization. */
    void fill(ConferenceView conference, SampleText text);
}
