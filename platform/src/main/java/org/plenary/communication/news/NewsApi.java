package org.plenary.communication.news;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.kernel.Languages;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscribing by a program, and the one click of mail readers, which carries no token of a form. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/conferences/{conference}/news")
class NewsApi {
    private final ConferenceApi conferences;
    private final Subscribing subscribing;
    private final NewsLinks links;

    NewsApi(ConferenceApi conferences, Subscribing subscribing, NewsLinks links) {
        this.conferences = conferences;
        this.subscribing = subscribing;
        this.links = links;
    }

    record Asked(@Nullable String email, @Nullable String locale) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@PathVariable String conference, @RequestBody Asked asked, HttpServletRequest request) {
        var found = conferences.visible(conference);
        var tag = asked.locale() == null ? found.languages().getFirst().toLanguageTag() : asked.locale();
        subscribing.ask(found, asked.email(), Languages.nearest(tag), Address.network(request.getRemoteAddr()));
    }

    /** RFC 8058: the sender's answer is all that counts, whatever the body says. */
    @PostMapping("/{subscriber}/unsubscription")
    ResponseEntity<Void> end(
            @PathVariable String conference,
            @PathVariable UUID subscriber,
            @RequestParam(required = false) @Nullable String secret) {
        var found = conferences.visible(conference);
        subscribing.end(found, links.open(found, subscriber, secret));
        return ResponseEntity.noContent().build();
    }

    /** A reader that opens the address in a browser gets the page with the question. */
    @GetMapping("/{subscriber}/unsubscription")
    ResponseEntity<Void> question(
            @PathVariable String conference,
            @PathVariable UUID subscriber,
            @RequestParam(required = false) @Nullable String secret) {
        var found = conferences.visible(conference);
        links.open(found, subscriber, secret);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(links.page(found, subscriber, "end")))
                .build();
    }
}
