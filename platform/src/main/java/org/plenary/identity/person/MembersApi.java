package org.plenary.identity.person;

import java.time.Instant;
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

    MembersApi(Staffing staffing, People people) {
        this.staffing = staffing;
        this.people = people;
    }

    record NewMember(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role) {}

    record Change(@Nullable String role) {}

    record MemberView(UUID id, String name, String email, String role, Instant createdAt) {}

    /** @param passwordUrl for somebody who has no password yet; shown this once */
    record AddedView(
            UUID id,
            String name,
            String email,
            String role,
            Instant createdAt,
            @Nullable String passwordUrl) {}

    @GetMapping
    Page<MemberView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable UUID after) {
        return people.page(Page.limit(limit), after).map(MembersApi::view);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AddedView add(@RequestBody NewMember member) {
        var added = staffing.add(member.name(), member.email(), member.role());
        var view = view(added.person());
        return new AddedView(view.id(), view.name(), view.email(), view.role(), view.createdAt(), added.passwordLink());
    }

    @PatchMapping("/{id}")
    MemberView change(@PathVariable UUID id, @RequestBody Change change) {
        return view(staffing.change(id, change.role()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        staffing.remove(id);
    }

    private static MemberView view(Person person) {
        return new MemberView(
                person.id(), person.name(), person.email(), person.role().code(), person.createdAt());
    }
}
