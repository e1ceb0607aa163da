package org.plenary.lodging.tour;

import java.time.Instant;
import java.util.List;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.registration.AccessLog.Way;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The lists that a tour's operator was given; a new one is sent by making it. */
@RestController
@TenantHost
@RequestMapping("/api/v1/conferences/{conference}/tours/{tour}/lists")
class OperatorListsApi {
    private final TourFinder finder;
    private final OperatorLists lists;

    OperatorListsApi(TourFinder finder, OperatorLists lists) {
        this.finder = finder;
        this.lists = lists;
    }

    record View(int number, Instant madeAt, String sentTo) {}

    record Whole(int number, Instant madeAt, String sentTo, List<OperatorLists.Entry> participants) {}

    @GetMapping
    @Requires(Permission.REGISTRATION_READ)
    Page<View> list(@PathVariable String conference, @PathVariable String tour) {
        return new Page<>(
                lists.newest(finder.find(conference, tour).tour()).stream()
                        .map(OperatorListsApi::view)
                        .toList(),
                null);
    }

    @GetMapping("/{number}")
    @Requires(Permission.REGISTRATION_READ)
    Whole one(@PathVariable String conference, @PathVariable String tour, @PathVariable int number) {
        var found = finder.find(conference, tour);
        var sent = lists.find(found.tour(), number).orElseThrow(() -> new Problem.NotFound("This list"));
        finder.seen(found, Way.API, sent.entries().size());
        return new Whole(sent.number(), sent.madeAt(), sent.sentTo(), sent.entries());
    }

    @PostMapping
    @Requires(Permission.REGISTRATION_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    View send(@PathVariable String conference, @PathVariable String tour) {
        var found = finder.find(conference, tour);
        var number = lists.send(found.conference(), found.tour());
        return view(lists.find(found.tour(), number).orElseThrow());
    }

    private static View view(OperatorLists.Sent sent) {
        return new View(sent.number(), sent.madeAt(), sent.sentTo());
    }
}
