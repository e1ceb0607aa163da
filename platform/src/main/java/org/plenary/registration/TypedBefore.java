package org.plenary.registration;

import org.springframework.util.MultiValueMap;

/**
 * What a browser had typed into a form of registration when it was led away from it, for the form to begin with. It goes with the
 * request, as the attribute {@link #ATTRIBUTE}.
 */
public record TypedBefore(MultiValueMap<String, String> values) {
    public static final String ATTRIBUTE = "org.plenary.registration.TypedBefore";
}
