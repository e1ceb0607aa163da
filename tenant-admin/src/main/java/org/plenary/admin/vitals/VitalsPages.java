package org.plenary.admin.vitals;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.PlatformHost;
import org.plenary.tenancy.TenantDirectory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The programs of organizations that do not answer; and measuring one organization now. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
class VitalsPages {
    private static final String WEBHOOKS = "/operator/webhooks";

    private final Measuring measuring;
    private final VitalRows rows;
    private final TenantDirectory directory;
    private final MessageSource messages;

    VitalsPages(Measuring measuring, VitalRows rows, TenantDirectory directory, MessageSource messages) {
        this.measuring = measuring;
        this.rows = rows;
        this.directory = directory;
        this.messages = messages;
    }

    @GetMapping(WEBHOOKS)
    String failing(@RequestParam(required = false) @Nullable String after, Model model) {
        var page = rows.failing(Page.DEFAULT_LIMIT, after);
        model.addAttribute("endpoints", page.items());
        model.addAttribute("first", after == null ? null : WEBHOOKS);
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : UriComponentsBuilder.fromPath(WEBHOOKS)
                                .queryParam("after", "{after}")
                                .encode()
                                .buildAndExpand(page.next())
                                .toUriString());
        return "admin/failing-webhooks";
    }

    @PostMapping("/operator/tenants/{slug}/measurement")
    String measure(@PathVariable String slug, Locale locale, RedirectAttributes redirect) {
        var tenant = directory.bySlug(slug).orElseThrow(() -> new Problem.NotFound("The tenant"));
        measuring.one(tenant);
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage("admin.vitals.measured", null, locale)));
        return "redirect:/operator/tenants/" + tenant.slug();
    }
}
