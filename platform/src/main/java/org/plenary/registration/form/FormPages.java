package org.plenary.registration.form;

import java.util.Locale;
import java.util.Map;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form builder: the sections and fields as they stand. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/form")
@Requires(Permission.CONFERENCE_WRITE)
class FormPages {
    private final Building building;

    FormPages(Building building) {
        this.building = building;
    }

    @GetMapping
    ModelAndView show(@PathVariable String conference, Locale locale) {
        return building.page(building.conference(conference), Map.of(), locale);
    }
}
