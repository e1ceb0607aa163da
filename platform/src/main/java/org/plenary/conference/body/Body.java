package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * A body of a conference: a committee, an office, a department, a group.
 *
 * @param version counts changes of what it is and has to do, not those of its members
 */
record Body(UUID id, Details details, List<Duty> duties, List<BodyMember> members, long version) {
    /**
     * @param mandate what it is there for; may be blank
     * @param role the code of what its members with an account may do in the conference; null for nothing
     * @param isPublic whether everybody sees it and who sits in it
     */
    record Details(
            LocalizedText name,
            BodyType type,
            LocalizedText mandate,
            @Nullable String role,
            boolean isPublic) {}

    Body {
        duties = List.copyOf(duties);
        members = List.copyOf(members);
    }

    /** As its next version. */
    Body withDuties(List<Duty> others) {
        return new Body(id, details, others, members, version + 1);
    }

    Body withMembers(List<BodyMember> others) {
        return new Body(id, details, duties, others, version);
    }

    /** With somebody who comes, or who is in it already and has changed. */
    Body with(BodyMember member) {
        var others = new ArrayList<>(members);
        others.replaceAll(each -> each.id().equals(member.id()) ? member : each);
        if (!others.contains(member)) others.add(member);
        return withMembers(others);
    }

    Body without(UUID member) {
        return withMembers(
                members.stream().filter(each -> !each.id().equals(member)).toList());
    }

    /** The seats of all its members. */
    List<UUID> seats() {
        return members.stream().map(BodyMember::id).toList();
    }
}
