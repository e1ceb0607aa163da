package org.plenary.conference.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.body.JoiningBodies.MemberInput;
import org.plenary.identity.BodyPeople;
import org.plenary.kernel.web.Posted;

/** A member's form: somebody of the staff is chosen, anybody else is written. */
record BodyMemberForm(Posted posted) {
    static BodyMemberForm of(BodyMember member) {
        return new BodyMemberForm(Posted.empty()
                .set("name", member.name())
                .set("is_chair", member.isChair())
                .set("until", member.until()));
    }

    /** @param staff among whom can be chosen */
    MemberInput input(List<BodyPeople.Someone> staff) {
        var chosen = chosen(staff, posted.id("colleague"));
        var input = new MemberInput(
                posted.has("name")
                        ? posted.text("name")
                        : chosen.map(BodyPeople.Someone::name).orElse(null),
                chosen.map(BodyPeople.Someone::email).orElse(posted.text("email")),
                posted.isOn("is_chair"),
                posted.date("until"),
                posted.text("language"));
        posted.throwIfWrong();
        return input;
    }

    private static Optional<BodyPeople.Someone> chosen(List<BodyPeople.Someone> staff, @Nullable UUID account) {
        return staff.stream().filter(each -> each.account().equals(account)).findFirst();
    }

    /** The role is the body's, and no field of a member. */
    static Map<String, String> onFields(Map<String, String> errors) {
        var placed = new LinkedHashMap<String, String>();
        errors.forEach((field, message) -> placed.putIfAbsent(field.equals("role") ? "" : field, message));
        return placed;
    }
}
