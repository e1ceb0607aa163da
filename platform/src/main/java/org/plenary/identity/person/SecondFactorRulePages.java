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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which roles need a second proof at sign-in. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class SecondFactorRulePages {
    private static final String HERE = "/manage/members/second-factor";

    private final RequiringSecondFactor requiring;
    private final SecondFactorRules rules;
    private final RoleWords words;
    private final MessageSource messages;

    SecondFactorRulePages(
            RequiringSecondFactor requiring, SecondFactorRules rules, RoleWords words, MessageSource messages) {
        this.requiring = requiring;
        this.rules = rules;
        this.words = words;
        this.messages = messages;
    }

    @GetMapping(HERE)
    String show(Model model, Locale locale) {
        model.addAttribute("roles", words.roles(locale));
        model.addAttribute("strictRoles", rules.roles().stream().map(Role::code).toList());
        return "identity/second-factor-rule";
    }

    @PostMapping(HERE)
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
        return "redirect:" + HERE;
    }
}
