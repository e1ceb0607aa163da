package org.plenary.admin.signup;

import java.util.List;
import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What Plenary is, for whoever comes to the platform's own host. */
@Controller
@PlatformHost
@Public
class LandingPages {
    private static final List<Part> PARTS = List.of(
            new Part("setup", "ti-calendar-event"),
            new Part("register", "ti-clipboard-check"),
            new Part("rooms", "ti-bed"),
            new Part("papers", "ti-file-text"),
            new Part("money", "ti-credit-card"),
            new Part("overview", "ti-chart-line"));

    /** @param key of its texts {@code admin.landing.<key>-title} and {@code -text} */
    record Part(String key, String icon) {}

    @GetMapping("/")
    String landing(Model model) {
        model.addAttribute("parts", PARTS);
        return "admin/landing";
    }
}
