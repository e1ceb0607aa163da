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
    @JsonProperty("time")
    TIME,
    @JsonProperty("datetime")
    DATETIME,
    @JsonProperty("choice")
    CHOICE,
    @JsonProperty("multiple_choice")
    MULTIPLE_CHOICE,
    @JsonProperty("yes_no")
    YES_NO,
    @JsonProperty("country")
    COUNTRY,
    @JsonProperty("nationality")
    NATIONALITY,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("url")
    URL,
    @JsonProperty("file")
    FILE,
    @JsonProperty("image")
    IMAGE,
    @JsonProperty("address")
    ADDRESS,
    @JsonProperty("accompanying_persons")
    ACCOMPANYING_PERSONS,
    @JsonProperty("meal_and_diet")
    MEAL_AND_DIET,
    @JsonProperty("passport")
    PASSPORT,
    @JsonProperty("consent")
    CONSENT;

    /** The name on the wire and in pages. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in keys of messages. */
    public String dashed() {
        return wire().replace('_', '-');
    }

    public boolean offersOptions() {
        return this == CHOICE || this == MULTIPLE_CHOICE || this == MEAL_AND_DIET;
    }

    /** Whether there are ways to draw it. */
    public boolean isPicked() {
        return offersOptions() || this == YES_NO;
    }

    /** A line or more that people type, which can have a length, a pattern and a placeholder. */
    public boolean isTyped() {
        return switch (this) {
            case TEXT, LONG_TEXT, PHONE, EMAIL, URL -> true;
            default -> false;
        };
    }

    /** Whether answers can be compared as smaller and larger, so that a range can limit them. */
    public boolean isOrdered() {
        return this == NUMBER || this == DATE || this == TIME || this == DATETIME;
    }

    public boolean isFile() {
        return this == FILE || this == IMAGE;
    }

    /** Whether the answer is an object of named parts. */
    public boolean hasParts() {
        return this == ADDRESS || this == MEAL_AND_DIET || this == PASSPORT;
    }

    /** Whether each accompanying person can be asked this. */
    public boolean isForPersons() {
        return !hasParts() && !isFile() && this != ACCOMPANYING_PERSONS && this != CONSENT;
    }

    /** Whether a default can be set: it is written as the answer would be. */
    public boolean takesDefault() {
        return isTyped() || isOrdered() || this == CHOICE || this == YES_NO || this == COUNTRY || this == NATIONALITY;
    }
}
