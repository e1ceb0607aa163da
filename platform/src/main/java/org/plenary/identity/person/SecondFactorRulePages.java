package org.plenary.identity.person;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form for it is on the page of the members. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class SecondFactorRulePages {
    private final RequiringSecondFactor requiring;
    private final MessageSource messages;

    SecondFactorRulePages(RequiringSecondFactor requiring, MessageSource messages) {
        this.requiring = requiring;
        this.messages = messages;
    }

    @PostMapping("/manage/members/second-factor")
    String require(@RequestParam(defaultValue = "") List<String> roles, Locale locale, RedirectAttributes redirect) {
        var violations = new Violations();
        var chosen = EnumSet.noneOf(Role.class);
        for (var code : roles)
            Role.ofCode(code)
                    .ifPresentOrElse(
                            chosen::add, () -> violations.add("/roles", "unknown_role", "There is no such role."));
        violations.throwIfAny();
        requiring.require(chosen);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.second-factor.saved", null, locale)));
        return "redirect:/manage/members";
    }
}
