package org.plenary.papers.delegation;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Phrases;
import org.plenary.papers.delegation.SubReview.Standing;
import org.springframework.stereotype.Component;

/** What the pages of sub-reviews say of a request. */
@Component
record DelegationWords(Phrases phrases) {
    String standing(SubReview request, Locale locale) {
        return phrases.text("papers.sub-review.is-" + request.standing().code(), locale);
    }

    /** What somebody said who cannot; empty for others. */
    String said(SubReview request, Locale locale) {
        var reason = request.reason();
        if (reason == null || request.standing() != Standing.DECLINED) return "";
        if (!reason.startsWith(SubReview.CONFLICT)) return reason;
        return (phrases.text("papers.sub-review.said-conflict", locale) + " "
                        + reason.substring(SubReview.CONFLICT.length()))
                .strip();
    }

    /** Why somebody could not be asked, or said no, for the chairs. */
    String against(SubReview request, Locale locale) {
        var reason = request.reason();
        if (reason == null || request.standing() != Standing.REFUSED) return said(request, locale);
        return Arrays.stream(reason.split(" "))
                .map(each -> phrases.text("papers.sub-review.against-" + each, locale))
                .collect(Collectors.joining(phrases.text("papers.sub-review.and", locale)));
    }

    /** The one that a list is narrowed by; null for all. @throws Problem.InvalidInput at {@code /status} */
    static @Nullable Standing wanted(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        return Arrays.stream(Standing.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.InvalidInput("/status", "choice", "There is no such status."));
    }
}
