package org.plenary.identity.apiclient;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.Page;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/api-clients")
class ApiClientPages {
    private static final String HERE = "/manage/api-clients";

    private final Issuing issuing;
    private final StoredClients clients;
    private final PageErrors errors;
    private final MessageSource messages;

    ApiClientPages(Issuing issuing, StoredClients clients, PageErrors errors, MessageSource messages) {
        this.issuing = issuing;
        this.clients = clients;
        this.errors = errors;
        this.messages = messages;
    }

    record Form(@Nullable String name, @Nullable List<String> scopes) {}

    @ModelAttribute("scopes")
    List<Choice> scopes(Locale locale) {
        return Permission.ofTenant().stream()
                .map(permission -> new Choice(
                        permission.scope(),
                        permission.scope(),
                        messages.getMessage(
                                "identity.scope." + permission.scope().replace(':', '-'), null, locale)))
                .toList();
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        var tenant = Tenancy.require();
        var page = clients.page(tenant.id(), Page.DEFAULT_LIMIT, after);
        model.addAttribute("clients", page.items());
        model.addAttribute("zone", tenant.timeZone());
        model.addAttribute("first", after == null ? null : HERE);
        model.addAttribute("next", page.next() == null ? null : HERE + "?after=" + page.next());
        return "identity/api-clients";
    }

    @GetMapping("/new")
    String form(Model model) {
        var all = Permission.ofTenant().stream().map(Permission::scope).toList();
        model.addAttribute("form", new Form(null, all));
        return "identity/api-client-new";
    }

    @PostMapping
    ModelAndView issue(Form form, Locale locale) {
        try {
            var scopes = form.scopes() == null ? List.<String>of() : form.scopes();
            return new ModelAndView("identity/api-client-issued")
                    .addObject("issued", issuing.issue(form.name(), scopes));
        } catch (Problem.InvalidInput e) {
            return new ModelAndView("identity/api-client-new", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("form", form)
                    .addObject("fieldErrors", errors.of(e, locale));
        }
    }

    @GetMapping("/{id}/revocation/confirm")
    String confirm(@PathVariable String id, Model model) {
        var client = clients.byId(id)
                .filter(found -> found.tenantId().equals(Tenancy.require().id().value()))
                .orElseThrow(() -> new Problem.NotFound("The API client"));
        model.addAttribute("client", client);
        return "identity/api-client-revocation";
    }

    @PostMapping("/{id}/revocation")
    String revoke(@PathVariable String id, Locale locale, RedirectAttributes redirect) {
        issuing.revoke(id);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.api-clients.revoked", null, locale)));
        return "redirect:" + HERE;
    }
}
