package org.plenary.identity.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plenary.identity.Caller;
import org.plenary.identity.Permission;
import org.plenary.kernel.Ids;

class RolesTests {
    private static final LocalDate DAY = LocalDate.of(2027, 5, 10);
    private static final UUID HERE = Ids.next();
    private static final UUID THERE = Ids.next();

    @Test
    void theDocumentationPageIsTheTable() throws IOException {
        var page = Files.readString(Path.of("../deploy/docs/roles.md"));

        assertThat(page).contains(String.join("\n", table()));
    }

    @Test
    void everyRightOfATenantIsInTheTable() {
        var told = Role.ofStaff().stream()
                .flatMap(role -> Arrays.stream(Area.values()).map(area -> area.of(role)))
                .toList();

        assertThat(told).contains(Area.Level.values());
        assertThat(Area.values())
                .allSatisfy(area -> assertThat(area.of(Role.OWNER)).isNotEqualTo(Area.Level.NONE));
        assertThat(Role.OWNER.permissions()).isEqualTo(Permission.ofTenant());
    }

    @Test
    void everyRoleOfStaffSeesTheListOfConferences() {
        assertThat(Role.ofStaff())
                .allSatisfy(role -> assertThat(role.permissions()).contains(Permission.CONFERENCE_READ));
    }

    @Test
    void aRoleForOneConferenceOpensNoOther() {
        var caller = caller(new Grant(null, Role.ORGANIZER, HERE, null, null, null));

        assertThat(caller.may(Permission.CONFERENCE_WRITE)).isFalse();
        assertThat(caller.at(HERE).may(Permission.CONFERENCE_WRITE)).isTrue();
        assertThat(caller.at(THERE).may(Permission.CONFERENCE_READ)).isFalse();
        assertThat(caller.mayAnywhere(Permission.CONFERENCE_READ)).isTrue();
        assertThat(caller.mayEverywhere(Permission.CONFERENCE_READ)).isFalse();
    }

    @Test
    void severalRolesAddUp() {
        var caller = caller(
                new Grant(null, Role.AUDITOR, null, null, null, null),
                new Grant(null, Role.REVIEWER_DESK, HERE, null, null, null),
                new Grant(null, Role.DOOR_STAFF, HERE, null, null, null));

        assertThat(caller.at(HERE).permissions())
                .contains(Permission.AUDIT_READ, Permission.PAPERS_WRITE, Permission.REGISTRATION_READ)
                .doesNotContain(Permission.REGISTRATION_WRITE);
        assertThat(caller.at(THERE).permissions()).isEqualTo(Role.AUDITOR.permissions());
    }

    @Test
    void aRoleCountsOnItsLastDayAndNotOnTheNext() {
        var person = person(new Grant(null, Role.ORGANIZER, null, DAY, null, null));

        assertThat(person.rights(DAY).everywhere()).isNotEmpty();
        assertThat(person.rights(DAY.plusDays(1)).everywhere()).isEmpty();
        assertThat(new Caller("account:1", "Li", person.rights(DAY.plusDays(1))).hasRights())
                .isFalse();
    }

    @Test
    void theMainRoleIsThatForTheWholeOrganization() {
        var person = person(
                new Grant(null, Role.SECRETARY_GENERAL, HERE, null, null, null),
                new Grant(null, Role.HR, null, null, null, null));

        assertThat(person.role()).isEqualTo(Role.HR);
    }

    private static Person person(Grant... grants) {
        return new Person(Ids.next(), Ids.next(), "li@example.org", "Li", List.of(grants), Instant.EPOCH);
    }

    private static Caller caller(Grant... grants) {
        return new Caller("account:1", "Li", person(grants).rights(DAY));
    }

    private static List<String> table() {
        var areas = Area.values();
        var lines = new ArrayList<String>();
        lines.add(line(
                "Role",
                "",
                "Code",
                Arrays.stream(areas)
                        .map(area -> text("identity.roles.area-" + area.messageKey(), Locale.ENGLISH))
                        .collect(Collectors.joining(" | ")),
                "For one conference"));
        lines.add("|" + "---|".repeat(4 + areas.length));
        for (var role : Role.ofStaff())
            lines.add(line(
                    text("identity.role." + role.messageKey(), Locale.ENGLISH),
                    text("identity.role." + role.messageKey(), Locale.SIMPLIFIED_CHINESE),
                    "`" + role.code() + "`",
                    Arrays.stream(areas)
                            .map(area ->
                                    text("identity.roles.level-" + area.of(role).messageKey(), Locale.ENGLISH))
                            .collect(Collectors.joining(" | ")),
                    role.isOfConferences() ? "yes" : "no"));
        return lines;
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String text(String key, Locale locale) {
        for (var file : List.of("messages/identity-roles", "messages/identity")) {
            var texts = ResourceBundle.getBundle(file, locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale);
            if (texts.containsKey(key)) return texts.getString(key);
        }
        throw new AssertionError("no text " + key);
    }
}
