package org.plenary.identity.person;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what: the table of roles, as the code goes by it. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class RolePages {
    private final RoleWords words;

    RolePages(RoleWords words) {
        this.words = words;
    }

    record Cell(Area area, Area.Level level) {}

    record Row(String name, String help, boolean ofConferences, List<Cell> cells) {}

    @GetMapping("/manage/members/roles")
    String table(Model model, Locale locale) {
        model.addAttribute("areas", Area.values());
        model.addAttribute(
                "lines",
                Role.ofStaff().stream()
                        .map(role -> new Row(
                                words.name(role, locale),
                                words.help(role, locale),
                                role.isOfConferences(),
                                cells(role)))
                        .toList());
        return "identity/roles";
    }

    private static List<Cell> cells(Role role) {
        return Arrays.stream(Area.values())
                .map(area -> new Cell(area, area.of(role)))
                .toList();
    }
}
