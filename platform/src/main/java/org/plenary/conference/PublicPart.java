package org.plenary.conference;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SPI: a part that another module adds to a conference's public page. */
public interface PublicPart {
    /** Parts are drawn in rising order; fees 10, hotels 20, tours 30, call for papers 40. */
    int order();

    /**
     * @return a template fragment such as {@code registration/public-part :: part} with its model under the variable
     *     {@code part}, or null when there is nothing to show
     */
    @Nullable
    Drawn draw(ConferenceView conference, Locale locale);

    record Drawn(String template, String fragment, Map<String, Object> model) {}
}
