package org.plenary.conference;

import org.plenary.kernel.LocalizedText;

/** Where a conference takes place; the country is ISO 3166-1 alpha-2. */
public record Venue(LocalizedText name, LocalizedText city, String country) {}
