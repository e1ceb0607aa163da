package org.plenary.kernel.web;

import org.plenary.kernel.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON that cannot be read as what it should be, and where. */
public final class JsonViolation {
    private JsonViolation() {}

    public static Violation of(JacksonException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/');
            if (step.getPropertyName() == null) pointer.append(step.getIndex());
            else pointer.append(step.getPropertyName().replace("~", "~0").replace("/", "~1"));
        }
        return e instanceof UnrecognizedPropertyException
                ? new Violation(pointer.toString(), "unknown_member", "There is no such member.")
                : new Violation(pointer.toString(), "wrong_type", "This has the wrong type or form.");
    }
}
