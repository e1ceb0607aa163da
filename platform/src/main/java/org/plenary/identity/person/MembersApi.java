package org.plenary.identity.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/api/v1/members")
class MembersApi {
    private final Staffing staffing;
    private final People people;
    private final RoleWords words;

    MembersApi(Staffing staffing, People people, RoleWords words) {
        this.staffing = staffing;
        this.people = people;
        this.words = words;
    }

    /** @param conference slug, for a role in it alone, @param until its last day */
    record NewMember(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String conference,
            @Nullable LocalDate until) {}

    record Change(@Nullable String role) {}

    record NewRole(
            @Nullable String role,
            @Nullable String conference,
            @Nullable LocalDate until) {}

    record RoleView(
            @Nullable UUID id,
            String role,
            @Nullable String conference,
            @Nullable LocalDate until) {}

    /** @param role the main one */
    record MemberView(UUID id, String name, String email, String role, List<RoleView> roles, Instant createdAt) {}

    /** @param passwordUrl for somebody who has no password yet; shown this once */
    record AddedView(
            UUID id,
            String name,
            String email,
            String role,
            List<RoleView> roles,
            Instant createdAt,
            @Nullable String passwordUrl) {}

    @GetMapping
    Page<MemberView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        var page = people.page(Page.limit(limit), after);
        return new Page<>(views(page.items()), page.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedView add(@RequestBody NewMember member) {
        var wish = new WantedRoles.Wish(member.role(), member.conference(), member.until());
        var added = staffing.add(member.name(), member.email(), wish);
        var view = view(added.person());
        return new AddedView(
                view.id(),
                view.name(),
                view.email(),
                view.role(),
                view.roles(),
                view.createdAt(),
                added.passwordLink());
    }

    @PatchMapping("/{id}")
    MemberView change(@PathVariable UUID id, @RequestBody Change change) {
        return view(staffing.change(id, change.role()));
    }

    @PostMapping("/{id}/roles")
    @ResponseStatus(HttpStatus.CREATED)
    MemberView give(@PathVariable UUID id, @RequestBody NewRole role) {
        return view(staffing.give(id, new WantedRoles.Wish(role.role(), role.conference(), role.until())));
    }

    @DeleteMapping("/{id}/roles/{grant}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @PathVariable UUID grant) {
        staffing.end(id, grant);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        staffing.remove(id);
    }

    private MemberView view(Person person) {
        return views(List.of(person)).getFirst();
    }

    private List<MemberView> views(List<Person> some) {
        var members = words.members(some, Locale.ENGLISH);
        var views = new java.util.ArrayList<MemberView>();
        for (var i = 0; i < some.size(); i++) {
            var person = some.get(i);
            var roles = members.get(i).roles().stream()
                    .map(held -> new RoleView(held.id(), held.role(), held.conference(), held.until()))
                    .toList();
            views.add(new MemberView(
                    person.id(), person.name(), person.email(), person.role().code(), roles, person.createdAt()));
        }
        return views;
    }
}
