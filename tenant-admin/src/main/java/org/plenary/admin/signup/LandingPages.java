package org.plenary.admin.signup;

import org.plenary.identity.Public;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@PlatformHost
@Public
class LandingPages {
    @GetMapping("/")
    String landing() {
        return "admin/landing";
    }
}
