package org.plenary.registration.group;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.registration.order.PlaceGroup;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Groups for programs: ordered, named place by place, and read. The order itself is read, paid and cancelled as any other. */
@RestController
@TenantHost
@Public
@RequestMapping("/api/v1/conferences/{conference}/groups")
class GroupsApi {
    private final ConferenceApi conferences;
    private final GroupSettings settings;
    private final RegisterGroupPages.GroupCheckout checkout;
    private final GroupDoor door;
    private final Naming naming;

    GroupsApi(
            ConferenceApi conferences,
            GroupSettings settings,
            RegisterGroupPages.GroupCheckout checkout,
            GroupDoor door,
            Naming naming) {
        this.conferences = conferences;
        this.settings = settings;
        this.checkout = checkout;
        this.door = door;
        this.naming = naming;
    }

    /** @param payment null when nothing is to be paid, or no payment could be started now */
    record Made(
            String code,
            String secret,
            String status,
            @Nullable Payment payment) {}

    record Payment(URI url) {}

    record Listed(String code, String organization, String status, long missing, List<PlaceOfGroup> places) {}

    record PlaceOfGroup(
            UUID id,
            String fee,
            String status,
            String name,
            String email,
            @Nullable String ticket,
            @Nullable String sentTo,
            boolean complete) {
        static PlaceOfGroup of(Place place) {
            return new PlaceOfGroup(
                    place.id(),
                    place.fee(),
                    place.status(),
                    place.name(),
                    place.email(),
                    place.ticket(),
                    place.sentTo(),
                    place.isComplete());
        }
    }

    /** @param name and email count where the form does not ask them */
    record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable Map<String, JsonNode> answers) {
        PlaceForms.Given given() {
            return new PlaceForms.Given(
                    name == null ? "" : name, email == null ? "" : email, answers == null ? Map.of() : answers);
        }
    }

    record Link(URI url) {}

    @PostMapping
    ResponseEntity<Made> place(@PathVariable("conference") String slug, @RequestBody PlaceGroup group) {
        var conference = conferences.visible(slug);
        var rules = settings.of(conference.id());
        if (!rules.allowed()) throw new Problem.Conflict("groups_not_taken", "This conference does not take groups.");
        var made = checkout.place(conference, group, rules.most());
        return ResponseEntity.created(URI.create("/api/v1/conferences/" + slug + "/groups/" + made.code()))
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    @GetMapping("/{code}")
    ResponseEntity<Listed> show(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret) {
        var entrance = door.open(slug, code, secret, Permission.REGISTRATION_READ);
        var order = entrance.group().order();
        var places = door.places(entrance);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Listed(
                        order.code(),
                        entrance.group().organization(),
                        order.status().wire(),
                        places.stream()
                                .filter(place -> place.isLive() && !place.isNamed())
                                .count(),
                        places.stream().map(PlaceOfGroup::of).toList()));
    }

    /** A link for the person who is to have the place. */
    @PostMapping("/{code}/places/{place}/links")
    Link link(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret) {
        return new Link(door.link(door.open(slug, code, secret, Permission.REGISTRATION_WRITE), place));
    }

    @PutMapping("/{code}/places/{place}/person")
    PlaceOfGroup name(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret,
            @RequestBody Person person) {
        var entrance = door.open(slug, code, secret, Permission.REGISTRATION_WRITE);
        var found = door.place(entrance, place);
        Locale locale = entrance.group().order().locale();
        var by = new Naming.By(Filler.OTHER, entrance.isStaff(), null, locale);
        return PlaceOfGroup.of(naming.name(entrance.conference(), found.id(), person.given(), by));
    }

    @DeleteMapping("/{code}/places/{place}/person")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void vacate(
            @PathVariable("conference") String slug,
            @PathVariable String code,
            @PathVariable UUID place,
            @RequestParam(required = false) @Nullable String secret) {
        var entrance = door.open(slug, code, secret, Permission.REGISTRATION_WRITE);
        naming.vacate(entrance.conference(), door.place(entrance, place).id(), entrance.isStaff());
    }

    /** Lets programs in: by the order's secret, or by their own rights. */
    @Component
    static class GroupDoor {
        private final Entrance.Door door;
        private final Callers callers;
        private final PlaceRows places;
        private final PlaceLinks links;
        private final PlaceInviting inviting;

        GroupDoor(Entrance.Door door, Callers callers, PlaceRows places, PlaceLinks links, PlaceInviting inviting) {
            this.door = door;
            this.callers = callers;
            this.places = places;
            this.links = links;
            this.inviting = inviting;
        }

        Entrance open(String slug, String code, @Nullable String secret, Permission needed) {
            return door.open(slug, code, secret, callers.current().may(needed));
        }

        List<Place> places(Entrance entrance) {
            return places.of(entrance.group().order().id());
        }

        Place place(Entrance entrance, UUID id) {
            return places(entrance).stream()
                    .filter(place -> place.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("This place"));
        }

        URI link(Entrance entrance, UUID place) {
            return links.make(
                    entrance.conference(),
                    inviting.requireFree(entrance.conference(), entrance.group(), place)
                            .id());
        }
    }
}
