package org.plenary.registration;

import java.util.List;
import java.util.UUID;
import org.plenary.kernel.LocalizedText;

/** By what sections of a form can be kept to some delegates: the fees of a conference and their categories. */
public interface FeeCategories {
    /** @param value a fee's key, or a category's name as sections name it; @param hasFees whether it is a category, which holds fees */
    record Category(String value, LocalizedText name, boolean hasFees) {}

    List<Category> of(UUID conference);
}
