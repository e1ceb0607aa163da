package org.plenary.registration.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What kind of answer a field takes. */
public enum FieldType {
    @JsonProperty("text")
    TEXT,
    @JsonProperty("long_text")
    LONG_TEXT,
    @JsonProperty("number")
    NUMBER,
    @JsonProperty("date")
    DATE,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("multiple_choice")
    MULTIPLE_CHOICE,
    @JsonProperty("country")
    COUNTRY,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("file")
    FILE,
    @JsonProperty("consent")
    CONSENT;

    /** The name on the wire and in pages. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean offersOptions() {
        return this == CHOICE || this == MULTIPLE_CHOICE;
    }
}
