package org.plenary.forms;

import java.util.List;
import org.springframework.stereotype.Component;

/** Finds who has the forms of a purpose filled. */
@Component
class FormOwners {
    private final List<FormOwner> all;

    FormOwners(List<FormOwner> all) {
        this.all = all;
    }

    FormOwner of(Purpose purpose) {
        return all.stream()
                .filter(owner -> owner.purpose() == purpose)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody has forms filled for " + purpose));
    }
}
