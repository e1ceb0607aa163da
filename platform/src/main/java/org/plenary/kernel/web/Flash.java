package org.plenary.kernel.web;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What the last action did, told once after the redirect: {@code redirect.addFlashAttribute("flash", Flash.success(text))}.
 *
 * <p>It waits in the session for the next page, so it can be serialized.
 *
 * @param tone {@code success}, {@code info}, {@code warning} or {@code danger}
 * @param undo where a POST takes the action back
 */
public record Flash(String tone, String text, @Nullable String undo) implements Serializable {
    public static Flash success(String text) {
        return new Flash("success", text, null);
    }

    public static Flash undoable(String text, String undo) {
        return new Flash("success", text, undo);
    }

    public static Flash info(String text) {
        return new Flash("info", text, null);
    }

    public static Flash warning(String text) {
        return new Flash("warning", text, null);
    }

    public static Flash failure(String text) {
        return new Flash("danger", text, null);
    }

    /** Nothing was done. */
    public boolean isFailure() {
        return tone.equals("danger");
    }
}
