package org.plenary.registration.delegate;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** Finds single delegates, for pages about something else of theirs. */
@Component
public class KnownDelegates {
    private final DelegateQueries queries;

    KnownDelegates(DelegateQueries queries) {
        this.queries = queries;
    }

    /** @throws Problem.NotFound when the conference has no such delegate */
    public DelegateRow find(UUID conference, UUID delegate) {
        return queries.byIds(conference, List.of(delegate)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This delegate"));
    }

    /** Those of them that the conference has. */
    public List<DelegateRow> find(UUID conference, Collection<UUID> delegates) {
        return delegates.isEmpty() ? List.of() : queries.byIds(conference, List.copyOf(delegates));
    }
}
