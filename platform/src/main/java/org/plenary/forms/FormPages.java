package org.plenary.forms;

import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The form builder: the sections and fields as they stand. */
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
